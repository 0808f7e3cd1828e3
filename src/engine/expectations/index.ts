export {
	type Alarm,
	type Bound,
	type Condition,
	type Expectation,
	type Figure,
	type InputCondition,
	type Moment,
	ROLES,
	type Role,
} from './condition.js';
export { type FigureRef, parseFigureRef, referredFigure } from './figure-ref.js';
export { figureOf, isMetric, type Measured, measureCondition, measureNow } from './measure.js';
export { scenarioAt } from './moments.js';
export { conditionWords, measuredWords, momentWords } from './words.js';

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
export { describeCondition, describeMeasurement, describeMoment } from './describe.js';
export { evaluateFigureRef, type FigureRef, parseFigureRef } from './figure-ref.js';
export { baselineFigure, figureOf, isMetric, type Measurement, measureCondition, measureEdited } from './measure.js';
export { scenarioAt } from './moments.js';

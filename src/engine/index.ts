/**
 * The closed-form model: scenario in, numbers out. Pure: nothing here reads files or clocks, or draws random numbers.
 */

export { allStrongBaseline, ownBaseline } from './baseline.js';
export { type Calibration, calibrate, type SegmentCalibration } from './calibration.js';
export { cachedPrice, callCost, checkOf, laneCost } from './cost.js';
export { type Curve, type CurvePoint, curve } from './curve.js';
export { evaluate } from './evaluate.js';
export { labelMargin, labelsNeeded, wilson } from './labels.js';
export { carriesNoise } from './noise.js';
export { computeOutcome, costRows, type OutcomeOptions } from './outcome.js';
export type * from './outcome-types.js';
export { type NotModelled, notModelled, relativeChange } from './pressure.js';
export { scenarioProblems } from './problems.js';
export { segmentReasons } from './reasons.js';
export type * from './scenario.js';
export { METRIC_NAMES } from './scenario.js';
export {
	leastChange,
	SIGNAL_METRICS,
	type Signal,
	type Signals,
	signalsOf,
	type WeekScenario,
	weekScenarios,
} from './signals.js';
export { findRequest, TRACE_STAGES, type TracedRequest, traceRequest, type Wanted } from './trace/index.js';

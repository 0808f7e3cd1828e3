/**
 * The closed-form model: scenario in, numbers out. Pure: nothing here reads files or clocks, or draws random numbers.
 */

export { allStrongBaseline, ownBaseline } from './baseline.js';
export { type Calibration, calibrate, type SegmentCalibration } from './calibration.js';
export {
	cachedPrice,
	callCost,
	effectiveCheck,
	laneCost,
	laneCosts,
	smallCostAt,
	strongCostAt,
} from './cost.js';
export { type Curve, type CurvePoint, computeCurve } from './curve.js';
export { evaluate } from './evaluate.js';
export { labelMargin, labelsNeeded, wilsonInterval } from './labels.js';
export { allSmallResolution, allStrongResolution } from './lane-resolution.js';
export { carriesNoise } from './noise.js';
export { segmentNullReasons } from './null-reasons.js';
export { computeOutcome, costRows, type OutcomeOptions } from './outcome.js';
export type * from './outcome-types.js';
export { relativeChange, type UnmodelledPressure, unmodelledPressures } from './pressure.js';
export { scenarioProblems } from './problems.js';
export type * from './scenario.js';
export { METRIC_NAMES } from './scenario.js';
export {
	minAlarmChange,
	SIGNAL_METRICS,
	type Signal,
	type Signals,
	signalsOf,
	type WeekScenario,
	weekScenarios,
} from './signals.js';
export { segmentThreshold } from './threshold.js';
export { findRequest, type RequestFilter, TRACE_STAGES, type TracedRequest, traceRequest } from './trace/index.js';

/** The closed-form model: scenario in, numbers out. Pure; nothing here reads files, clocks or chance. */

export { allStrongBaseline } from './baseline.js';
export { type Calibration, calibrate, type SegmentCalibration } from './calibration.js';
export { callCost, laneCost } from './cost.js';
export { type Curve, type CurvePoint, curve } from './curve.js';
export { evaluate } from './evaluate.js';
export { labelsNeeded, wilson } from './labels.js';
export { computeOutcome, type OutcomeOptions } from './outcome.js';
export type * from './outcome-types.js';
export { NOT_MODELLED, relativeChange } from './pressure.js';
export { scenarioProblems } from './problems.js';
export { costRows } from './rows.js';
export type * from './scenario.js';
export { METRIC_NAMES } from './scenario.js';
export { SIGNAL_METRICS, type Signal, type Signals, signalsOf, type WeekScenario, weekScenarios } from './signals.js';
export { findRequest, TRACE_STAGES, type TracedRequest, traceRequest, type Wanted } from './trace/index.js';

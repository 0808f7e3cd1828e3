export { findRequest, traceRequest, tracer, type Wanted } from './trace.js';
export type * from './types.js';
export { TRACE_STAGES } from './types.js';

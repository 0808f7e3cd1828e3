export { createTracer, findRequest, type RequestFilter, traceRequest } from './trace.js';
export type * from './types.js';
export { TRACE_STAGES } from './types.js';

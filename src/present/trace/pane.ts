import { TRACE_STAGES, type TracedRequest } from '../../engine/trace/index.js';
import type { LabInput } from '../board/lab-input.js';
import type { Block } from '../pane/block.js';
import { drawTrace } from './drawing.js';
import { traceInputPaths } from './inputs.js';

/** Number of stages to step through. */
export const STAGE_COUNT = TRACE_STAGES.length;

/** The request shown, and the stage reached: 0 is the gateway, the last one the ledger row. */
export interface TracePosition {
	/** Traced in the scenario of the `LabInput` it is used with. */
	readonly request: TracedRequest;
	readonly stage: number;
}

/** Minimum number of lines for a request and its current stage. */
const MIN_LINES = 14;

/** Returns the Trace pane: one request from the gateway to its ledger row, up to the current stage. */
export function traceBlocks(input: LabInput, { request, stage }: TracePosition): readonly Block[] {
	const stageIndex = Math.min(STAGE_COUNT - 1, Math.max(0, Math.trunc(stage)));
	return [
		{
			kind: 'drawing',
			subject: 'trace',
			draw: (room) => drawTrace(input, request, stageIndex, room),
			lines: MIN_LINES,
			grows: true,
			inputs: [traceInputPaths(input, request)],
		},
	];
}

import { TRACE_STAGES, type TracedRequest } from '../../engine/trace/index.js';
import type { LabInput } from '../board/lab-input.js';
import type { Block } from '../pane/block.js';
import { drawTrace } from './drawing.js';
import { traceInputs } from './inputs.js';

/** How many stages there are to step through. */
export const STAGES = TRACE_STAGES.length;

/** Which request is walked, and how far: stage 0 is the gateway, `STAGES` − 1 the ledger row. */
export interface TracePlace {
	/** Traced in the scenario of the same `LabInput`. */
	readonly request: TracedRequest;
	readonly stage: number;
}

/** Lines below which a request and its present stage have no room. */
const LEAST = 14;

/** The Trace pane: one request from the gateway to its ledger row, as far as the reader has stepped. */
export function traceBlocks(input: LabInput, { request, stage }: TracePlace): readonly Block[] {
	const at = Math.min(STAGES - 1, Math.max(0, Math.trunc(stage)));
	return [
		{
			kind: 'drawing',
			draw: (room) => drawTrace(input, request, at, room),
			lines: LEAST,
			grows: true,
			inputs: [traceInputs(input, request)],
		},
	];
}

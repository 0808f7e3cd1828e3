import { type Lab, present } from '../board/lab.js';
import { computeLab, type LabInput } from '../present/board/lab-input.js';
import { TRACE_SEED } from '../screens/lab/trace.js';
import type { TracePlace } from '../screens/state.js';

/** What the panes are drawn from, for the lab's present state. */
export function labInput(lab: Lab, trace: TracePlace): LabInput {
	const { scenario, baseline } = present(lab);
	return computeLab(scenario, lab.before, baseline?.scenario ?? null, { seed: TRACE_SEED, ...trace });
}

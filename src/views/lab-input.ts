import { computeLab, type LabInput } from '../present/index.js';
import { type Lab, present, TRACE_SEED, type TracePlace } from '../store/index.js';

/** What the panes are drawn from, for the lab's present state. */
export function labInput(lab: Lab, trace: TracePlace): LabInput {
	const { scenario, baseline } = present(lab);
	return computeLab(scenario, lab.before, baseline?.scenario ?? null, { seed: TRACE_SEED, ...trace });
}

import { computeLab, type LabInput } from '../present/index.js';
import { type Lab, present } from '../store/index.js';

/** What the panes are drawn from, for the lab's present state. */
export function labInput(lab: Lab): LabInput {
	const { scenario, baseline } = present(lab);
	return computeLab(scenario, lab.before, baseline?.scenario ?? null);
}

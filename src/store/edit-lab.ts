import {
	allowed,
	applyEdits,
	editsBetween,
	findInput,
	type InputValue,
	inputAt,
	inputName,
	inputValue,
	type Result,
	readInput,
	showValue,
	stepInput,
} from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { type Lab, present, record } from './lab.js';

/** Enters a value: the new lab, or why it is refused and what would be accepted. */
export function enter(lab: Lab, path: string, value: InputValue): Result<Lab> {
	const now = present(lab);
	const input = inputAt(now.scenario, path);
	if (!input || inputValue(now.scenario, input) === value) return { ok: true, value: lab };
	const applied = path === 'check' && value === 'on' ? withCheck(lab) : applyEdits(now.scenario, [{ path, value }]);
	if (!applied.ok) return applied;
	const entry = {
		scenario: applied.value,
		edits: editsBetween(lab.loaded, applied.value),
		did: `${inputName(now.scenario, input)} ${showValue(input, value)}`,
	};
	return { ok: true, value: record(lab, entry) };
}

/** A check that is switched on again is the one that was switched off, not a new one. */
function withCheck(lab: Lab): Result<Scenario> {
	const { scenario } = present(lab);
	const before = lab.history.slice(0, lab.at + 1).findLast((entry) => entry.scenario.check !== null);
	const check = before?.scenario.check ?? lab.loaded.check;
	if (!check) return applyEdits(scenario, [{ path: 'check', value: 'on' }]);
	return { ok: true, value: { ...scenario, check } };
}

/** Steps an input. At the end of its range nothing changes, and the range is named. */
export function step(lab: Lab, path: string, steps: number): Result<Lab> {
	const { scenario } = present(lab);
	const found = findInput(scenario, path);
	if (!found.ok) return found;
	const from = inputValue(scenario, found.value);
	const to = stepInput(found.value, from, steps);
	if (to === from && typeof to === 'number')
		return { ok: false, message: `${found.value.label} is at the end of its range`, help: allowed(found.value) };
	return enter(lab, path, to);
}

/** Reads what was typed for an input in the present state. */
export function read(lab: Lab, path: string, text: string): Result<InputValue> {
	const found = findInput(present(lab).scenario, path);
	return found.ok ? readInput(found.value, text) : found;
}

/** Puts one input back to the scenario's own value. */
export function resetInput(lab: Lab, path: string): Result<Lab> {
	const input = inputAt(lab.loaded, path);
	return input ? enter(lab, path, inputValue(lab.loaded, input)) : { ok: true, value: lab };
}

/** Puts every input back to a state (by default the scenario's own); the pinned baseline stays. */
export function resetAll(lab: Lab, to: Scenario | null = null): Lab {
	const scenario = to ?? lab.loaded;
	const edits = editsBetween(lab.loaded, scenario);
	if (editsBetween(scenario, present(lab).scenario).length === 0) return lab;
	return record(lab, { scenario, edits, did: 'reset the scenario' });
}

/** Pins the present state as the baseline, or takes the pin out. */
export function pin(lab: Lab, on: boolean): Lab {
	const { scenario, edits, baseline } = present(lab);
	if (!on && baseline === null) return lab;
	const did = on ? 'pinned the baseline' : 'unpinned the baseline';
	return record(lab, { scenario, edits, baseline: on ? { scenario, edits } : null, did });
}

import {
	allowed,
	applyEdits,
	editsBetween,
	findInput,
	type InputValue,
	inputAt,
	inputName,
	inputValue,
	ownValue,
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
	if (!input || ownValue(now.scenario, input) === value) return { ok: true, value: lab };
	const again = value === 'on' ? withCheck(lab, path) : null;
	const applied = again ?? applyEdits(now.scenario, [{ path, value }]);
	if (!applied.ok) return applied;
	const entry = {
		scenario: applied.value,
		edits: editsBetween(lab.loaded, applied.value),
		did: `${inputName(now.scenario, input)} ${showValue(input, value)}`,
	};
	return { ok: true, value: record(lab, entry) };
}

/** A check that is switched on again is the one that was switched off, not a new one. */
function withCheck(lab: Lab, path: string): Result<Scenario> | null {
	const { scenario } = present(lab);
	const states = [lab.loaded, ...lab.history.slice(0, lab.at + 1).map((entry) => entry.scenario)];
	if (path === 'check') {
		const check = states.findLast((state) => state.check !== null)?.check;
		return check ? { ok: true, value: { ...scenario, check } } : null;
	}
	const at = scenario.segments.findIndex(({ id }) => path === `segments.${id}.check`);
	const known = states.findLast((state) => state.segments[at]?.check !== 'off')?.segments[at]?.check;
	// The board's, or one of its own; where the board has none, a new one.
	if (known === undefined || (known === null && scenario.check === null)) return null;
	const segments = scenario.segments.map((segment, i) => (i === at ? { ...segment, check: known } : segment));
	return { ok: true, value: { ...scenario, segments } };
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

/** Puts one input back to the scenario's own value; the check of a segment goes back whole, to following the board's too. */
export function resetInput(lab: Lab, path: string): Result<Lab> {
	const input = inputAt(lab.loaded, path);
	const own = /^segments\.([^.]+)\.check$/.exec(path)?.[1];
	const { scenario } = present(lab);
	const segment = lab.loaded.segments.find(({ id }) => id === own);
	if (input && segment && scenario.segments.find(({ id }) => id === own)?.check !== segment.check) {
		const segments = scenario.segments.map((one) => (one.id === own ? { ...one, check: segment.check } : one));
		const now = { ...scenario, segments };
		const did = `${inputName(scenario, input)} as it was`;
		return { ok: true, value: record(lab, { scenario: now, edits: editsBetween(lab.loaded, now), did }) };
	}
	return input ? enter(lab, path, ownValue(lab.loaded, input)) : { ok: true, value: lab };
}

/** Puts every input back to a state (by default the scenario's own); the pinned baseline stays. */
export function resetAll(lab: Lab, scenario = lab.loaded): Lab {
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

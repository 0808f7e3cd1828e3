import {
	applyEdits,
	editsBetween,
	findInput,
	formatInputValue,
	type InputValue,
	inputAt,
	inputName,
	inputValue,
	parseTypedInput,
	type Result,
	rangeHint,
	stepInput,
	storedValue,
} from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { currentEntry, type Lab, recordEntry } from './lab.js';

/** Enters a value. Returns the new lab, or why the value is refused and what would be accepted. */
export function enterValue(lab: Lab, path: string, value: InputValue): Result<Lab> {
	const now = currentEntry(lab);
	const input = inputAt(now.scenario, path);
	if (!input || storedValue(now.scenario, input) === value) return { ok: true, value: lab };
	// A check with one figure and no others would be half a check.
	if (path.startsWith('check.') && now.scenario.check === null)
		return { ok: false, message: 'the check is off', help: 'Switch it on first, in the row “check”.' };
	const restored = value === 'on' ? restoreCheck(lab, path) : null;
	const applied = restored ?? applyEdits(now.scenario, [{ path, value }]);
	if (!applied.ok) return applied;
	const edits = editsBetween(lab.loaded, applied.value);
	const did = `${inputName(now.scenario, input)} ${formatInputValue(input, value)}`;
	return { ok: true, value: recordEntry(lab, { scenario: applied.value, edits, description: did }, path) };
}

/**
 * Switches a check on again with the rates it had before, if the history since the lesson was opened has them; null: it
 * needs a new check.
 */
function restoreCheck(lab: Lab, path: string): Result<Scenario> | null {
	const { scenario } = currentEntry(lab);
	const past = lab.history.slice(0, lab.position + 1);
	const own = past.slice(past.findLastIndex(({ byLesson }, i) => byLesson || i === 0));
	const states = [lab.loaded, ...own.map((entry) => entry.scenario)];
	if (path === 'check') {
		const check = states.findLast((state) => state.check !== null)?.check;
		return check ? { ok: true, value: { ...scenario, check } } : null;
	}
	const index = scenario.segments.findIndex(({ id }) => path === `segments.${id}.check`);
	const restored = states.findLast((state) => state.segments[index]?.check !== 'off')?.segments[index]?.check;
	// `null` follows the board's check; if the board has none either, there is nothing to restore.
	if (restored === undefined || (restored === null && scenario.check === null)) return null;
	const segments = scenario.segments.map((segment, i) => (i === index ? { ...segment, check: restored } : segment));
	return { ok: true, value: { ...scenario, segments } };
}

/** Steps an input. At the end of its range it fails with a message that names the range. */
export function stepValue(lab: Lab, path: string, steps: number): Result<Lab> {
	const { scenario } = currentEntry(lab);
	const found = findInput(scenario, path);
	if (!found.ok) return found;
	const from = inputValue(scenario, found.value);
	const to = stepInput(found.value, from, steps);
	if (to === from && typeof to === 'number')
		return { ok: false, message: `${found.value.label} is at the end of its range`, help: rangeHint(found.value) };
	return enterValue(lab, path, to);
}

/** Parses text typed for an input in the current state. */
export function parseValue(lab: Lab, path: string, text: string): Result<InputValue> {
	const found = findInput(currentEntry(lab).scenario, path);
	return found.ok ? parseTypedInput(found.value, text) : found;
}

/**
 * Resets one input to its value in a state, by default the scenario's own. A segment's check is reset as a whole, even to
 * following the board's.
 */
export function resetInput(lab: Lab, path: string, target = lab.loaded): Result<Lab> {
	const input = inputAt(target, path);
	const segmentId = /^segments\.([^.]+)\.check$/.exec(path)?.[1];
	const { scenario } = currentEntry(lab);
	const segment = target.segments.find(({ id }) => id === segmentId);
	if (input && segment && scenario.segments.find(({ id }) => id === segmentId)?.check !== segment.check) {
		const segments = scenario.segments.map((one) => (one.id === segmentId ? { ...one, check: segment.check } : one));
		const now = { ...scenario, segments };
		const did = `${inputName(scenario, input)} as it was`;
		return {
			ok: true,
			value: recordEntry(lab, { scenario: now, edits: editsBetween(lab.loaded, now), description: did }, path),
		};
	}
	return input ? enterValue(lab, path, storedValue(target, input)) : { ok: true, value: lab };
}

/**
 * Resets every input to a state, by default the scenario's own; keeps the pinned baseline. Nothing is marked as changed
 * then: the board is as it was opened.
 */
export function resetAll(lab: Lab, scenario = lab.loaded): Lab {
	const edits = editsBetween(lab.loaded, scenario);
	if (editsBetween(scenario, currentEntry(lab).scenario).length === 0) return lab;
	return { ...recordEntry(lab, { scenario, edits, description: 'put every number back' }), before: null };
}

/** Pins the current state as the baseline, or unpins it. */
export function pinBaseline(lab: Lab, on: boolean): Lab {
	const { scenario, edits, baseline } = currentEntry(lab);
	if (!on && baseline === null) return lab;
	const did = on ? 'pinned the baseline' : 'unpinned the baseline';
	return recordEntry(lab, { scenario, edits, baseline: on ? { scenario, edits } : null, description: did });
}

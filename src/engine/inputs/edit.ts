import { scenarioProblems } from '../problems.js';
import type { Scenario } from '../scenario.js';
import { findInput, readInput } from './read-input.js';
import { type Edit, type Result, refuse } from './result.js';
import { setInput } from './set-input.js';

/** Applies edits in order, then checks the whole: the first thing that does not fit refuses all of them. */
export function applyEdits(scenario: Scenario, edits: readonly Edit[]): Result<Scenario> {
	let current = scenario;
	for (const edit of edits) {
		const next = setInput(current, edit.path, edit.value);
		if (!next.ok) return next;
		current = next.value;
	}
	const problem = scenarioProblems(current)[0];
	return problem ? refuse(`${problem.path}: ${problem.message}`, problem.help) : { ok: true, value: current };
}

/** Reads `PATH=VALUE` for a scenario. */
export function parseEdit(scenario: Scenario, text: string): Result<Edit> {
	const at = text.indexOf('=');
	if (at < 0) return refuse(`“${text}” has no value`, 'Write PATH=VALUE, for example threshold=0.5.');
	const found = findInput(scenario, text.slice(0, at).trim());
	if (!found.ok) return found;
	const value = readInput(found.value, text.slice(at + 1));
	return value.ok ? { ok: true, value: { path: found.value.path, value: value.value } } : value;
}

/** `PATH=VALUE` as `parseEdit` reads it back to the same value. */
export function spellEdit(edit: Edit): string {
	const off = edit.path === 'check' || edit.path.endsWith('.override') ? 'off' : 'none';
	return `${edit.path}=${edit.value === null ? off : spellExactly(edit.value)}`;
}

// A bare number above 1 in a percent field would be read as percent; no valid fraction is above 1.
const spellExactly = (value: number | string): string => (typeof value === 'number' ? String(value + 0) : value);

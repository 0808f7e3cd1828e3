import { checkOf } from '../cost.js';
import { scenarioProblems } from '../problems.js';
import type { Scenario } from '../scenario.js';
import { findInput, readInput } from './read-input.js';
import { type Edit, type Result, refuse } from './result.js';
import { readRow, rowOf } from './rows.js';
import { checkSwitch, setInput } from './set-input.js';
import { readTiers, tiersLane } from './tiers.js';

/** Applies edits in order, then checks the whole: the first thing that does not fit refuses all of them. */
export function applyEdits(scenario: Scenario, edits: readonly Edit[]): Result<Scenario> {
	let current = scenario;
	for (const edit of edits) {
		const next = setInput(current, edit.path, edit.value);
		if (!next.ok) return next;
		current = next.value;
	}
	// Weeks, named states and a baseline of its own lie on top of it and leave out what no longer fits; an edit is not refused for their sake.
	const problem = scenarioProblems({ ...current, weeks: [], states: [], baseline: null })[0];
	return problem ? refuse(`${problem.path}: ${problem.message}`, problem.help) : { ok: true, value: current };
}

/** Reads `PATH=VALUE` for a scenario. */
export function parseEdit(scenario: Scenario, text: string): Result<Edit> {
	const at = text.indexOf('=');
	if (at < 0) return refuse(`“${text}” has no value`, 'Write PATH=VALUE, for example threshold=0.5.');
	const path = text.slice(0, at).trim();
	const row = rowOf(path);
	if (row !== null) {
		const value = readRow(row, text.slice(at + 1));
		return value.ok ? { ok: true, value: { path, value: value.value } } : value;
	}
	const tiers = tiersLane(path);
	if (tiers !== null) {
		const value = readTiers(tiers, text.slice(at + 1));
		return value.ok ? { ok: true, value: { path, value: value.value } } : value;
	}
	const found = findInput(scenario, path);
	if (!found.ok) return found;
	const value = readInput(found.value, text.slice(at + 1));
	return value.ok ? { ok: true, value: { path: found.value.path, value: value.value } } : value;
}

/**
 * Reads and applies `PATH=VALUE` texts in order, each against what the ones before it left (a row must be added
 * before its mix is set), then checks the whole.
 */
export function applyTexts(scenario: Scenario, texts: readonly string[]): Result<EditedScenario> {
	let current = scenario;
	const edits: Edit[] = [];
	for (const text of texts) {
		const edit = parseEdit(current, text);
		if (!edit.ok) return edit;
		const next = setInput(current, edit.value.path, edit.value.value);
		if (!next.ok) return next;
		current = next.value;
		edits.push(edit.value);
	}
	const idle = idleRepair(current, edits);
	if (idle !== undefined)
		return refuse(`${idle.path} is derived while a check is on`, `Turn it off first with ${idle.by}=off.`);
	const applied = applyEdits(scenario, edits);
	return applied.ok ? { ok: true, value: { scenario: applied.value, edits } } : applied;
}

/** A repair rate that was said before its check was: only switching that on after it keeps it, for when it goes off again. */
function idleRepair({ check, segments }: Scenario, edits: readonly Edit[]): { path: string; by: string } | undefined {
	return segments.flatMap((segment) => {
		const path = `segments.${segment.id}.repairRate`;
		const said = edits.findLastIndex((edit) => edit.path === path);
		if (said < 0 || checkOf({ check }, segment) === null) return [];
		const by = checkSwitch(segment);
		const on = edits.findLastIndex((edit) => edit.path === by && edit.value !== null);
		return said > on ? [{ path, by }] : [];
	})[0];
}

/** A scenario, and the edits that made it. */
export interface EditedScenario {
	readonly scenario: Scenario;
	readonly edits: readonly Edit[];
}

/** `PATH=VALUE` as `parseEdit` reads it back to the same value. */
export function spellEdit(edit: Edit): string {
	const off = /(^|\.)(check|override|above)$/.test(edit.path) || rowOf(edit.path) !== null ? 'off' : 'none';
	return `${edit.path}=${edit.value === null ? off : spellExactly(edit.value)}`;
}

// A bare number above 1 in a percent field would be read as percent; no valid fraction is above 1.
const spellExactly = (value: number | string): string => (typeof value === 'number' ? String(value + 0) : value);

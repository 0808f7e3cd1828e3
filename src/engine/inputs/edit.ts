import { effectiveCheck } from '../cost.js';
import { scenarioProblems } from '../problems.js';
import type { Scenario } from '../scenario.js';
import { findInput, parseInput } from './read-input.js';
import { type Edit, type Result, refuse } from './result.js';
import { parseRow, parseRowPath } from './rows.js';
import { effectiveCheckPath, setInput } from './set-input.js';
import { parseTiers, parseTiersPath } from './tiers.js';

/** Applies edits in order, then validates the result. The first problem refuses all of them. */
export function applyEdits(scenario: Scenario, edits: readonly Edit[]): Result<Scenario> {
	let current = scenario;
	for (const edit of edits) {
		const next = setInput(current, edit.path, edit.value);
		if (!next.ok) return next;
		current = next.value;
	}
	// Weeks, states and the baseline build on the edited scenario and skip changes that no longer apply: they are no
	// reason to refuse an edit.
	const problem = scenarioProblems({ ...current, weeks: [], states: [], baseline: null })[0];
	return problem ? refuse(`${problem.path}: ${problem.message}`, problem.help) : { ok: true, value: current };
}

/** Parses `PATH=VALUE` for a scenario. */
export function parseEdit(scenario: Scenario, text: string): Result<Edit> {
	const at = text.indexOf('=');
	if (at < 0) return refuse(`“${text}” has no value`, 'Write PATH=VALUE, for example threshold=0.5.');
	const path = text.slice(0, at).trim();
	const row = parseRowPath(path);
	if (row !== null) {
		const value = parseRow(row, text.slice(at + 1));
		return value.ok ? { ok: true, value: { path, value: value.value } } : value;
	}
	const tiers = parseTiersPath(path);
	if (tiers !== null) {
		const value = parseTiers(tiers, text.slice(at + 1));
		return value.ok ? { ok: true, value: { path, value: value.value } } : value;
	}
	const found = findInput(scenario, path);
	if (!found.ok) return found;
	const value = parseInput(found.value, text.slice(at + 1));
	return value.ok ? { ok: true, value: { path: found.value.path, value: value.value } } : value;
}

/**
 * Parses and applies `PATH=VALUE` texts in order, each against the result of those before it (a row must be added
 * before its mix is set), then validates the result.
 */
export function applyEditTexts(scenario: Scenario, texts: readonly string[]): Result<EditedScenario> {
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
	const idleRate = findIdleRepairRate(current, edits);
	if (idleRate !== undefined)
		return refuse(
			`${idleRate.path} is derived while a check is on`,
			`Turn it off first with ${idleRate.checkInput}=off.`,
		);
	const applied = applyEdits(scenario, edits);
	return applied.ok ? { ok: true, value: { scenario: applied.value, edits } } : applied;
}

/**
 * Finds a repair rate that has no effect because a check is on. A rate given before the check is switched on is fine:
 * it is kept for when the check goes off again.
 */
function findIdleRepairRate(
	{ check, segments }: Scenario,
	edits: readonly Edit[],
): { path: string; checkInput: string } | undefined {
	return segments.flatMap((segment) => {
		const path = `segments.${segment.id}.repairRate`;
		const rateAt = edits.findLastIndex((edit) => edit.path === path);
		if (rateAt < 0 || effectiveCheck({ check }, segment) === null) return [];
		const checkInput = effectiveCheckPath(segment);
		const switchedOnAt = edits.findLastIndex((edit) => edit.path === checkInput && edit.value !== null);
		return rateAt > switchedOnAt ? [{ path, checkInput }] : [];
	})[0];
}

/** A scenario, and the edits that made it. */
export interface EditedScenario {
	readonly scenario: Scenario;
	readonly edits: readonly Edit[];
}

/** Formats an edit as `PATH=VALUE`, so that `parseEdit` reads back the same value. */
export function formatEdit(edit: Edit): string {
	const off = /(^|\.)(check|override|above)$/.test(edit.path) || parseRowPath(edit.path) !== null ? 'off' : 'none';
	return `${edit.path}=${edit.value === null ? off : exactText(edit.value)}`;
}

// A bare number above 1 in a percent field would be read as percent, but no valid fraction is above 1. Adding 0 turns
// −0 into 0.
const exactText = (value: number | string): string => (typeof value === 'number' ? String(value + 0) : value);

import type { Changes, Scenario } from '../scenario.js';
import { choiceWords, isChoice, parseChoice } from './fields.js';
import { findInput } from './read-input.js';
import { type Refusal, type Result, refuse } from './result.js';
import { setInput } from './set-input.js';

/** A change that was refused, with its input path. */
export interface RefusedChange extends Refusal {
	readonly path: string;
}

/**
 * Applies changes as a file states them (input path → value in the model's units), in their order. A change that is
 * refused is skipped and reported.
 */
export function applyChanges(
	scenario: Scenario,
	changes: Changes,
): { readonly scenario: Scenario; readonly refused: readonly RefusedChange[] } {
	let current = scenario;
	const refused: RefusedChange[] = [];
	for (const [path, value] of Object.entries(changes)) {
		const next = applyChange(current, path, value);
		if (next.ok) current = next.value;
		else refused.push({ path, message: next.message, help: next.help });
	}
	return { scenario: current, refused };
}

function applyChange(scenario: Scenario, path: string, value: Changes[string]): Result<Scenario> {
	const found = findInput(scenario, path);
	if (!found.ok) return found;
	const { kind, nullable } = found.value;
	if (isChoice(kind)) {
		// YAML 1.2 reads `off` as a string.
		const choice = value === null ? null : parseChoice(kind, String(value));
		return choice === undefined || (choice === null && parseChoice(kind, 'off') === undefined)
			? refuse(`${path} cannot be ${String(value)}`, `Use ${choiceWords(kind)}.`)
			: setInput(scenario, path, choice);
	}
	if (typeof value === 'number' || (value === null && nullable)) return setInput(scenario, path, value);
	return refuse(`${path} cannot be ${String(value)}`, `Use a number${nullable ? ', or null for not measured' : ''}.`);
}

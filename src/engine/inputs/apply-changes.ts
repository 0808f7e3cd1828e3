import type { Changes, Scenario } from '../scenario.js';
import { findInput } from './read-input.js';
import { type Refusal, type Result, refuse } from './result.js';
import { setInput } from './set-input.js';

/** A change that does not fit, and the path it was for. */
export interface RefusedChange extends Refusal {
	readonly path: string;
}

/**
 * Changes as a file states them (input path → value in the model's units), applied in their order. What does not
 * fit is left out and reported.
 */
export function applyChanges(
	scenario: Scenario,
	changes: Changes,
): { readonly scenario: Scenario; readonly refused: readonly RefusedChange[] } {
	let current = scenario;
	const refused: RefusedChange[] = [];
	for (const [path, value] of Object.entries(changes)) {
		const next = changed(current, path, value);
		if (next.ok) current = next.value;
		else refused.push({ path, message: next.message, help: next.help });
	}
	return { scenario: current, refused };
}

function changed(scenario: Scenario, path: string, value: Changes[string]): Result<Scenario> {
	const found = findInput(scenario, path);
	if (!found.ok) return found;
	const { kind, nullable } = found.value;
	const word = kind === 'override' ? 'strong' : kind === 'switch' ? 'on' : null;
	// YAML 1.2 reads off as a text.
	if (word !== null && value === 'off') return setInput(scenario, path, null);
	const allowed =
		word === null ? typeof value === 'number' || (value === null && nullable) : value === null || value === word;
	if (!allowed || typeof value === 'boolean')
		return refuse(
			`${path} cannot be ${String(value)}`,
			word === null ? `Use a number${nullable ? ', or null for not measured' : ''}.` : `Use ${word} or off.`,
		);
	return setInput(scenario, path, value);
}

import type { Scenario } from '../scenario.js';
import { choiceWords, isChoice, parseChoice } from './fields.js';
import { formatInputValue } from './format-value.js';
import { nearestNames } from './nearest.js';
import { parseNumber } from './parse-number.js';
import { type Input, inputAt, inputPaths } from './resolve.js';
import { type InputValue, type Result, refuse } from './result.js';

/** Finds the input at a path, or refuses it with the closest paths. */
export function findInput(scenario: Scenario, path: string): Result<Input> {
	const input = inputAt(scenario, path);
	if (input) return { ok: true, value: input };
	const near = nearestNames(path, inputPaths(scenario));
	const help =
		near.length > 0
			? `Did you mean ${near.join(', ')}?`
			: `Paths look like ${inputPaths(scenario).slice(0, 2).join(', ')}.`;
	return refuse(`there is no input ${path}`, help);
}

/** Parses a typed value for an input, then checks its range. Percentages are read as `parseNumber` does. */
export function parseInput(input: Input, text: string): Result<InputValue> {
	const typed = text.trim().toLowerCase();
	if (isChoice(input.kind)) {
		const choice = parseChoice(input.kind, typed === 'none' ? 'off' : typed);
		if (choice !== undefined) return { ok: true, value: choice };
		return refuse(`${input.path} cannot be ${text.trim() || 'empty'}`, `Write ${choiceWords(input.kind)}.`);
	}
	if (typed === 'none') {
		if (input.nullable) return { ok: true, value: null };
		return refuse(`${input.path} cannot be left unmeasured`, rangeHint(input));
	}
	const reading = parseNumber(text, input.unit);
	if (!reading.ok)
		return refuse(
			`${input.path}: “${text.trim()}” cannot be read as a number`,
			// The usual examples, such as `2k`, would themselves be out of range.
			input.unit === 'number' && input.range.max <= SMALL_RANGE
				? `Please write a number from ${input.range.min} to ${input.range.max}.`
				: `Please ${reading.message}.`,
		);
	return checkRange(input, reading.value);
}

/** Upper limit of ranges, such as those of threshold and router skill, for which the usual examples are too large. */
const SMALL_RANGE = 1_000;

/** Returns the sentence that states an input's range. */
export function rangeHint(input: Input): string {
	return `Allowed: ${formatInputValue(input, input.range.min)} to ${formatInputValue(input, input.range.max)}.`;
}

/** Refuses a number outside the input's range. */
export function checkRange(input: Input, value: number): Result<number> {
	if (value >= input.range.min && value <= input.range.max) return { ok: true, value };
	return refuse(`${input.path}: ${formatInputValue(input, value)} is out of range`, rangeHint(input));
}

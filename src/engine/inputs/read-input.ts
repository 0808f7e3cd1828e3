import type { Scenario } from '../scenario.js';
import { showValue } from './echo.js';
import { choiceOf, choiceWords, isChoice } from './fields.js';
import { nearest } from './nearest.js';
import { type Input, inputAt, inputPaths } from './resolve.js';
import { type InputValue, type Result, refuse } from './result.js';
import { readNumber } from './spelling.js';

/** Finds the input at a path, or refuses it with the closest paths. */
export function findInput(scenario: Scenario, path: string): Result<Input> {
	const input = inputAt(scenario, path);
	if (input) return { ok: true, value: input };
	const near = nearest(path, inputPaths(scenario));
	const help =
		near.length > 0
			? `Did you mean ${near.join(', ')}?`
			: `Paths look like ${inputPaths(scenario).slice(0, 2).join(', ')}.`;
	return refuse(`there is no input ${path}`, help);
}

/** Parses a typed value for an input, then checks its range. Percentages are read as `parseNumber` does. */
export function readInput(input: Input, text: string): Result<InputValue> {
	const typed = text.trim().toLowerCase();
	if (isChoice(input.kind)) {
		const choice = choiceOf(input.kind, typed === 'none' ? 'off' : typed);
		if (choice !== undefined) return { ok: true, value: choice };
		return refuse(`${input.path} cannot be ${text.trim() || 'empty'}`, `Write ${choiceWords(input.kind)}.`);
	}
	if (typed === 'none') {
		if (input.nullable) return { ok: true, value: null };
		return refuse(`${input.path} cannot be left unmeasured`, allowed(input));
	}
	const reading = readNumber(text, input.unit);
	if (!reading.ok)
		return refuse(
			`${input.path} cannot be read from “${text.trim()}”`,
			// The usual examples, such as `2k`, would themselves be out of range.
			input.unit === 'number' && input.range.max <= SMALL_RANGE
				? `Please write a number from ${input.range.min} to ${input.range.max}.`
				: `Please ${reading.message}.`,
		);
	return inRange(input, reading.value);
}

/** Upper limit of ranges, such as those of threshold and router skill, for which the usual examples are too large. */
const SMALL_RANGE = 1_000;

/** Returns the sentence that states an input's range. */
export function allowed(input: Input): string {
	return `Allowed: ${showValue(input, input.range.min)} to ${showValue(input, input.range.max)}.`;
}

/** Refuses a number outside the input's range. */
export function inRange(input: Input, value: number): Result<number> {
	if (value >= input.range.min && value <= input.range.max) return { ok: true, value };
	return refuse(`${input.path}: ${showValue(input, value)} is out of range`, allowed(input));
}

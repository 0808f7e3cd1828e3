import { CHOICES, isChoice } from './fields.js';
import { trimRoundingError } from './parse-number.js';
import type { Input } from './resolve.js';
import type { InputValue } from './result.js';

/**
 * Returns the value one or more steps away, clamped to the input's range. A choice has two values, and a step either
 * way switches to the other one. An unmeasured number starts at the low end of its range.
 *
 * @param steps number of steps, negative for down
 */
export function stepInput(input: Input, value: InputValue, steps: number): InputValue {
	if (isChoice(input.kind)) return Object.values(CHOICES[input.kind]).find((other) => other !== value) ?? null;
	const from = typeof value === 'number' ? value : input.range.min;
	const to = trimRoundingError(from + steps * input.step);
	return Math.min(input.range.max, Math.max(input.range.min, to));
}

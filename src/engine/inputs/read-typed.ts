import type { Unit } from './metric-unit.js';
import { type ParsedNumber, parseNumber } from './parse-number.js';
import { parseInput } from './read-input.js';
import type { Input } from './resolve.js';
import type { InputValue, Result } from './result.js';

/**
 * Parses a number typed on screen, next to percentages: there a bare 1 is 1%. Flags, files and the journal read it as
 * the fraction 1, as `parseNumber` does; any other number means the same in both.
 */
export const parseTypedNumber = (text: string, unit: Unit): ParsedNumber => parseNumber(withSign(text, unit), unit);

/** Parses a value typed on screen for an input, then checks its range. */
export const parseTypedInput = (input: Input, text: string): Result<InputValue> =>
	parseInput(input, withSign(text, input.unit));

const withSign = (text: string, unit: Unit): string =>
	unit === 'percent' && Math.abs(Number(text)) === 1 ? `${text}%` : text;

/** Returns the percentage that was perhaps meant by a typed number that is read as a fraction, `0.9%` for 0.9; else null. */
export function percentageInstead(text: string, unit: Unit): string | null {
	const typed = Number(text);
	return unit === 'percent' && typed > 0 && typed < 1 ? `${text.trim()}%` : null;
}

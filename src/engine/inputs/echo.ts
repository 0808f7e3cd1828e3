import type { Scenario } from '../scenario.js';
import { choiceWord, isChoice } from './fields.js';
import type { Input } from './resolve.js';
import { tidy } from './spelling.js';

/** A value of an input as it is echoed before it is entered, with its unit and nothing rounded away. */
export function showValue(input: Pick<Input, 'unit' | 'kind'>, value: number | string | null): string {
	if (isChoice(input.kind)) return choiceWord(input.kind, value);
	if (value === null) return 'not measured';
	const number = Number(value);
	switch (input.unit) {
		case 'percent':
			return `${plain(tidy(number * 100))}%`;
		case 'money':
			return `USD ${plain(number)}`;
		case 'duration':
			return `${plain(number)} ms`;
		default:
			return plain(number);
	}
}

/** What an input is called where people read it: `FAQ answer · routed small`, `resolution · limit`. */
export function inputName(scenario: Scenario, { keys, label }: Pick<Input, 'keys' | 'label'>): string {
	const [group, index] = keys;
	if (typeof index !== 'number') return label;
	if (group === 'guardrails') return `${scenario.guardrails[index]?.metric ?? ''} · ${label}`;
	const item = group === 'segments' || group === 'rows' ? scenario[group][index] : undefined;
	return item ? `${item.name} · ${label}` : label;
}

const MOST_DIGITS = 15;
/** Made once, and only when it is needed: the first one of a program loads what `Intl` knows of languages. */
let formatter: Intl.NumberFormat | undefined;

/** Beyond what any figure is for: written out, 1e308 has 309 digits. */
const HUGE = 1e15;
const TINY = 1e-9;

/**
 * Writes a number with a power of ten: `1e308`, or `9.88e304` where digits are limited.
 *
 * @returns null for a number of a usual size
 */
export function powerOfTen(value: number, digits?: number): string | null {
	const size = Math.abs(value);
	if (!Number.isFinite(size) || size === 0 || (size < HUGE && size >= TINY)) return null;
	return value.toExponential(digits).replace('e+', 'e');
}

/**
 * Writes a number whole, with its thousands apart, to 15 significant digits. `Intl` does what needs rounding or an
 * exponent, and nothing else: a tenth of the time to the first frame was its first formatter.
 */
export function plain(value: number): string {
	const extreme = powerOfTen(tidy(value));
	if (extreme !== null) return extreme;
	const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(value))) ?? [];
	const digits = `${whole}${fraction}`.replace(/^0+/, '').length;
	if (whole === '' || digits > MOST_DIGITS) {
		formatter ??= new Intl.NumberFormat('en-US', { maximumSignificantDigits: MOST_DIGITS });
		return formatter.format(value);
	}
	const sign = value < 0 || Object.is(value, -0) ? '-' : '';
	return `${sign}${groupThousands(whole)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Sets the thousands of whole digits apart: `1234567` → `1,234,567`. */
export const groupThousands = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

import type { Scenario } from '../scenario.js';
import { choiceWord, isChoice } from './fields.js';
import { metricLabel } from './metric-label.js';
import { trimRoundingError } from './parse-number.js';
import type { Input } from './resolve.js';

/** Formats a value of an input with its unit, unrounded. */
export function formatInputValue(input: Pick<Input, 'unit' | 'kind'>, value: number | string | null): string {
	if (isChoice(input.kind)) return choiceWord(input.kind, value);
	if (value === null) return 'not measured';
	const number = Number(value);
	switch (input.unit) {
		case 'percent':
			return `${formatPlainNumber(trimRoundingError(number * 100))}%`;
		case 'money':
			return formatDollars(number);
		case 'duration':
			return `${formatPlainNumber(number)} ms`;
		default:
			return formatPlainNumber(number);
	}
}

/** Formats USD unrounded: −0.004 → `−$0.004`. */
const formatDollars = (usd: number): string => formatPlainNumber(usd).replace(/^−?/, '$&$');

/** Returns the display name of an input: `FAQ answer · routed small`, `resolution · limit`. */
export function inputName(scenario: Scenario, { keys, label }: Pick<Input, 'keys' | 'label'>): string {
	const [group, index] = keys;
	if (typeof index !== 'number') return label;
	const guardrail = group === 'guardrails' ? scenario.guardrails[index] : undefined;
	if (guardrail) return `${metricLabel(guardrail.metric)} · ${label}`;
	const item = group === 'segments' || group === 'rows' ? scenario[group][index] : undefined;
	return item ? `${item.name} · ${label}` : label;
}

/** The minus sign of every figure on screen; what is typed may have a hyphen. */
export const MINUS = '−';

const MAX_DIGITS = 15;
/** Created on first use: the first formatter of a program loads the locale data of `Intl`. */
let formatter: Intl.NumberFormat | undefined;

/** Sizes beyond which a number is written with a power of ten: in full, 1e308 has 309 digits. */
const HUGE = 1e15;
const TINY = 1e-9;

/**
 * Formats a very large or very small number with a power of ten: `1e308`, or `9.88e304` if digits are limited.
 *
 * @returns null for a number of ordinary size
 */
export function formatPowerOfTen(value: number, digits?: number): string | null {
	const size = Math.abs(value);
	if (!Number.isFinite(size) || size === 0 || (size < HUGE && size >= TINY)) return null;
	return value.toExponential(digits).replace('e+', 'e').replace(/^-/, MINUS);
}

/**
 * Formats a number to 15 significant digits with thousands separators; a very large or very small one with a power of
 * ten. Uses `Intl` only for numbers that need rounding or that `String` writes with an exponent: creating the first
 * formatter took a tenth of the time to the first frame.
 */
export function formatPlainNumber(value: number): string {
	const extreme = formatPowerOfTen(trimRoundingError(value));
	if (extreme !== null) return extreme;
	const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(value))) ?? [];
	const digits = `${whole}${fraction}`.replace(/^0+/, '').length;
	if (whole === '' || digits > MAX_DIGITS) {
		formatter ??= new Intl.NumberFormat('en-US', { maximumSignificantDigits: MAX_DIGITS });
		return formatter.format(value).replace('-', MINUS);
	}
	const sign = value < 0 || Object.is(value, -0) ? MINUS : '';
	return `${sign}${groupThousands(whole)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Inserts thousands separators into a string of digits: `1234567` → `1,234,567`. */
export const groupThousands = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

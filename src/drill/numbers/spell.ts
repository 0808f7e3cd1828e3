import { groupThousands } from '../../engine/inputs/index.js';
import { tidy } from '../../engine/inputs/spelling.js';

/** To the nearest multiple of a step, without binary noise: (0.5172, 0.01) → 0.52. */
export const toStep = (value: number, step: number): number => tidy(Math.round(tidy(value / step)) * step);

/** To so many significant digits: (1734, 2) → 1700. */
export const significant = (value: number, digits: number): number => Number(value.toPrecision(digits));

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** With a fixed number of decimals, thousands grouped: 1059 → `1,059`. A negative number has a real minus sign. */
export function fixed(value: number, digits: number): string {
	const [whole = '', decimals] = Math.abs(value).toFixed(digits).split('.');
	const text = groupThousands(whole) + (decimals === undefined ? '' : `.${decimals}`);
	return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Every digit that a number has and no more: 0.0016 → `0.0016`, 2000 → `2,000`. Reading it back gives the number. */
export function exact(value: number): string {
	const short = tidy(value);
	// A shorter spelling with an exponent has more decimals than it has digits.
	const [digits = '', exponent = '0'] = short.toExponential().split('e');
	const decimals = Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
	return fixed(short, decimals);
}

/** A fraction as a percentage, in full: 0.965 → `96.5%`. */
export const exactPercent = (fraction: number): string => `${exact(fraction * 100)}%`;

/** 1 − x in full, without what the difference leaves in the last binary digits: 0.94 → `0.06`. */
export const left = (rate: number): string => exact(Number((1 - rate).toFixed(12)));

/** A step on the way, to seven digits, for what follows may be a small difference; and never more than the number has. */
export const about = (value: number): string => exact(significant(value, 7));

/** Decimals that show three digits of a value, and at least so many. */
export const threeDigits = (value: number, least: number): number =>
	Math.max(least, 2 - Math.floor(Math.log10(Math.abs(value))));

import { groupThousands } from '../../engine/inputs/index.js';
import { tidy } from '../../engine/inputs/spelling.js';

/** Rounds to the nearest multiple of a step, without binary noise: (0.5172, 0.01) → 0.52. */
export const toStep = (value: number, step: number): number => tidy(Math.round(tidy(value / step)) * step);

/** Rounds to a number of significant digits: (1734, 2) → 1700. */
export const significant = (value: number, digits: number): number => Number(value.toPrecision(digits));

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Formats with a fixed number of decimals and grouped thousands: 1059 → `1,059`. Negative numbers get a real minus sign. */
export function fixed(value: number, digits: number): string {
	const [integerPart = '', decimals] = Math.abs(value).toFixed(digits).split('.');
	const text = groupThousands(integerPart) + (decimals === undefined ? '' : `.${decimals}`);
	return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Formats every digit of a number and no more: 0.0016 → `0.0016`, 2000 → `2,000`. Parsing it gives the number back. */
export function exact(value: number): string {
	const short = tidy(value);
	// A negative exponent adds decimals beyond the digits shown.
	const [digits = '', exponent = '0'] = short.toExponential().split('e');
	const decimals = Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
	return fixed(short, decimals);
}

/** Formats a fraction as a percentage with all its digits: 0.965 → `96.5%`. */
export const exactPercent = (fraction: number): string => `${exact(fraction * 100)}%`;

/** Formats 1 − x with all its digits, without binary noise: 0.94 → `0.06`. */
export const left = (rate: number): string => exact(Number((1 - rate).toFixed(12)));

/** Formats an intermediate result to at most seven digits, because the next step may be a small difference. */
export const about = (value: number): string => exact(significant(value, 7));

/** Returns the decimals that show three significant digits of a value, and at least `least`. */
export const threeDigits = (value: number, minimum: number): number =>
	Math.max(minimum, 2 - Math.floor(Math.log10(Math.abs(value))));

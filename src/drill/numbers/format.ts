import { groupThousands } from '../../engine/inputs/index.js';
import { trimRoundingError } from '../../engine/inputs/parse-number.js';

/** Rounds to the nearest multiple of a step, without binary noise: (0.5172, 0.01) → 0.52. */
export const roundToStep = (value: number, step: number): number =>
	trimRoundingError(Math.round(trimRoundingError(value / step)) * step);

/** Rounds to a number of significant digits: (1734, 2) → 1700. */
export const roundSignificant = (value: number, digits: number): number => Number(value.toPrecision(digits));

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Formats with fixed decimals and grouped thousands: 1059 → `1,059`. Negative numbers get a real minus sign. */
export function formatFixed(value: number, digits: number): string {
	const [integerPart = '', decimals] = Math.abs(value).toFixed(digits).split('.');
	const text = groupThousands(integerPart) + (decimals === undefined ? '' : `.${decimals}`);
	return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Formats exactly the digits of a number: 0.0016 → `0.0016`, 2000 → `2,000`. Parsing gives the number back. */
export function formatExact(value: number): string {
	const short = trimRoundingError(value);
	// A negative exponent adds decimals beyond the digits shown.
	const [digits = '', exponent = '0'] = short.toExponential().split('e');
	const decimals = Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
	return formatFixed(short, decimals);
}

/** Formats exactly the digits of an amount in USD: 0.0016 → `$0.0016`. */
export const formatExactDollars = (usd: number): string => formatExact(usd).replace(/^−?/, '$&$');

/** Formats a fraction as a percentage with all its digits: 0.965 → `96.5%`. */
export const formatExactPercent = (fraction: number): string => `${formatExact(fraction * 100)}%`;

/** Formats 1 − x with all its digits, without binary noise: 0.94 → `0.06`. */
export const formatComplement = (rate: number): string => formatExact(Number((1 - rate).toFixed(12)));

/** Formats an intermediate result to at most seven digits, because the next step may be a small difference. */
export const formatApproximate = (value: number): string => formatExact(roundSignificant(value, 7));

/** Returns the decimals that show three significant digits of a value, and at least `minimum`. */
export const decimalsForThreeDigits = (value: number, minimum: number): number =>
	Math.max(minimum, 2 - Math.floor(Math.log10(Math.abs(value))));

import { formatPowerOfTen, groupThousands, MINUS, type Unit } from '../../engine/inputs/index.js';

export { NOT_MEASURED, NOT_MEASURED_LEGEND, NOT_MEASURED_SHORT } from '../../text/line.js';

/** Text of a figure without requests to measure. */
export const NOT_APPLICABLE = '–';

/**
 * Formats a number with a fixed number of decimals and grouped thousands, as `Intl.NumberFormat('en-US')` does: halves
 * of the shortest decimal form are rounded away from zero. Does not use Intl, because creating the first formatter
 * loads locale data, which takes a tenth of the time to the first frame.
 */
function formatGrouped(value: number, digits: number): string {
	const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(value))) ?? [];
	if (whole === undefined) return formatByIntl(value, digits);
	const truncated = whole + fraction.slice(0, digits).padEnd(digits, '0');
	const rounded =
		(fraction[digits] ?? '0') < '5' ? truncated : String(BigInt(truncated) + 1n).padStart(truncated.length, '0');
	const point = rounded.length - digits;
	return `${value < 0 ? MINUS : ''}${groupThousands(rounded.slice(0, point))}${digits > 0 ? `.${rounded.slice(point)}` : ''}`;
}

/** Formats what `String` writes with an exponent, infinities and NaN. */
const formatByIntl = (value: number, digits: number): string =>
	new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
		.format(value)
		.replace('-', MINUS);

// Avoids "−0" where a small negative number is rounded to zero.
const snapToZero = (value: number, digits: number): number => (Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value);
const formatFixed = (value: number, digits: number): string => {
	const shown = snapToZero(value, digits);
	return formatPowerOfTen(shown, 2) ?? formatGrouped(shown, digits);
};

/** Formats a fraction as a percentage: 0.84 → `84.0%`. */
export const percent = (fraction: number, digits = 1): string => `${formatFixed(fraction * 100, digits)}%`;

/** Formats USD with a fixed number of decimals, without the unit: 0.0076785 → `0.0077`. */
export const money = (usd: number, digits = 4): string => formatFixed(usd, digits);

/** Formats USD with its sign and unit: −0.0042 → `−$0.0042`. */
export const dollars = (usd: number, digits = 4): string => money(usd, digits).replace(/^−?/, '$&$');

/** Formats a price as sellers list it, with its unit: with at least `least` decimals, and enough for an error below a thousandth. */
export function price(usd: number, least = 2): string {
	let digits = least;
	while (digits < MAX_PRICE_DIGITS && Math.abs(Number(usd.toFixed(digits)) - usd) > usd / 1000) digits += 1;
	return dollars(usd, digits);
}

/** Maximum number of decimals; no model is cheap enough to need more. */
const MAX_PRICE_DIGITS = 7;

/** Formats a plain number. */
export const number = (value: number, digits = 0): string => formatFixed(value, digits);

/**
 * Formats a value in its unit.
 *
 * @param more number of additional decimals
 */
export function inUnit(value: number, unit: Unit, more = 0): string {
	switch (unit) {
		case 'percent':
			return percent(value, 1 + more);
		case 'money':
			return dollars(value, (Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 2 : 4) + more);
		case 'duration':
			return `${formatFixed(value, more)} ms`;
		default:
			return number(value, (Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2) + more);
	}
}

/** Returns how many additional decimals tell two different values apart, at most four. */
export function digitsToDistinguish(a: number, b: number, unit: Unit): number {
	let more = 0;
	// Values that differ only by rounding errors count as the same.
	const differ = Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a));
	while (differ && more < 4 && inUnit(a, unit, more) === inUnit(b, unit, more)) more += 1;
	return more;
}

const plusSign = (value: number): string => (value > 0 ? '+' : '');

/** Formats a difference in percentage points: 0.01 → `+1.0 pt`. `more`: number of additional decimals. */
export function points(difference: number, more = 0): string {
	const digits = (Math.abs(difference) < 0.0005 ? 2 : 1) + more; // so that a small change is not shown as none
	return `${plusSign(snapToZero(difference * 100, digits))}${formatFixed(difference * 100, digits)} pt`;
}

/** Formats a relative change: from 2 to 3 → `+50.0%`, from 2 to 300 → `×150`; null from 0, where it is undefined. */
export function relative(from: number, to: number): string | null {
	if (from === 0) return to === 0 ? '0.0%' : null;
	const change = (to - from) / Math.abs(from);
	const times = to / from;
	// From a hundredfold on, a percentage is hard to read.
	if (times >= 100) return `×${times < 999_999.5 ? formatFixed(times, 0) : times.toExponential(1).replace('+', '')}`;
	const digits = Math.abs(change) >= 9.995 ? 0 : 1;
	return `${plusSign(snapToZero(change * 100, digits))}${formatFixed(change * 100, digits)}%`;
}

/**
 * Formats a signed difference: in points for rates, otherwise in the unit itself.
 *
 * @param more number of additional decimals
 */
export function difference(by: number, unit: Unit, more = 0): string {
	if (unit === 'percent') return points(by, more);
	const text = inUnit(by, unit, more);
	return `${by > 0 && /[1-9]/.test(text) ? '+' : ''}${text}`;
}

/** Formats the remaining time in minutes and seconds: `9:05`. */
export function formatClock(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Returns the time until something is due, in words; at least one minute. */
export function dueText(iso: string, now: number): string {
	const minutes = Math.max(1, Math.round((Date.parse(iso) - now) / 60_000));
	if (minutes < 60) return `in ${minutes} min`;
	const hours = Math.round(minutes / 60);
	return hours < 36 ? `in ${hours} h` : `in ${Math.round(hours / 24)} days`;
}

/** Returns the source of the figures, followed by the notes on prices. */
export const sourceText = (source: string, notes: readonly string[]): string =>
	notes.length === 0 ? source : [toSentence(source), ...notes].join(' ');

/** Ends a text with a full stop unless it ends like a sentence. */
export const toSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

import { groupThousands, powerOfTen, type Unit } from '../../engine/inputs/index.js';

export { NOT_MEASURED, NOT_MEASURED_LEGEND, NOT_MEASURED_SHORT } from '../../text/line.js';

/** There is nothing to measure here: no request went this way. */
export const NOTHING = '–';

const MINUS = '−';

/**
 * A number with a fixed number of decimals and its thousands apart, as `Intl.NumberFormat('en-US')` writes it: halves of
 * the shortest decimal go away from zero. Written out, because the first formatter of a program loads what Intl knows of
 * languages, a tenth of the time to the first frame.
 */
function grouped(value: number, digits: number): string {
	const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(value))) ?? [];
	if (whole === undefined) return formatByIntl(value, digits);
	const kept = whole + fraction.slice(0, digits).padEnd(digits, '0');
	const rounded = (fraction[digits] ?? '0') < '5' ? kept : String(BigInt(kept) + 1n).padStart(kept.length, '0');
	const point = rounded.length - digits;
	return `${value < 0 ? MINUS : ''}${groupThousands(rounded.slice(0, point))}${digits > 0 ? `.${rounded.slice(point)}` : ''}`;
}

/** For what JavaScript writes with an exponent, and for what is no number. */
const formatByIntl = (value: number, digits: number): string =>
	new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
		.format(value)
		.replace('-', MINUS);

// Rounding a small negative to nothing must not leave its sign behind.
const settled = (value: number, digits: number): number => (Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value);
const fixed = (value: number, digits: number): string => {
	const shown = settled(value, digits);
	return powerOfTen(shown, 2)?.replace('-', MINUS) ?? grouped(shown, digits);
};

/** A fraction as a percentage: 0.84 → `84.0%`. */
export const percent = (fraction: number, digits = 1): string => `${fixed(fraction * 100, digits)}%`;

/** USD with a fixed number of decimals, without its unit: 0.0076785 → `0.0077`. */
export const money = (usd: number, digits = 4): string => fixed(usd, digits);

/** A price as sellers list it: with as many digits beyond `least` as tell it to a thousandth, so that 0.005 is no 0.01. */
export function price(usd: number, least = 2): string {
	let digits = least;
	while (digits < MOST_PRICE_DIGITS && Math.abs(Number(usd.toFixed(digits)) - usd) > usd / 1000) digits += 1;
	return money(usd, digits);
}

/** Nothing cheaper is sold: prices below are shown as 0. */
const MOST_PRICE_DIGITS = 7;

/** A plain number. */
export const number = (value: number, digits = 0): string => fixed(value, digits);

/**
 * A value in its unit as the tables print it; money carries no unit because the label or header does.
 *
 * @param more digits beyond the usual ones
 */
export function inUnit(value: number, unit: Unit, more = 0): string {
	switch (unit) {
		case 'percent':
			return percent(value, 1 + more);
		case 'money':
			return money(value, (Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 2 : 4) + more);
		case 'duration':
			return `${fixed(value, more)} ms`;
		default:
			return number(value, (Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2) + more);
	}
}

/** Digits beyond the usual ones that it takes to tell values apart which are not the same; at most four. */
export function digitsApart(a: number, b: number, unit: Unit): number {
	let more = 0;
	// The same to rounding is the same.
	const apart = Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a));
	while (apart && more < 4 && inUnit(a, unit, more) === inUnit(b, unit, more)) more += 1;
	return more;
}

const SIGN = (value: number): string => (value > 0 ? '+' : '');

/** A difference in points of percent: 0.01 → `+1.0 pt`. */
export function points(difference: number): string {
	const digits = Math.abs(difference) < 0.0005 ? 2 : 1; // a small move is still a move
	return `${SIGN(settled(difference * 100, digits))}${fixed(difference * 100, digits)} pt`;
}

/** A relative change: from 2 to 3 → `+50.0%`, from 2 to 300 → `×150`; null from 0, where there is none. */
export function relative(from: number, to: number): string | null {
	if (from === 0) return to === 0 ? '0.0%' : null;
	const change = (to - from) / Math.abs(from);
	const times = to / from;
	// A hundredfold says nothing in percent.
	if (times >= 100) return `×${times < 999_999.5 ? fixed(times, 0) : times.toExponential(1).replace('+', '')}`;
	const digits = Math.abs(change) >= 9.995 ? 0 : 1;
	return `${SIGN(settled(change * 100, digits))}${fixed(change * 100, digits)}%`;
}

/** A signed difference in a unit: points for rates, the unit itself for the rest. */
export function difference(by: number, unit: Unit): string {
	if (unit === 'percent') return points(by);
	const text = inUnit(by, unit);
	return `${by > 0 && /[1-9]/.test(text) ? '+' : ''}${text}`;
}

/** What a clock still has, in minutes and seconds: `9:05`. */
export function clockTime(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** When something is due, from now. */
export function whenWords(iso: string, now: number): string {
	const minutes = Math.max(1, Math.round((Date.parse(iso) - now) / 60_000));
	if (minutes < 60) return `in ${minutes} min`;
	const hours = Math.round(minutes / 60);
	return hours < 36 ? `in ${hours} h` : `in ${Math.round(hours / 24)} days`;
}

/** Where figures come from, with what was said of their prices. */
export const figuresFrom = (source: string, notes: readonly string[]): string =>
	notes.length === 0 ? source : [sentence(source), ...notes].join(' ');

/** A text as a sentence. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

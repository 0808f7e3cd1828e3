import { kindUnit } from '../../engine/inputs/fields.js';
import { KIND_RANGES, type Kind } from '../../engine/inputs/kinds.js';
import { parseNumber, trimRoundingError } from '../../engine/inputs/parse-number.js';
import { formatGrouped } from '../problems/unsafe-text.js';

/** Numbers that YAML reads in base ten. */
const YAML_NUMBER = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?$/i;
const HEXADECIMAL = /^0x[\da-f]+$/i;
const CLOCK = /^(?:(\d+):)?(\d+):(\d{2})$/;
const OTHER_CURRENCY = /[€£¥₹]|\b(?:EUR|GBP|CHF|JPY|CNY|INR)\b/i;

/** Kinds whose values may be meant as percentages. */
const PERCENT_KINDS: readonly (Kind | null)[] = ['percent', 'auc', 'limit'];

/**
 * Suggests what to write instead of a value that was meant as a number of this kind, or null if it cannot be guessed.
 */
export function suggestNumber(value: unknown, kind: Kind | null): string | null {
	if (typeof value === 'number') return kind === 'percent' ? suggestFraction(value) : null;
	if (typeof value !== 'string') return null;
	const written = value.trim();
	if (YAML_NUMBER.test(written))
		return fits(Number(written), kind) ? `Write ${written}, without quotes.` : suggestNumber(Number(written), kind);
	if (HEXADECIMAL.test(written)) return fits(Number(written), kind) ? `Write ${Number(written)} for ${written}.` : null;
	const normalized = written.normalize('NFKC');
	const text = normalized.replace(/\s*tokens?$/i, '');
	if (CLOCK.test(text)) return suggestMilliseconds(text, kind);
	if (OTHER_CURRENCY.test(text) && /\d/.test(text))
		return kind === 'price' || kind === 'money'
			? 'Amounts are in USD: convert it, and write the number alone.'
			: 'Write the number alone, without a currency.';
	return suggestFromText(text, kind, normalized !== written);
}

/** Suggests a number for a text with digits, from the notations of its kind. */
function suggestFromText(text: string, kind: Kind | null, isNormalized: boolean): string | null {
	const percent = text.endsWith('%');
	if (percent && !PERCENT_KINDS.includes(kind)) return null;
	const unit = percent ? 'percent' : kind === null || kind === 'limit' ? 'number' : kindUnit(kind);
	const candidates = separatorReadings(text).flatMap(({ text: one, separator }): Candidate[] => {
		const reading = parseNumber(one, unit);
		return reading.ok && fits(reading.value, kind) ? [{ one, number: reading.value, separator }] : [];
	});
	const whole = candidates.filter(({ number }) => Number.isInteger(number));
	// Read as a count, 1,200 is twelve hundred and not 1.2.
	const [first, second] = WHOLE_KINDS.includes(kind) && whole.length > 0 ? whole : candidates;
	if (!first) return null;
	if (second)
		return `Write ${first.number} if the comma separates thousands, or ${second.number} if it is a decimal comma.`;
	if (unit === 'percent' && !isClose(Number.parseFloat(first.one), first.number))
		return suggestFraction(trimRoundingError(first.number * 100));
	if (first.separator !== null && /^[-+]?\D?\d[\d.,_'’ ]*$/.test(text))
		return `Write ${first.number}, ${WITHOUT[first.separator]}.`;
	if (isNormalized && /^[\d.]+$/.test(text)) return `Write ${first.number} in plain digits.`;
	return `Write ${first.number}: digits and a decimal point, without units, quotes or separators.`;
}

interface Candidate {
	/** With a decimal point, and the sign, currency or unit around the digits. */
	readonly one: string;
	readonly number: number;
	readonly separator: Separator;
}

const WITHOUT = {
	decimal: 'with a decimal point in place of the decimal comma',
	thousands: 'without a thousands separator',
} as const;

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.abs(b);

const fits = (number: number, kind: Kind | null): boolean =>
	kind === null ? Number.isInteger(number) : number >= KIND_RANGES[kind].min && number <= KIND_RANGES[kind].max;

function suggestMilliseconds(text: string, kind: Kind | null): string {
	const [, hours = '0', minutes = '0', seconds = '0'] = CLOCK.exec(text) ?? [];
	if (kind !== 'duration' && kind !== 'delay') return `Write one number: ${text} is a time or a ratio.`;
	const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
	return `Times are in milliseconds: write ${ms} if ${text} is ${/:.*:/.test(text) ? 'hours, minutes' : 'minutes'} and seconds.`;
}

function suggestFraction(percent: number): string | null {
	if (!(percent > 0 && percent <= 100)) return null;
	const share = Number((percent / 100).toPrecision(15));
	return `Write ${share} for ${percent}%: rates are fractions in a file.`;
}

/** An example number of each kind. */
const EXAMPLES: Record<Kind, number> = {
	percent: 0.25,
	auc: 0.8,
	price: 0.5,
	money: 4,
	tokens: 2000,
	multiple: 1.25,
	attempts: 1.2,
	times: 1,
	duration: 700,
	delay: 300,
	labels: 600,
	count: 10000,
	threshold: 0.5,
	limit: 0.05,
};

const WHOLE_KINDS: readonly (Kind | null)[] = ['labels', 'tokens', 'count', null];

/**
 * Explains what kind of number to write if the intended one cannot be guessed.
 *
 * @param kind null: a whole number from 0
 */
export function genericNumberHelp(value: unknown, kind: Kind | null): string {
	const whole = WHOLE_KINDS.includes(kind);
	if (typeof value !== 'number' || !Number.isFinite(value))
		return `Write a${whole ? ' whole' : ''} number such as ${kind === null ? 1 : EXAMPLES[kind]}.`;
	if (whole && (kind === null || value < 0)) return 'Write a whole number from 0.';
	const { min, max } = KIND_RANGES[kind ?? 'count'];
	if (kind === 'percent' || kind === 'auc' || kind === 'threshold')
		return `Write a number from ${formatGrouped(min)} to ${formatGrouped(max)}.`;
	return value < min ? `Write ${formatGrouped(min)} or more.` : `Write ${formatGrouped(max)} or less.`;
}

/** Interpretation of the separator between digits; null: there is none. */
type Separator = 'decimal' | 'thousands' | null;

/** One interpretation of a number: with a decimal point, and no other separator between its digits. */
interface SeparatorReading {
	readonly text: string;
	readonly separator: Separator;
}

/** Text before the digits (sign, currency), the digits, and the text after them (unit). */
const PARTS = /^([^\d.,]*)([.,]?\d(?:[\d.,_'’ ]*\d)?\.?)(.*)$/s;

const SHAPES: readonly (readonly [shape: RegExp, separators: readonly Separator[]])[] = [
	[/^(?:\d+\.?\d*|\.\d+)$/, [null]],
	[/^[1-9]\d{0,2}(?:[_'’ ]\d{3})+(?:[.,]\d+)?$/, ['thousands']],
	[/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/, ['thousands']],
	[/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/, ['decimal']],
	[/^[1-9]\d{0,2}(?:,\d{3}){2,}$/, ['thousands']],
	[/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/, ['thousands']],
	// 1,200 is twelve hundred in one country and 1.2 in another.
	[/^[1-9]\d{0,2},\d{3}$/, ['thousands', 'decimal']],
	[/^\d*,\d+$/, ['decimal']],
];

/** Returns every number that a text with digits may stand for; empty: its separators make no sense. */
function separatorReadings(text: string): readonly SeparatorReading[] {
	const [, before = '', digits = '', after = ''] = PARTS.exec(text) ?? [];
	const separators = SHAPES.find(([shape]) => shape.test(digits))?.[1] ?? [];
	return separators.map((separator) => ({ text: `${before}${normalizeDigits(digits, separator)}${after}`, separator }));
}

function normalizeDigits(digits: string, separator: Separator): string {
	if (separator === 'decimal') return digits.replace(/[._'’ ]/g, '').replace(',', '.');
	if (separator === null) return digits;
	// The last separator may be the decimal one: 1 200,50 and 1,200.50.
	const [, whole = digits, fraction = ''] = /^(.*)[.,](\d{1,2}|\d{4,})$/.exec(digits) ?? [];
	return `${whole.replace(/\D/g, '')}${fraction && `.${fraction}`}`;
}

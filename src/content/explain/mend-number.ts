import { kindUnit } from '../../engine/inputs/fields.js';
import { KINDS, type Kind } from '../../engine/inputs/kinds.js';
import { readNumber, tidy } from '../../engine/inputs/spelling.js';
import { grouped } from '../problems/harmless.js';

/** What YAML reads as a number of base ten. */
const YAML_NUMBER = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?$/i;
const HEXADECIMAL = /^0x[\da-f]+$/i;
const CLOCK = /^(?:(\d+):)?(\d+):(\d{2})$/;
const OTHER_CURRENCY = /[€£¥₹]|\b(?:EUR|GBP|CHF|JPY|CNY|INR)\b/i;

/** Kinds of which a value may be written with a percent sign. */
const RATES: readonly (Kind | null)[] = ['percent', 'auc', 'limit'];

/** What to write instead of something that was meant as a number of this kind, or null if it cannot be guessed. */
export function mendNumber(value: unknown, kind: Kind | null): string | null {
	if (typeof value === 'number') return kind === 'percent' ? fraction(value) : null;
	if (typeof value !== 'string') return null;
	const written = value.trim();
	if (YAML_NUMBER.test(written))
		return fits(Number(written), kind) ? `Write ${written}, without quotes.` : mendNumber(Number(written), kind);
	if (HEXADECIMAL.test(written)) return fits(Number(written), kind) ? `Write ${Number(written)} for ${written}.` : null;
	const folded = written.normalize('NFKC');
	const text = folded.replace(/\s*tokens?$/i, '');
	if (CLOCK.test(text)) return clock(text, kind);
	if (OTHER_CURRENCY.test(text) && /\d/.test(text))
		return kind === 'price' || kind === 'money'
			? 'Amounts are in USD: convert it, and write the number alone.'
			: 'Write the number alone, without a currency.';
	return spelled(text, kind, folded !== written);
}

/** What the kind's usual spellings make of a text that holds digits. */
function spelled(text: string, kind: Kind | null, folded: boolean): string | null {
	const percent = text.endsWith('%');
	if (percent && !RATES.includes(kind)) return null;
	const unit = percent ? 'percent' : kind === null || kind === 'limit' ? 'number' : kindUnit(kind);
	const found = separatorReadings(text).flatMap(({ text: one, separator }): Found[] => {
		const reading = readNumber(one, unit);
		return reading.ok && fits(reading.value, kind) ? [{ one, number: reading.value, separator }] : [];
	});
	const whole = found.filter(({ number }) => Number.isInteger(number));
	// Of twelve hundred labels and one and a fifth, nobody counted the second.
	const [first, second] = WHOLE.includes(kind) && whole.length > 0 ? whole : found;
	if (!first) return null;
	if (second)
		return `Write ${first.number} if the comma separates thousands, or ${second.number} if it is a decimal comma.`;
	if (unit === 'percent' && !closeTo(Number.parseFloat(first.one), first.number))
		return fraction(tidy(first.number * 100));
	if (first.separator !== null && /^[-+]?\D?\d[\d.,_'’ ]*$/.test(text))
		return `Write ${first.number}, ${WITHOUT[first.separator]}.`;
	if (folded && /^[\d.]+$/.test(text)) return `Write ${first.number} in plain digits.`;
	return `Write ${first.number}: digits and a decimal point, without units, quotes or separators.`;
}

interface Found {
	/** With a decimal point, and what stands around the digits. */
	readonly one: string;
	readonly number: number;
	readonly separator: Separator;
}

const WITHOUT = {
	decimal: 'with a decimal point in place of the decimal comma',
	thousands: 'without a thousands separator',
} as const;

const closeTo = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.abs(b);

const fits = (number: number, kind: Kind | null): boolean =>
	kind === null ? Number.isInteger(number) : number >= KINDS[kind].min && number <= KINDS[kind].max;

function clock(text: string, kind: Kind | null): string {
	const [, hours = '0', minutes = '0', seconds = '0'] = CLOCK.exec(text) ?? [];
	if (kind !== 'duration' && kind !== 'delay') return `Write one number: ${text} is a time or a ratio.`;
	const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
	return `Times are in milliseconds: write ${ms} if ${text} is ${/:.*:/.test(text) ? 'hours, minutes' : 'minutes'} and seconds.`;
}

function fraction(percent: number): string | null {
	if (!(percent > 0 && percent <= 100)) return null;
	const share = Number((percent / 100).toPrecision(15));
	return `Write ${share} for ${percent}%: rates are fractions in a file.`;
}

/** A number of each kind as it could stand in a file. */
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

const WHOLE: readonly (Kind | null)[] = ['labels', 'tokens', 'count', null];

/**
 * What kind of number to write where nobody can guess which.
 *
 * @param kind null: a whole number from 0
 */
export function writeNumber(value: unknown, kind: Kind | null): string {
	const whole = WHOLE.includes(kind);
	if (typeof value !== 'number' || !Number.isFinite(value))
		return `Write a${whole ? ' whole' : ''} number such as ${kind === null ? 1 : EXAMPLES[kind]}.`;
	if (whole && (kind === null || value < 0)) return 'Write a whole number from 0.';
	const { min, max } = KINDS[kind ?? 'count'];
	if (kind === 'percent' || kind === 'auc' || kind === 'threshold')
		return `Write a number from ${grouped(min)} to ${grouped(max)}.`;
	return value < min ? `Write ${grouped(min)} or more.` : `Write ${grouped(max)} or less.`;
}

/** What the comma (or another separator) between digits is taken for; null: there is none. */
type Separator = 'decimal' | 'thousands' | null;

/** A number as it may have been meant, with a decimal point and nothing else between its digits. */
interface SeparatorReading {
	readonly text: string;
	readonly separator: Separator;
}

/** What stands around the digits (a sign, a currency, a unit) is kept. */
const PARTS = /^([^\d.,]*)([.,]?\d(?:[\d.,_'’ ]*\d)?\.?)(.*)$/s;

const SHAPES: readonly (readonly [shape: RegExp, separators: readonly Separator[]])[] = [
	[/^(?:\d+\.?\d*|\.\d+)$/, [null]],
	[/^[1-9]\d{0,2}(?:[_'’ ]\d{3})+(?:[.,]\d+)?$/, ['thousands']],
	[/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/, ['thousands']],
	[/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/, ['decimal']],
	[/^[1-9]\d{0,2}(?:,\d{3}){2,}$/, ['thousands']],
	[/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/, ['thousands']],
	// 1,200 is written for twelve hundred in one country and for one and a fifth in another.
	[/^[1-9]\d{0,2},\d{3}$/, ['thousands', 'decimal']],
	[/^\d*,\d+$/, ['decimal']],
];

/** Every number that a text with digits may stand for; empty: its separators make no sense. */
function separatorReadings(text: string): readonly SeparatorReading[] {
	const [, before = '', digits = '', after = ''] = PARTS.exec(text) ?? [];
	const separators = SHAPES.find(([shape]) => shape.test(digits))?.[1] ?? [];
	return separators.map((separator) => ({ text: `${before}${plain(digits, separator)}${after}`, separator }));
}

function plain(digits: string, separator: Separator): string {
	if (separator === 'decimal') return digits.replace(/[._'’ ]/g, '').replace(',', '.');
	if (separator === null) return digits;
	// The last separator may be the decimal one: 1 200,50 and 1,200.50.
	const [, whole = digits, fraction = ''] = /^(.*)[.,](\d{1,2}|\d{4,})$/.exec(digits) ?? [];
	return `${whole.replace(/\D/g, '')}${fraction && `.${fraction}`}`;
}

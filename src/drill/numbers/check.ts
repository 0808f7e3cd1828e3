import { readNumber } from '../../engine/inputs/index.js';
import { tidy } from '../../engine/inputs/spelling.js';
import type { NumberQuestion } from './question.js';
import { exact, fixed } from './spell.js';

/** What the truth, its unit and the digits asked for make of an answer. */
export type Asked = Pick<NumberQuestion, 'unit' | 'truth' | 'digits'>;

/** An answer judged, or what to write so that it can be. Money in USD, percentages as fractions. */
export type Checked =
	| { readonly ok: false; readonly help: string }
	| {
			readonly ok: true;
			readonly right: boolean;
			readonly value: number;
			/** How the answer was read, in the unit asked for: `0.5%` for a bare 0.5 that was asked for in percent. */
			readonly reading: string;
			/** value − truth. */
			readonly off: number;
			/** off over the size of the truth; null where that is 0. */
			readonly relative: number | null;
	  };

/**
 * Judges a typed number: right within 1% of the truth or half of the last digit asked for, whichever is larger.
 *
 * Spellings are those of `readNumber`, and around it what people write in answers: `0.77c`, `12 dollars`, `≈ 3`,
 * `0.8 points`, `5 per 1,000`, thousands parted by blanks.
 *
 * A bare number up to 1 in size is ambiguous where a percentage is wanted: 0.5 can be half of everything, as it is for
 * an input, or the 0.5 of 0.5%, which is what the question asks to write. It is taken for whichever is right, or
 * else for whichever is nearer to the truth; `reading` says which. With a sign (`0.5%`) there is nothing to choose.
 */
export function checkNumber(asked: Asked, text: string): Checked {
	const typed = plainSpelling(text, asked.unit);
	if (/^[+-]?\D*0+,\d/.test(typed)) return { ok: false, help: 'Please write decimals with a point, such as 0.05.' };
	const read = readNumber(typed, asked.unit);
	if (!read.ok) return { ok: false, help: `Please ${read.message}.` };
	const value = nearest(asked.truth, readings(typed, read.value, asked.unit));
	const off = value - asked.truth;
	return {
		ok: true,
		right: Math.abs(off) <= tolerance(asked) * (1 + ROUNDING),
		value,
		reading: spelled(value, asked.unit, exact),
		off,
		relative: asked.truth === 0 ? null : off / Math.abs(asked.truth),
	};
}

/** The truth in the unit and with the digits asked for: `76.0%`, `USD 0.0077`, `1,059`. */
export const answerText = ({ truth, unit, digits }: Asked): string =>
	spelled(truth, unit, (value) => fixed(value, digits));

/** How far an answer may be off, in the model's units. */
export const tolerance = ({ truth, unit, digits }: Asked): number =>
	Math.max(0.01 * Math.abs(truth), 0.5 * 10 ** -digits * (unit === 'percent' ? 0.01 : 1));

// What binary fractions add to a difference that is just at the limit.
const ROUNDING = 1e-9;

function spelled(value: number, unit: Asked['unit'], number: (value: number) => string): string {
	if (unit === 'percent') return `${number(value * 100)}%`;
	return unit === 'money' ? `USD ${number(value)}` : number(value);
}

/** The distance decides, so a reading that is right wins: the other one is a hundred times as large or small. */
const nearest = (truth: number, values: readonly [number, ...number[]]): number =>
	values.reduce((best, value) => (Math.abs(value - truth) < Math.abs(best - truth) ? value : best), values[0]);

function readings(typed: string, value: number, unit: Asked['unit']): readonly [number, ...number[]] {
	const bare = unit === 'percent' && !/%|percent$/i.test(typed);
	return bare && Math.abs(value) <= 1 && readsAsFraction(typed, value) ? [value, tidy(value / 100)] : [value];
}

// Above 1 a bare number was already taken for percent: 30 came back as 0.3.
const readsAsFraction = (typed: string, value: number): boolean => {
	const plain = readNumber(typed, 'number');
	return plain.ok && plain.value === value;
};

const UNITS: Readonly<Record<Asked['unit'], readonly (readonly [RegExp, string])[]>> = {
	percent: [[/\s*(?:percent(?:age)? points?|per (?:cent|100)|points?|pts?|pp|pct)$/i, '%']],
	money: [
		[/^([+-]?)\s*us\s*\$/i, '$1$'],
		[/(\d\.?)\s*(?:c|ct|cts)$/i, '$1 cents'],
		[/(\d\.?)\s*(?:\$|dollars?|us dollars?)$/i, '$1 usd'],
	],
	number: [[/\s*(?:requests|labels)?\s*(?:(?:per|\/|in|of)\s*(?:1,?000|1k)(?:\s*requests)?)?$/i, '']],
};

/** What `readNumber` does not know, put in words that it does. */
function plainSpelling(text: string, unit: Asked['unit']): string {
	const trimmed = text
		.trim()
		.replaceAll('−', '-')
		.replace(/^(?:[~≈=]|about\b)\s*/i, '')
		.replace(/\s*(?:\/\s*|\bper\s+)(?:(?:resolved|small|small-routed|routed) )?(?:request|answer|outcome|arm)$/i, '')
		.replace(/(?<=\d)[\s'’](?=\d{3}(?:\D|$))/gu, ',');
	return UNITS[unit].reduce((typed, [pattern, by]) => typed.replace(pattern, by), trimmed);
}

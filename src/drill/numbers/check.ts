import { parseNumber } from '../../engine/inputs/index.js';
import { trimRoundingError } from '../../engine/inputs/parse-number.js';
import { formatExact, formatFixed } from './format.js';
import type { NumberQuestion } from './question.js';

/** Parts of a question that decide how its answer is written and judged. */
export type AnswerSpec = Pick<NumberQuestion, 'unit' | 'truth' | 'digits'>;

/** Judged answer, or help on how to write one. Money in USD, percentages as fractions. */
export type CheckedAnswer =
	| { readonly ok: false; readonly help: string }
	| {
			readonly ok: true;
			readonly right: boolean;
			readonly value: number;
			/** The answer as interpreted, in the unit asked for: `0.5%` for a bare 0.5 where percent is asked for. */
			readonly reading: string;
			/** value − truth. */
			readonly off: number;
			/** `off` divided by |truth|; null if truth is 0. */
			readonly relative: number | null;
	  };

/**
 * Judges a typed number: right within 1% of the truth or half a unit of the last digit asked for, whichever is larger.
 *
 * Accepts the spellings of `parseNumber` and what people write in answers: `0.77c`, `12 dollars`, `≈ 3`, `0.8 points`,
 * `5 per 1,000`, thousands separated by spaces.
 *
 * A bare number up to 1 is ambiguous where a percentage is asked for: 0.5 may be a fraction (50%), as for an input, or
 * 0.5%. The reading nearer to the truth counts, so a right one always wins; `reading` says which it was. With a percent
 * sign (`0.5%`) there is no ambiguity.
 */
export function checkNumber(asked: AnswerSpec, text: string): CheckedAnswer {
	const typed = plainSpelling(text, asked.unit);
	if (/^[+-]?\D*0+,\d/.test(typed)) return { ok: false, help: 'Please write decimals with a point, such as 0.05.' };
	const read = parseNumber(typed, asked.unit);
	if (!read.ok) return { ok: false, help: `Please ${read.message}.` };
	const value = nearest(asked.truth, readings(typed, read.value, asked.unit));
	const off = value - asked.truth;
	return {
		ok: true,
		right: Math.abs(off) <= tolerance(asked) * (1 + ROUNDING),
		value,
		reading: withUnit(value, asked.unit, formatExact),
		off,
		relative: asked.truth === 0 ? null : off / Math.abs(asked.truth),
	};
}

/** Formats the truth in the unit and with the digits asked for: `76.0%`, `$0.0077`, `1,059`. */
export const formatAnswer = ({ truth, unit, digits }: AnswerSpec): string =>
	withUnit(truth, unit, (value) => formatFixed(value, digits));

/** Returns the largest accepted error, in the model's units. */
export const tolerance = ({ truth, unit, digits }: AnswerSpec): number =>
	Math.max(0.01 * Math.abs(truth), 0.5 * 10 ** -digits * (unit === 'percent' ? 0.01 : 1));

// Allows for binary rounding of a difference exactly at the limit.
const ROUNDING = 1e-9;

function withUnit(value: number, unit: AnswerSpec['unit'], number: (value: number) => string): string {
	if (unit === 'percent') return `${number(value * 100)}%`;
	return unit === 'money' ? number(value).replace(/^−?/, '$&$') : number(value);
}

/** Returns the reading nearest to the truth. The two readings differ by a factor of 100, so a right one always wins. */
const nearest = (truth: number, values: readonly [number, ...number[]]): number =>
	values.reduce((best, value) => (Math.abs(value - truth) < Math.abs(best - truth) ? value : best), values[0]);

function readings(typed: string, value: number, unit: AnswerSpec['unit']): readonly [number, ...number[]] {
	const isBare = unit === 'percent' && !/%|percent$/i.test(typed);
	return isBare && Math.abs(value) <= 1 && isReadAsFraction(typed, value)
		? [value, trimRoundingError(value / 100)]
		: [value];
}

// Above 1, `parseNumber` has already taken a bare number as percent: 30 came back as 0.3.
const isReadAsFraction = (typed: string, value: number): boolean => {
	const plain = parseNumber(typed, 'number');
	return plain.ok && plain.value === value;
};

const UNITS: Readonly<Record<AnswerSpec['unit'], readonly (readonly [RegExp, string])[]>> = {
	percent: [[/\s*(?:percent(?:age)? points?|per (?:cent|100)|points?|pts?|pp|pct)$/i, '%']],
	money: [
		[/^([+-]?)\s*us\s*\$/i, '$1$'],
		[/(\d\.?)\s*(?:c|ct|cts)$/i, '$1 cents'],
		[/(\d\.?)\s*(?:\$|dollars?|us dollars?)$/i, '$1 usd'],
	],
	number: [[/\s*(?:requests|labels)?\s*(?:(?:per|\/|in|of)\s*(?:1,?000|1k)(?:\s*requests)?)?$/i, '']],
};

/** Rewrites spellings that `parseNumber` does not know into ones that it does. */
function plainSpelling(text: string, unit: AnswerSpec['unit']): string {
	const trimmed = text
		.trim()
		.replaceAll('−', '-')
		.replace(/^(?:[~≈=]|about\b)\s*/i, '')
		.replace(/\s*(?:\/\s*|\bper\s+)(?:(?:resolved|small|small-routed|routed) )?(?:request|answer|outcome|arm)$/i, '')
		.replace(/(?<=\d)[\s'’](?=\d{3}(?:\D|$))/gu, ',');
	return UNITS[unit].reduce((typed, [pattern, replacement]) => typed.replace(pattern, replacement), trimmed);
}

import type { Unit } from './metric-unit.js';

/** The number that was typed, or the reason it cannot be read. */
export type ParsedNumber =
	| { readonly ok: true; readonly value: number }
	| { readonly ok: false; readonly message: string };

const NUMBER = /^[+-]?(?:[1-9]\d{0,2}(?:[,_]\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?$/i;
/** One comma that is not a thousands separator. */
const DECIMAL_COMMA = /^[+-]?\d*,\d+$/;
const SUFFIX: Record<Unit, Readonly<Record<string, number>>> = {
	percent: { '%': 0.01, percent: 0.01 },
	money: { cents: 0.01, cent: 0.01, '¢': 0.01, usd: 1, k: 1e3 },
	duration: { ms: 1, s: 1e3 },
	number: { k: 1e3, m: 1e6 },
};
const EXAMPLE: Record<Unit, string> = {
	percent: '0.3, .3, 30% or 30',
	money: '0.0016, $4 or 0.77 cents',
	duration: '700, 700ms or 0.7s',
	number: '2000, 2,000 or 2k',
};

/**
 * Parses a typed number in any accepted notation. Does not check its range.
 *
 * Percent: a number with `%` is a percentage; without it, a number up to 1 is a fraction (so `1` is 100%) and a larger
 * one a percentage. Money, durations and counts take their usual signs and suffixes.
 *
 * @returns the value in the model's units (fractions, USD, milliseconds, plain numbers)
 */
export function parseNumber(text: string, unit: Unit): ParsedNumber {
	const typed = text.trim().replaceAll('−', '-');
	const refused = {
		ok: false,
		message: `write ${typed === '' ? 'a number, such as ' : ''}${EXAMPLE[unit]}`,
	} as const;
	let body = typed.toLowerCase();
	if (unit === 'money') body = body.replace(/^([+-]?)\s*(?:\$|usd)\s*/, '$1');
	let factor: number | undefined;
	for (const [suffix, multiplier] of Object.entries(SUFFIX[unit])) {
		if (factor === undefined && body.endsWith(suffix)) {
			body = body.slice(0, -suffix.length).trimEnd();
			factor = multiplier;
		}
	}
	if (!/\d/.test(body)) return refused;
	if (!NUMBER.test(body))
		return DECIMAL_COMMA.test(body)
			? { ok: false, message: `write ${typed.replace(',', '.')}, with a point` }
			: refused;
	const number = Number(body.replace(/[,_]/g, ''));
	if (!Number.isFinite(number)) return refused;
	const scale = factor ?? (unit === 'percent' && Math.abs(number) > 1 ? 0.01 : 1);
	// An unscaled number is not rounded, so that a printed edit reads back bit for bit.
	return { ok: true, value: scale === 1 ? number + 0 : trimRoundingError(number * scale) };
}

/** Removes the rounding error that decimal steps and ÷100 leave in the last digits; turns −0 into 0. */
export function trimRoundingError(value: number): number {
	return Number(value.toPrecision(15)) + 0;
}

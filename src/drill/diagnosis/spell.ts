import { fixed, significant } from '../numbers/spell.js';

/** Cell of a figure that is not measured, for example where no request went. */
export const NOTHING = '–';

type Value = number | null | undefined;

const cell = (value: Value, format: (value: number) => string): string =>
	value === null || value === undefined ? NOTHING : format(value);

/** Formats a fraction as a percentage with one decimal. */
export const percent = (value: Value): string => cell(value, (measured) => `${fixed(measured * 100, 1)}%`);

/** Formats USD to three digits, or whole: 0.0131 → `$0.0131`, 8000 → `$8,000`. */
export const usd = (value: Value): string =>
	cell(value, (measured) => {
		const decimals = measured === 0 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(measured)))));
		return `$${fixed(measured, decimals)}`;
	});

/** Formats USD as a rounded estimate, to two digits: 0.5 → `$0.50`, 20 → `$20`. */
export const stated = (value: Value): string =>
	cell(
		value,
		(measured) => `$${fixed(significant(measured, 2), measured >= 10 || Number.isInteger(measured) ? 0 : 2)}`,
	);

/** Formats whole milliseconds. */
export const wait = (value: Value): string => cell(value, (measured) => `${fixed(measured, 0)} ms`);

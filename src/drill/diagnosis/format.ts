import { formatFixed, roundSignificant } from '../numbers/format.js';

/** Cell of a figure that is not measured, for example where no request went. */
export const NOT_MEASURED = '–';

type Value = number | null | undefined;

const cell = (value: Value, format: (value: number) => string): string =>
	value === null || value === undefined ? NOT_MEASURED : format(value);

/** Formats a fraction as a percentage with one decimal. */
export const formatPercent = (value: Value): string => cell(value, (measured) => `${formatFixed(measured * 100, 1)}%`);

/** Formats USD to three digits, or whole: 0.0131 → `$0.0131`, 8000 → `$8,000`. */
export const formatUsd = (value: Value): string =>
	cell(value, (measured) => {
		const decimals = measured === 0 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(measured)))));
		return `$${formatFixed(measured, decimals)}`;
	});

/** Formats USD as a rounded estimate, to two digits: 0.5 → `$0.50`, 20 → `$20`. */
export const formatEstimate = (value: Value): string =>
	cell(
		value,
		(measured) =>
			`$${formatFixed(roundSignificant(measured, 2), measured >= 10 || Number.isInteger(measured) ? 0 : 2)}`,
	);

/** Formats whole milliseconds. */
export const formatMilliseconds = (value: Value): string => cell(value, (measured) => `${formatFixed(measured, 0)} ms`);

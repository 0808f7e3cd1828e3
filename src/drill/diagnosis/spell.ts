import { fixed, significant } from '../numbers/spell.js';

/** Where no request went, there is nothing to measure. */
export const NOTHING = '–';

type Value = number | null | undefined;

const cell = (value: Value, spelled: (value: number) => string): string =>
	value === null || value === undefined ? NOTHING : spelled(value);

/** A fraction as a percentage with one decimal. */
export const percent = (value: Value): string => cell(value, (some) => `${fixed(some * 100, 1)}%`);

/** USD to three digits, or whole: 0.0131 → `$0.0131`, 8000 → `$8,000`. */
export const usd = (value: Value): string =>
	cell(value, (some) => {
		const decimals = some === 0 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(some)))));
		return `$${fixed(some, decimals)}`;
	});

/** USD as somebody states it: no decimals beyond what it has. */
export const stated = (value: Value): string =>
	cell(value, (some) => `$${fixed(significant(some, 2), some >= 10 || Number.isInteger(some) ? 0 : 2)}`);

/** Milliseconds, whole. */
export const wait = (value: Value): string => cell(value, (some) => `${fixed(some, 0)} ms`);

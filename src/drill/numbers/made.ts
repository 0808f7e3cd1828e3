import type { Scenario } from '../../engine/scenario.js';
import type { Seeded } from '../seeded.js';
import { type Asked, answerText } from './check.js';
import type { Level, NumberQuestion } from './question.js';
import { type Row, table } from './rows.js';
import { about, exact } from './spell.js';

/** A question without what it was made from. */
export type Made = Omit<NumberQuestion, 'kind' | 'level' | 'seed'>;

/** Makes a question of one kind; null: the scenario lacks what it needs, or this draw is no good. */
export type Maker = (random: Seeded, level: Level, scenario: Scenario) => Made | null;

/** A question's parts, before they are put together. */
export interface Parts extends Asked {
	readonly board: Scenario;
	/** Sentences; the unit and the decimals are added. */
	readonly ask: readonly string[];
	readonly rows: readonly Row[];
	/** Lines; the last one ends before its result. */
	readonly formula: readonly string[];
}

export function made({ board, ask, rows, formula, unit, truth, digits }: Parts): Made {
	return {
		ask: [...ask, `Answer ${digits === 0 ? 'as a whole number' : `${UNIT_WORDS[unit]}, to ${decimals(digits)}`}.`].join(
			' ',
		),
		given: table(board.segments, rows),
		unit,
		truth,
		digits,
		formula: `${formula.join('\n')} = ${answerText({ unit, truth, digits })}`,
	};
}

const UNIT_WORDS: Readonly<Record<Asked['unit'], string>> = {
	percent: 'in percent',
	money: 'in USD',
	number: 'as a number',
};

const decimals = (digits: number): string => (digits === 1 ? '1 decimal' : `${digits} decimals`);

/** The segment's name for an only one, or what all of them are. */
export const subject = ({ segments }: Scenario): string =>
	segments.length === 1 ? (segments[0]?.name ?? '') : `${segments.length === 2 ? 'Two' : 'Three'} segments`;

/** How a figure of every segment becomes one of the board. */
export interface Weighed {
	/** What is in words, then a line a segment with its result where there are several. */
	readonly lines: readonly string[];
	/** The board's figure in numbers, without its result. */
	readonly total: string;
}

/**
 * @param name of the figure
 * @param words its formula in words
 * @param filled the same per segment, in numbers
 * @param values what it comes to, per segment
 */
export function weighed(
	{ segments }: Scenario,
	name: string,
	words: string,
	filled: readonly string[],
	values: readonly number[],
): Weighed {
	const formula = `${name} = ${words}`;
	if (segments.length === 1) return { lines: [formula], total: filled[0] ?? '' };
	const own = segments.map((segment, i) => `${segment.name}: ${filled[i]} = ${about(values[i] ?? 0)}`);
	return { lines: [formula, ...own], total: segments.map(({ share }, i) => weight(share, values[i] ?? 0)).join(' + ') };
}

const weight = (share: number, value: number): string => `${exact(share)} × ${about(value)}`;

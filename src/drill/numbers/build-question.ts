import type { Scenario } from '../../engine/scenario.js';
import type { SeededRandom } from '../seeded-random.js';
import { type AnswerSpec, formatAnswer } from './check.js';
import { formatApproximate, formatExact } from './format.js';
import type { Level, NumberQuestion } from './question.js';
import { givenTable, type Row } from './rows.js';

/** Number question without the arguments it was generated from. */
export type QuestionBody = Omit<NumberQuestion, 'kind' | 'level' | 'seed'>;

/** Generates a question of one kind; null if the scenario lacks data for it or this draw is unsuitable. */
export type QuestionMaker = (random: SeededRandom, level: Level, scenario: Scenario) => QuestionBody | null;

/** Parts of a question, before assembly. */
export interface QuestionParts extends AnswerSpec {
	readonly board: Scenario;
	/** Sentences; unit and decimals are appended. */
	readonly ask: readonly string[];
	readonly rows: readonly Row[];
	/** Lines; the result is appended to the last one. */
	readonly formula: readonly string[];
}

export function buildQuestion({ board, ask, rows, formula, unit, truth, digits }: QuestionParts): QuestionBody {
	return {
		ask: [...ask, `Answer ${digits === 0 ? 'as a whole number' : `${UNIT_WORDS[unit]}, to ${decimals(digits)}`}.`].join(
			' ',
		),
		given: givenTable(board.segments, rows),
		unit,
		truth,
		digits,
		formula: `${formula.join('\n')} = ${formatAnswer({ unit, truth, digits })}`,
	};
}

const UNIT_WORDS: Readonly<Record<AnswerSpec['unit'], string>> = {
	percent: 'in percent',
	money: 'in USD',
	number: 'as a number',
};

const decimals = (digits: number): string => (digits === 1 ? '1 decimal' : `${digits} decimals`);

/** Returns the name of a single segment, or `Two segments`, `Three segments`. */
export const subject = ({ segments }: Scenario): string =>
	segments.length === 1 ? (segments[0]?.name ?? '') : `${segments.length === 2 ? 'Two' : 'Three'} segments`;

/** Derivation of a board figure from its segments. */
export interface WeightedFormula {
	/** The formula in words, then a line per segment with its result if there are several. */
	readonly lines: readonly string[];
	/** The board's formula in numbers, without its result. */
	readonly total: string;
}

/**
 * Derives a board figure as the share-weighted mean of its segments.
 *
 * @param name name of the figure
 * @param words formula in words
 * @param filled formula in numbers, per segment
 * @param values result, per segment
 */
export function weightedFormula(
	{ segments }: Scenario,
	name: string,
	words: string,
	filled: readonly string[],
	values: readonly number[],
): WeightedFormula {
	const formula = `${name} = ${words}`;
	if (segments.length === 1) return { lines: [formula], total: filled[0] ?? '' };
	const segmentLines = segments.map(
		(segment, i) => `${segment.name}: ${filled[i]} = ${formatApproximate(values[i] ?? 0)}`,
	);
	return {
		lines: [formula, ...segmentLines],
		total: segments.map(({ share }, i) => weightedTerm(share, values[i] ?? 0)).join(' + '),
	};
}

const weightedTerm = (share: number, value: number): string => `${formatExact(share)} × ${formatApproximate(value)}`;

import type { Challenge } from '../../content/index.js';
import { type ChallengeResult, hasOriginalLimits, type LessonReading } from '../../course/index.js';
import type { Condition } from '../../engine/expectations/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Line } from '../../text/line.js';
import { shorten, width } from '../../text/width.js';
import { type ConditionModel, conditionModel } from '../format/condition-model.js';
import { fillFigures } from './fill.js';
import { type HiddenFigure, isHidden, limitRevealsAnswer, revealsHidden } from './hidden.js';

/** A challenge and the boards that it is judged on. */
interface ChallengeInput {
	readonly challenge: Challenge;
	/** The scenario as its file has it. */
	readonly loaded: Scenario;
	/** The reader's board. */
	readonly now: Scenario;
}

interface PageInput extends ChallengeInput {
	readonly reading: Pick<LessonReading, 'solved' | 'hints'>;
	/** Where the conditions are: at a workbench, at one that waits for an answer, or only here. */
	readonly bench: 'shown' | 'waiting' | 'none';
	readonly paper: boolean;
	readonly hidden: readonly HiddenFigure[];
}

/** Returns the lines of a challenge: its goal, the conditions that no workbench shows, and hints. */
export function challengeLines(input: PageInput): readonly Line[] {
	const { challenge, loaded, now, reading, bench, paper, hidden } = input;
	const { id, goal, conditions, hints, after } = challenge;
	const shownHints = reading.hints[id] ?? 0;
	const rows =
		bench === 'shown'
			? []
			: conditions.map((condition): Line => {
					const { holds, name, current, limit } = shownCondition(
						condition,
						loaded,
						now,
						hidden,
						reading.solved[id] === 'solved',
					);
					return [
						bench === 'none'
							? { text: holds ? '✓ ' : '○ ', tone: holds ? 'good' : 'unsure' }
							: { text: '– ', tone: 'dim' },
						{ text: `${name} ${limit}`, tone: 'plain' },
						...(bench === 'none' ? [{ text: `   now ${current}`, tone: 'dim' as const }] : []),
					];
				});
	const isMet = hasOriginalLimits(loaded, now) && conditions.every((one) => conditionModel(one, loaded, now).holds);
	const limitLines: readonly Line[] = hasOriginalLimits(loaded, now) ? [] : [LIMITS_MOVED];
	return [
		[{ text: 'CHALLENGE  ', tone: 'title', bold: true }, { text: fillFigures(goal, loaded) }],
		...rows,
		...limitLines,
		...hints
			.slice(0, shownHints)
			.map((hint, i): Line => [{ text: `hint ${i + 1}: `, tone: 'title' }, { text: fillFigures(hint, loaded) }]),
		...(paper
			? []
			: [helpLine(reading.solved[id], shownHints, hints.length, { text: fillFigures(after, loaded), isMet })]),
	];
}

/** Returns a condition without what open questions ask for. `solved`: it is known that all conditions held. */
function shownCondition(
	condition: Condition,
	loaded: Scenario,
	now: Scenario,
	hidden: readonly HiddenFigure[],
	solved: boolean,
): ConditionModel {
	const model = conditionModel(condition, loaded, now);
	if (condition.kind === 'bound' && isHidden(hidden, condition))
		return {
			...model,
			holds: solved && model.holds,
			current: '?',
			limit: limitRevealsAnswer(hidden, model) ? '?' : model.limit,
		};
	return revealsHidden(hidden, condition)
		? { ...model, holds: solved && model.holds, current: '?', cause: '', unclear: [] }
		: model;
}

const LIMITS_MOVED: Line = [
	{ text: '○ ', tone: 'unsure' },
	{ text: 'limits unedited' },
	{ text: '   some were edited; X puts everything back', tone: 'dim' },
];

/** Returns what the reader can do about a challenge, or what it taught: what a solved one taught stays readable. */
function helpLine(
	result: ChallengeResult | undefined,
	shownHints: number,
	hints: number,
	{ text: after, isMet }: { readonly text: string; readonly isMet: boolean },
): Line {
	switch (result) {
		case 'solved':
			return [
				{ text: isMet ? '✓ solved. ' : '✓ solved earlier. What it taught: ', tone: 'good', bold: true },
				{ text: after },
			];
		case 'skipped':
			return [
				...(!isMet
					? [{ text: 'skipped: the challenge is open for another try.', tone: 'unsure' as const, bold: true }]
					: [
							{ text: 'skipped. What it teaches: ', tone: 'unsure' as const, bold: true },
							{ text: after },
							{ text: ' X puts the board back, for another try.', tone: 'dim' as const },
						]),
				...(shownHints < hints ? [{ text: ' i gives a hint.', tone: 'dim' as const }] : []),
			];
		case undefined:
			return [
				{
					text: shownHints < hints ? `i a hint (${shownHints} of ${hints} shown)` : 'that was the last hint',
					tone: 'dim',
				},
				{ text: '   s shows a solution', tone: 'dim' },
			];
	}
}

/** Columns from which on a part of a long reason is worth showing. */
const MIN_CAUSE = 24;

interface BarInput extends ChallengeInput {
	/** The board at the start of the lesson. */
	readonly start: Scenario;
	readonly result: ChallengeResult | undefined;
	readonly hidden: readonly HiddenFigure[];
	/** Number of the challenge in the lesson, from 1, and how many there are. */
	readonly place: { readonly number: number; readonly of: number };
}

/**
 * Returns the state of a challenge in one line: how many conditions do not hold, and the next of them with value and
 * limit. If it held at the start, it says so.
 *
 * @param columns room; what does not fit is left out, the condition last
 */
export function challengeBar(input: BarInput, columns: number): Line {
	const { challenge, loaded, now, start, result, hidden, place } = input;
	const judged = challenge.conditions.map((condition) => ({
		condition,
		...shownCondition(condition, loaded, now, hidden, result === 'solved'),
	}));
	const heading = place.of > 1 ? `challenge ${place.number} of ${place.of}` : 'challenge';
	const next = judged.find(({ holds }) => !holds);
	if (!next) {
		const isJudged = hasOriginalLimits(loaded, now);
		const text = isJudged ? '✓ all of it holds' : '○ put the limits back: X';
		return [
			{ text: `${heading} `, tone: 'title' },
			{ text, tone: isJudged ? 'good' : 'unsure' },
		];
	}
	const tail = ` ${next.current}, needs ${next.limit}`;
	const condition = `${shorten(next.name, Math.max(8, columns - 2 - width(tail)))}${tail}`;
	// What a guess hides may hold already.
	const open = judged.filter(({ holds, current }) => !holds && current !== '?').length;
	const count = open > 1 ? `${open} to go · ` : '';
	const done = result === undefined ? '' : `${result} before · `;
	const prefixes = [`${heading}: ${done}${count}`, `${heading}: ${done}`, done, `${heading}: ${count}`, count, ''];
	// Figures that show what is unclear are worth more than the count.
	const unclear = next.unclear
		.flatMap((text) => prefixes.map((prefix) => ({ prefix, text })))
		.find(({ prefix, text }) => width(prefix) + 2 + width(text) <= columns);
	if (unclear)
		return [
			{ text: unclear.prefix, tone: 'title' },
			{ text: '○ ', tone: 'unsure' },
			{ text: unclear.text, tone: 'plain' },
		];
	const prefix = prefixes.find((text) => width(text) + 2 + width(condition) <= columns) ?? '';
	// What the reader lost is not what the goal asks to bring about.
	const why =
		next.current === '?'
			? 'your guess first'
			: conditionModel(next.condition, loaded, start).holds
				? 'it held at the start'
				: next.cause;
	const cause = why === '' ? '' : `: ${why}`;
	const room = columns - width(prefix) - 2 - width(condition);
	return [
		{ text: prefix, tone: 'title' },
		{ text: '○ ', tone: 'unsure' },
		{ text: condition, tone: 'plain' },
		...(cause !== '' && room >= Math.min(MIN_CAUSE, width(cause))
			? [{ text: shorten(cause, room), tone: 'dim' as const }]
			: []),
	];
}

import type { Challenge } from '../../content/index.js';
import { hasOriginalLimits, type LessonReading } from '../../course/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Line } from '../../text/line.js';
import { conditionModel } from '../format/condition-model.js';
import { fillFigures } from './fill.js';

/** Returns the lines of a challenge: its goal, the state of each condition, and hints. */
export function challengeLines(
	challenge: Challenge,
	loaded: Scenario,
	now: Scenario,
	reading: LessonReading,
	paper = false,
): readonly Line[] {
	const { id, goal, conditions, hints, after } = challenge;
	const solved = reading.solved[id];
	const shownHints = reading.hints[id] ?? 0;
	const rows = conditions.map((condition): Line => {
		const { holds, requirement, current: is, distance } = conditionModel(condition, loaded, now);
		return [
			{ text: holds ? '✓ ' : '○ ', tone: holds ? 'good' : 'unsure' },
			{ text: requirement, tone: 'plain' },
			{ text: `   now ${is}`, tone: 'dim' },
			...(distance === '' ? [] : [{ text: `, ${distance}`, tone: 'unsure' as const }]),
		];
	});
	const hasOwnLimits = hasOriginalLimits(loaded, now);
	const limitLines: readonly Line[] = hasOwnLimits
		? []
		: [
				[
					{ text: '○ ', tone: 'unsure' },
					{ text: 'limits as the scenario has them' },
					{ text: '   some were moved; X puts everything back', tone: 'dim' },
				],
			];
	const isMet = hasOwnLimits && conditions.every((condition) => conditionModel(condition, loaded, now).holds);
	const help: Line = solved
		? [
				{
					text: solved === 'skipped' ? 'shown. ' : isMet ? '✓ solved. ' : '✓ solved earlier. ',
					tone: 'good',
					bold: true,
				},
				{ text: fillFigures(after, loaded) },
			]
		: [
				{
					text:
						shownHints < hints.length ? `i a hint (${shownHints} of ${hints.length} shown)` : 'that was the last hint',
					tone: 'dim',
				},
				{ text: '   s shows a solution', tone: 'dim' },
			];
	return [
		[{ text: 'CHALLENGE  ', tone: 'title', bold: true }, { text: fillFigures(goal, loaded) }],
		...rows,
		...limitLines,
		...hints
			.slice(0, shownHints)
			.map((hint, i): Line => [{ text: `hint ${i + 1}: `, tone: 'title' }, { text: fillFigures(hint, loaded) }]),
		...(paper ? [] : [help]),
	];
}

/** Returns the state of the first open challenge, for a line that stays visible while the reader edits elsewhere. */
export function goalLine(
	challenges: readonly Challenge[],
	loaded: Scenario,
	now: Scenario,
	reading: LessonReading,
): Line {
	const open = challenges.find(({ id }) => reading.solved[id] === undefined);
	if (!open)
		return [
			{ text: 'challenge ', tone: 'title' },
			{ text: '✓ done', tone: 'good' },
		];
	const models = open.conditions.map((condition) => conditionModel(condition, loaded, now));
	const heldCount = models.filter(({ holds }) => holds).length;
	const next = models.find(({ holds }) => !holds);
	return [
		{ text: 'challenge ', tone: 'title' },
		{ text: `✓ ${heldCount} of ${models.length}`, tone: heldCount === models.length ? 'good' : 'plain' },
		...(next
			? [
					{ text: '   ○ ', tone: 'unsure' as const },
					{ text: `${next.requirement}, now ${next.current}`, tone: 'dim' as const },
				]
			: []),
	];
}

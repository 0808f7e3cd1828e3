import type { Challenge } from '../../content/index.js';
import { limitsKept, type Reading } from '../../course/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Line } from '../../text/line.js';
import { conditionModel } from '../format/condition-model.js';
import { fill } from './fill.js';

/** The sentences of a challenge: what to reach, how far each condition is, and what helps. */
export function challengeLines(
	challenge: Challenge,
	loaded: Scenario,
	now: Scenario,
	reading: Reading,
	paper = false,
): readonly Line[] {
	const { id, goal, conditions, hints, after } = challenge;
	const solved = reading.solved[id];
	const shown = reading.hints[id] ?? 0;
	const rows = conditions.map((condition): Line => {
		const { holds, asks, now: is, missing } = conditionModel(condition, loaded, now);
		return [
			{ text: holds ? '✓ ' : '○ ', tone: holds ? 'good' : 'unsure' },
			{ text: asks, tone: 'plain' },
			{ text: `   now ${is}`, tone: 'dim' },
			...(missing === '' ? [] : [{ text: `, ${missing}`, tone: 'unsure' as const }]),
		];
	});
	const kept = limitsKept(loaded, now);
	const moved: readonly Line[] = kept
		? []
		: [
				[
					{ text: '○ ', tone: 'unsure' },
					{ text: 'limits as the scenario has them' },
					{ text: '   some were moved; X puts everything back', tone: 'dim' },
				],
			];
	const held = kept && conditions.every((condition) => conditionModel(condition, loaded, now).holds);
	const help: Line = solved
		? [
				{
					text: solved === 'skipped' ? 'shown. ' : held ? '✓ solved. ' : '✓ solved earlier. ',
					tone: 'good',
					bold: true,
				},
				{ text: fill(after, loaded) },
			]
		: [
				{
					text: shown < hints.length ? `i a hint (${shown} of ${hints.length} shown)` : 'that was the last hint',
					tone: 'dim',
				},
				{ text: '   s shows a solution', tone: 'dim' },
			];
	return [
		[{ text: 'CHALLENGE  ', tone: 'title', bold: true }, { text: fill(goal, loaded) }],
		...rows,
		...moved,
		...hints
			.slice(0, shown)
			.map((hint, i): Line => [{ text: `hint ${i + 1}: `, tone: 'title' }, { text: fill(hint, loaded) }]),
		...(paper ? [] : [help]),
	];
}

/** How far the open challenges of a lesson are, in a line that stays while the reader edits elsewhere on the page. */
export function goalLine(challenges: readonly Challenge[], loaded: Scenario, now: Scenario, reading: Reading): Line {
	const open = challenges.find(({ id }) => reading.solved[id] === undefined);
	if (!open)
		return [
			{ text: 'challenge ', tone: 'title' },
			{ text: '✓ done', tone: 'good' },
		];
	const models = open.conditions.map((condition) => conditionModel(condition, loaded, now));
	const held = models.filter(({ holds }) => holds).length;
	const next = models.find(({ holds }) => !holds);
	return [
		{ text: 'challenge ', tone: 'title' },
		{ text: `✓ ${held} of ${models.length}`, tone: held === models.length ? 'good' : 'plain' },
		...(next
			? [
					{ text: '   ○ ', tone: 'unsure' as const },
					{ text: `${next.asks}, now ${next.now}`, tone: 'dim' as const },
				]
			: []),
	];
}

import type { Challenge } from '../../content/index.js';
import type { Reading } from '../../course/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { conditionModel } from '../condition-model.js';
import type { Line } from '../table/model.js';
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
	const help: Line = solved
		? [
				{ text: solved === 'solved' ? '✓ solved. ' : 'shown. ', tone: 'good', bold: true },
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
		...hints
			.slice(0, shown)
			.map((hint, i): Line => [{ text: `hint ${i + 1}: `, tone: 'title' }, { text: fill(hint, loaded) }]),
		...(paper ? [] : [help]),
	];
}

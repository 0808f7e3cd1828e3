import { GUESSABLE, readGuesses, truthOf } from '../../board/guess.js';
import type { Lab } from '../../board/lab.js';
import { missOf } from '../../course/index.js';
import type { MetricName } from '../../engine/scenario.js';
import { guessAnswer } from '../../present/format/focus-words.js';
import { METRIC_LABELS } from '../../present/format/labels.js';
import type { Effect } from '../action.js';
import type { Reduced } from '../around.js';
import { say, withLab } from '../changes.js';
import type { State } from '../state.js';

/** Turns guessing before each edit on or off. */
export const toggledPredict = (state: State): State =>
	state.predict
		? say({ ...state, predict: null }, 'edits are no longer guessed')
		: predicting(state, GUESSABLE[0] ?? null);

/** The metric after the one that is guessed now. */
export const nextPredict = (state: State): State =>
	predicting(state, GUESSABLE[(state.predict ? GUESSABLE.indexOf(state.predict) + 1 : 0) % GUESSABLE.length] ?? null);

const predicting = (state: State, metric: MetricName | null): State =>
	say(
		{ ...state, predict: metric },
		`each edit now asks first for a guess${metric === null ? '' : ` of ${METRIC_LABELS[metric].label}`}; P asks for another metric`,
	);

/** Compares the guesses with the truth and lets the edit happen; an empty guess only lets it happen. */
export function guessed(state: State, pending: Lab): Reduced {
	const metric = state.predict;
	const done = withLab({ ...state, pending: null, typing: null }, pending);
	const text = state.typing ?? '';
	if (metric === null || text.trim() === '') return { state: done, effects: [] };
	const guesses = readGuesses(text, metric);
	if (!guesses.ok) return { state: say(state, `${guesses.message}. ${guesses.help}`, 'refused'), effects: [] };
	const truth = truthOf(pending, metric);
	const effect: Effect = { type: 'predicted', scenario: state.scenario, metric, guesses: guesses.value, truth };
	return { state: say(done, guessAnswer(metric, guesses.value, truth)), effects: [effect] };
}

/** Keeps how far guesses were off, in whichever way they were made. */
export function withMisses(reduced: Reduced): Reduced {
	const misses = reduced.effects.flatMap((effect) =>
		effect.type === 'predicted' ? effect.guesses.flatMap(({ guess }) => missOf(guess, effect.truth) ?? []) : [],
	);
	if (misses.length === 0) return reduced;
	return { ...reduced, state: { ...reduced.state, misses: [...reduced.state.misses, ...misses] } };
}

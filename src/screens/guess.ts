import { actualValue, GUESSABLE, parseGuess } from '../board/guess.js';
import { relativeError } from '../course/index.js';
import type { MetricName } from '../engine/scenario.js';
import { guessResult } from '../present/format/input-text.js';
import { METRIC_LABELS } from '../present/format/labels.js';
import type { Action, Effect } from './action.js';
import { typeValue } from './board.js';
import { eraseRows } from './keys.js';
import { type Layer, type Updated, withoutEffects } from './screen.js';
import type { State } from './state.js';
import { say, withLab } from './state-changes.js';

/** Turns guessing before each edit on or off. */
export const togglePredict = (state: State): State =>
	state.guessedMetric
		? say({ ...state, guessedMetric: null }, 'edits no longer ask for a guess; p asks again')
		: predict(state, GUESSABLE[0] ?? null);

/** Asks for a guess of the next metric. */
export const predictNext = (state: State): State =>
	predict(
		state,
		GUESSABLE[(state.guessedMetric ? GUESSABLE.indexOf(state.guessedMetric) + 1 : 0) % GUESSABLE.length] ?? null,
	);

/** Turns guessing on for a metric, and says so. */
const predict = (state: State, metric: MetricName | null): State =>
	say(
		{ ...state, guessedMetric: metric },
		`each edit now asks first for a guess${metric === null ? '' : ` of ${METRIC_LABELS[metric].label}`}; P asks for another metric`,
	);

type GuessAction = Extract<Action, { type: 'enter' | 'type' | 'erase' | 'back' }>;

/** The guess that a pending edit waits for, in the lab or in a lesson. */
export const GUESS: Layer<GuessAction> = {
	id: 'guess',
	text: true,
	keys: [
		{
			keys: ['enter'],
			action: { type: 'enter' },
			name: 'take the guess and look',
			footer: { keys: 'Enter', label: 'look', rank: 1 },
		},
		{
			keys: ['escape'],
			action: { type: 'back' },
			name: 'drop the edit',
			footer: { keys: 'Esc', label: 'drop the edit', rank: 2 },
		},
		...eraseRows(3),
	],
	update(state, action) {
		switch (action.type) {
			case 'enter':
				return enterGuess(state);
			case 'type':
			case 'erase':
				return withoutEffects(typeValue(state, action));
			case 'back':
				return withoutEffects({ ...state, pendingEdit: null, typing: null });
		}
	},
};

/** Applies the pending edit and compares the guess with the truth; an empty guess only applies the edit. */
function enterGuess(state: State): Updated {
	const { pendingEdit, guessedMetric: metric } = state;
	if (!pendingEdit) return withoutEffects(state);
	const edited = withLab({ ...state, pendingEdit: null, typing: null }, pendingEdit);
	const text = state.typing ?? '';
	if (metric === null || text.trim() === '') return withoutEffects(edited);
	const guess = parseGuess(text, metric);
	if (!guess.ok) return withoutEffects(say(state, `${guess.message}. ${guess.help}`, 'refused'));
	const truth = actualValue(pendingEdit, metric);
	const effect: Effect = { type: 'predicted', scenario: state.scenario, metric, guess: guess.value, truth };
	return { state: say(edited, guessResult(metric, guess.value, truth)), effects: [effect] };
}

/** Adds the errors of guesses to the state, whichever screen asked for them. */
export function recordMisses(updated: Updated): Updated {
	const misses = updated.effects.flatMap((effect) =>
		effect.type === 'predicted' ? (relativeError(effect.guess, effect.truth) ?? []) : [],
	);
	if (misses.length === 0) return updated;
	return { ...updated, state: { ...updated.state, misses: [...updated.state.misses, ...misses] } };
}

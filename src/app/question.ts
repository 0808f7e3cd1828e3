import { resetAll } from '../board/edit.js';
import type { Action } from '../screens/action.js';
import { chosenEntry } from '../screens/contents/update.js';
import { skipChallenge } from '../screens/lesson/challenge.js';
import { restartLessons } from '../screens/lesson/enter.js';
import { openLesson, resetTarget } from '../screens/lesson/reading.js';
import { type Env, type Layer, type Updated, withoutEffects } from '../screens/screen.js';
import { currentLab, type State } from '../screens/state.js';
import { withLab } from '../screens/state-changes.js';
import { withSheetTools } from '../screens/worksheet/env.js';

/** The open yes-or-no question. */
export const QUESTION: Layer<Extract<Action, { type: 'answer' }>> = {
	id: 'question',
	keys: [
		{
			keys: ['y'],
			action: { type: 'answer', yes: true },
			name: 'answer yes',
			footer: { keys: 'y', label: 'yes', rank: 1 },
		},
		{
			keys: ['n', 'escape', 'q'],
			action: { type: 'answer', yes: false },
			name: 'answer no',
			footer: { keys: 'n', label: 'no', rank: 2 },
		},
	],
	update: (state, { yes }, env) => answer(state, yes, env),
};

/** Applies the answer; worksheets handle their own questions. */
function answer(before: State, yes: boolean, env: Env): Updated {
	const { questionId } = before;
	const state: State = { ...before, questionId: null };
	switch (questionId) {
		case null:
			return withoutEffects(state);
		case 'reset': {
			const lab = currentLab(state);
			const lesson = state.screen === 'lesson' ? openLesson(state, env) : null;
			return withoutEffects(yes ? withLab(state, resetAll(lab, resetTarget(lesson, lab.loaded))) : state);
		}
		case 'lab':
			return withoutEffects(yes ? { ...state, screen: 'lab', overlay: null } : state);
		case 'skip':
		case 'skip-open-guess':
			return withoutEffects(yes ? skipChallenge(state, env) : state);
		case 'restart':
			return withoutEffects(yes ? restartLessons(state, chosenEntry(state, env)?.id ?? '') : state);
		case 'restart-all':
			return withoutEffects(yes ? restartLessons(state, null) : state);
		default: {
			const sheets = withSheetTools(env);
			return sheets ? sheets.answerQuestion(state, questionId, yes, sheets) : withoutEffects(state);
		}
	}
}

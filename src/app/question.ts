import { resetAll } from '../board/edit.js';
import type { Action } from '../screens/action.js';
import { withLab } from '../screens/changes.js';
import { chosenEntry } from '../screens/contents/update.js';
import { restart } from '../screens/lesson/enter.js';
import { openLesson, originOf, skipChallenge } from '../screens/lesson/reading.js';
import { type Env, type Layer, only, type Updated } from '../screens/screen.js';
import { currentLab, type State } from '../screens/state.js';

/** The open yes-or-no question. */
export const QUESTION: Layer<Extract<Action, { type: 'answer' }>> = {
	id: 'question',
	keys: [
		{ keys: ['y'], action: { type: 'answer', yes: true }, shown: 'y', label: 'yes', rank: 1 },
		{ keys: ['n', 'escape', 'q'], action: { type: 'answer', yes: false }, shown: 'n', label: 'no', rank: 2 },
	],
	update: (state, { yes }, env) => answer(state, yes, env),
};

/** Applies the answer; worksheets handle their own questions. */
function answer(before: State, yes: boolean, env: Env): Updated {
	const { asking } = before;
	const state: State = { ...before, asking: null };
	switch (asking) {
		case null:
			return only(state);
		case 'reset': {
			const lab = currentLab(state);
			const lesson = state.screen === 'lesson' ? openLesson(state, env) : null;
			return only(yes ? withLab(state, resetAll(lab, originOf(lesson, lab.loaded))) : state);
		}
		case 'skip':
			return only(yes ? skipChallenge(state, env) : state);
		case 'restart':
			return only(yes ? restart(state, chosenEntry(state, env)?.id ?? '') : state);
		case 'restart-all':
			return only(yes ? restart(state, null) : state);
		default: {
			const tools = env.sheets();
			return tools ? tools.answer(state, asking, yes, { ...env, ...tools }) : only(state);
		}
	}
}

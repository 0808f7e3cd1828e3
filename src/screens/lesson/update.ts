import { currentEntry } from '../../board/lab.js';
import type { Action } from '../action.js';
import { editInput, enterTypedValue, startValue, typeValue } from '../board.js';
import { type Env, type Layer, withoutEffects } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { say, undoOrRedo } from '../state-changes.js';
import { openAdjacentLesson } from './enter.js';
import { LESSON_KEYS } from './keys.js';
import { answerQuestion, NO_CHALLENGE, openChallenge, openLesson, readingOf, showHint } from './reading.js';
import { focusedPath, focusedQuestion, revealFocus, revealHiddenFocus, scrollLesson } from './scroll.js';

type LessonAction = Extract<
	Action,
	{
		type:
			| 'page'
			| 'move'
			| 'focus-next'
			| 'change-lesson'
			| 'hint'
			| 'skip'
			| 'back'
			| 'step'
			| 'reset-input'
			| 'type'
			| 'enter'
			| 'undo'
			| 'ask-reset';
	}
>;

/** A lesson. */
export const LESSON: Layer<LessonAction> = {
	id: 'lesson',
	keys: LESSON_KEYS.lesson,
	update: (state, action, env) => withoutEffects(updateLesson(state, action, env)),
};

function updateLesson(state: State, action: LessonAction, env: Env): State {
	switch (action.type) {
		case 'page':
		case 'move':
		case 'focus-next':
			return scrollLesson(state, action, env);
		case 'change-lesson':
			return openAdjacentLesson(state, action.by, env);
		case 'hint':
			return showHint(state, env);
		case 'skip':
			return askToSkip(state, env);
		case 'back':
			return state.cameFromDrill ? { ...state, screen: 'drill', cameFromDrill: false } : env.go.contents(state, env);
		case 'ask-reset':
			return { ...state, questionId: 'reset' };
		case 'undo':
			return action.by < 0 && currentEntry(currentLab(state)).byLesson
				? say(state, 'the lesson put it so: X puts everything back to its start')
				: undoOrRedo(state, action.by);
		case 'step':
		case 'reset-input': {
			const focus = focusedPath(state, env);
			return focus === null ? say(state, NO_FOCUS) : editInput(revealHiddenFocus(state, env), action, focus);
		}
		case 'type':
		case 'enter':
			return startTyping(state, action, env);
	}
}

const NO_FOCUS = 'Tab goes to the next number or question';

/** Asks first, because a solution cannot be unseen. */
function askToSkip(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const open = lesson && openChallenge(lesson, readingOf(state, lesson.id));
	return open ? { ...state, questionId: 'skip' } : say(state, NO_CHALLENGE);
}

/** Starts to type an answer to the focused question, or a value for the focused input. */
function startTyping(state: State, action: Extract<Action, { type: 'type' | 'enter' }>, env: Env): State {
	if (focusedQuestion(state, env))
		return revealFocus(action.type === 'type' ? typeValue(state, action) : { ...state, typing: '' }, env);
	const focus = focusedPath(state, env);
	if (focus === null) return say(state, NO_FOCUS);
	const shown = revealHiddenFocus(state, env);
	return action.type === 'type' ? typeValue(shown, action) : startValue(shown, focus);
}

type ValueAction = Extract<Action, { type: 'type' | 'erase' | 'enter' | 'focus-next' | 'back' }>;

/** The value being typed for the focused input, or the answer to the focused question. */
export const LESSON_VALUE: Layer<ValueAction> = {
	id: 'lesson-value',
	keys: LESSON_KEYS.value,
	text: true,
	update(before, action, env) {
		const state = action.type === 'focus-next' || action.type === 'back' ? before : revealHiddenFocus(before, env);
		const question = focusedQuestion(state, env);
		const focus = focusedPath(state, env);
		switch (action.type) {
			case 'type':
			case 'erase':
				return withoutEffects(question || focus !== null ? typeValue(state, action) : state);
			case 'enter':
				if (question) return answerQuestion(state, question, env);
				return withoutEffects(focus === null ? state : enterTypedValue(state, focus));
			case 'focus-next':
				return withoutEffects(scrollLesson(state, action, env));
			case 'back':
				return withoutEffects({ ...state, typing: null });
		}
	},
};

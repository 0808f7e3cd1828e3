import { currentEntry } from '../../board/lab.js';
import type { LessonDocument } from '../../content/index.js';
import { editsBetween } from '../../engine/inputs/index.js';
import type { Action } from '../action.js';
import { editInput, enterTypedValue, startTypedValue, startValue, typeValue } from '../board.js';
import { type Env, type Layer, withoutEffects } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { say, undoOrRedo } from '../state-changes.js';
import { askToSkip, showHint } from './challenge.js';
import { openAdjacentLesson } from './enter.js';
import {
	focusedPath,
	focusedQuestion,
	isEndingFocused,
	isOpenQuestion,
	itemOfInput,
	questionInWindow,
	questionNearWindow,
	visibleFocus,
} from './focus.js';
import { parseItem } from './items.js';
import { jumpToOpenItem } from './jump.js';
import { LESSON_KEYS } from './keys.js';
import { answerQuestion, openLesson, readingOf, resetTarget, withReading } from './reading.js';
import { focusOn, goOn, revealFocus, scrollLesson } from './scroll.js';

type LessonAction = Extract<
	Action,
	{
		type:
			| 'page'
			| 'half-page'
			| 'move'
			| 'focus-next'
			| 'change-lesson'
			| 'hint'
			| 'jump'
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
		case 'half-page':
		case 'move':
		case 'focus-next':
			return scrollLesson(state, action, env);
		case 'change-lesson':
			return openAdjacentLesson(state, action.by, env);
		case 'jump':
			return jumpToOpenItem(state, env);
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
				? say(state, 'nothing more to undo: the lesson starts here')
				: revealChange(state, undoOrRedo(state, action.by), env);
		case 'step':
		case 'reset-input': {
			const item = parseItem(visibleFocus(state, env));
			if (item?.kind === 'input')
				return editInput(state, action, item.path, resetTarget(openLesson(state, env), currentLab(state).loaded));
			return say(
				state,
				item?.kind === 'question' ? 'arrows do not change a guess: type its number, then Enter' : NO_FOCUS,
			);
		}
		case 'type':
		case 'enter':
			return startTyping(state, action, env);
	}
}

/** Gives the focus to an input that undo or redo changed, so that the change is seen. */
function revealChange(before: State, state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const [from, to] = [before, state].map((one) => currentEntry(currentLab(one)).scenario);
	const [edit] = from && to ? editsBetween(from, to) : [];
	const item = lesson && edit ? itemOfInput(state, lesson, edit.path, env) : null;
	return lesson && item !== null ? focusOn(state, lesson, item, env) : state;
}

const NO_FOCUS = 'Tab goes to the next guess or number';

/**
 * Starts to type: an answer to an open question in the window, or else a value for the focused input. Nothing out of
 * the window can be changed.
 */
function startTyping(state: State, action: Extract<Action, { type: 'type' | 'enter' }>, env: Env): State {
	const lesson = openLesson(state, env);
	if (!lesson) return state;
	if (action.type === 'enter' && isEndingFocused(state, env)) return goOn(state, env);
	const focus = visibleFocus(state, env);
	const item = parseItem(focus);
	// Enter acts on what has the focus; a digit goes to a question first.
	const inWindow = item?.kind === 'question' ? focus : questionInWindow(state, env);
	// An answer is seen while it is typed: the question that it is for comes into the window.
	const question = inWindow ?? (action.type === 'type' && item === null ? questionNearWindow(state, env) : null);
	if (question !== null && (action.type === 'type' || item?.kind !== 'input')) {
		const asked = focusOn(state, lesson, question, env);
		if (action.type === 'enter') return { ...asked, typing: '' };
		const typing = typeValue(asked, action);
		return inWindow === null ? say(typing, 'your answer goes to this guess: Enter gives it, Esc leaves it') : typing;
	}
	if (item?.kind !== 'input') {
		// Enter after digits that nothing took must not go on to the next lesson.
		const kept = item?.kind === 'ending' ? withReading(state, lesson.id, { focus: null }) : state;
		return say(kept, action.type === 'type' ? noTarget(lesson, state) : NO_FOCUS);
	}
	return action.type === 'type' ? startTypedValue(state, action, item.path) : startValue(state, item.path);
}

/** Says why what was typed went nowhere, and how to get to what takes it. */
function noTarget(lesson: LessonDocument, state: State): string {
	const { answers } = readingOf(state, lesson.id);
	const isAsked = lesson.blocks.some((block) => isOpenQuestion(block, answers));
	return isAsked
		? 'no guess is in view: ! goes to the next open one'
		: 'no number is chosen: Tab goes to the next, then type';
}

type ValueAction = Extract<Action, { type: 'type' | 'erase' | 'enter' | 'focus-next' | 'back' }>;

/** The value being typed for the focused input, or the answer to the focused question. */
export const LESSON_VALUE: Layer<ValueAction> = {
	id: 'lesson-value',
	keys: LESSON_KEYS.value,
	text: true,
	update(before, action, env) {
		const state = action.type === 'focus-next' || action.type === 'back' ? before : revealFocus(before, env);
		const question = focusedQuestion(state, env);
		const focus = focusedPath(state, env);
		// A number does not begin with a space: Space reads on, as before Enter was pressed.
		if (action.type === 'type' && action.text === ' ' && state.typing === '')
			return withoutEffects(scrollLesson({ ...state, typing: null }, { type: 'page', by: 1 }, env));
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

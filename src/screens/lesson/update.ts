import type { Action } from '../action.js';
import type { Surroundings } from '../around.js';
import { say } from '../changes.js';
import type { State } from '../state.js';
import { typed } from '../typing.js';
import { focusedPath, focusedQuestion, isShown, scrolled, turned } from './moves.js';
import { topOf } from './place.js';
import { hinted, openChallenge, openLesson, readingOf } from './reading.js';

/** What an action does while a lesson fills the window; null: what it does in the lab. */
export function inLesson(state: State, action: Action, around: Surroundings): State | null {
	switch (action.type) {
		case 'laid-out':
		case 'page':
		case 'move':
		case 'next':
			return scrolled(state, action, around);
		case 'turn':
			return turned(state, action.by, around);
		case 'hint':
			return hinted(state, around);
		case 'skip':
			return asksToSkip(state, around);
		case 'back':
			// What is typed is left first, as everywhere.
			if (state.typing !== null) return { ...state, typing: null };
			return state.fromDrill ? { ...state, screen: 'drill', fromDrill: false } : around.go.contents(state, around);
		case 'ask-reset':
			return { ...state, asking: 'reset' };
		case 'type':
		case 'enter':
			if (state.typing !== null)
				return action.type === 'type' && focusedQuestion(state, around) ? typed(state, action) : null;
			if (focusedQuestion(state, around)) return startTyping(state, action);
			return editable(state, around);
		case 'step':
		case 'reset-input':
			return editable(state, around);
		default:
			return null;
	}
}

/** A solution seen cannot be unseen: it is asked for twice. */
function asksToSkip(state: State, around: Surroundings): State {
	const lesson = openLesson(state, around);
	const open = lesson && openChallenge(lesson, readingOf(state, lesson.id));
	return open ? { ...state, asking: 'skip' } : say(state, 'no challenge is open here');
}

function startTyping(state: State, action: Extract<Action, { type: 'type' | 'enter' }>): State {
	const started: State = { ...state, following: true, typing: '' };
	return action.type === 'type' ? typed(started, action) : started;
}

/** Something may be edited: null. It is brought into the window by whoever goes on (`brought`). */
function editable(state: State, around: Surroundings): State | null {
	return focusedPath(state, around) === null ? say(state, 'Tab goes to the next number or question') : null;
}

/** Nobody edits what is out of sight: a key for the focused number brings it into the window, and acts. */
export function brought(state: State, action: Action): State {
	const { page, lesson, screen } = state;
	if (screen !== 'lesson' || lesson === null || !page || !EDITS.includes(action.type)) return state;
	return isShown(state, topOf(page, readingOf(state, lesson), state.following)) ? state : { ...state, following: true };
}

const EDITS: readonly Action['type'][] = ['step', 'type', 'enter', 'reset-input'];

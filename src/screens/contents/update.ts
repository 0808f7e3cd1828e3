import { termById } from '../../chapter/terms.js';
import { courseOf, nextLesson } from '../../course/index.js';
import { editorOf, FILTER } from '../../text/editor.js';
import { nearestIndex } from '../../text/list-window.js';
import type { Action } from '../action.js';
import type { Entry, Surroundings } from '../around.js';
import { openScenario, say, withGlossary, writeInto } from '../changes.js';
import type { State } from '../state.js';

/** Shows the contents, with the open lesson chosen, or else the next one to do. */
export function toContents(before: State, around: Surroundings): State {
	const state = around.go.leaveLesson(before, around);
	const next = nextLesson(around.lessons.map(courseOf), state.readings)?.id;
	const id = state.lesson ?? next;
	const at = Math.max(
		0,
		around.search('').findIndex((entry) => entry.kind === 'lesson' && entry.id === id),
	);
	return { ...state, screen: 'contents', overlay: null, typing: null, contents: { at, filter: '', finding: false } };
}

/** What an action does while the contents fill the window; null: nothing of its own. */
export function inContents(state: State, action: Action, around: Surroundings): State | null {
	const { contents } = state;
	const listed = (): readonly Entry[] => around.search(contents.filter);
	switch (action.type) {
		case 'scroll': {
			const at = nearestIndex(listed().length, contents.at + action.by);
			return { ...state, contents: { ...contents, at } };
		}
		case 'find':
			return { ...state, contents: { ...contents, finding: true } };
		case 'type':
		case 'erase':
			if (!contents.finding) return state;
			return writeInto(editorOf(contents.filter), action, ({ text }) => filtered(state, text), FILTER);
		case 'back':
			return contents.finding ? toContents(state, around) : state;
		case 'choose':
			return chosen(state, listed()[contents.at], around);
		case 'ask-restart':
			if (!action.all && listed()[contents.at]?.kind !== 'lesson') return say(state, 'choose a lesson first');
			return { ...state, asking: action.all ? 'restart-all' : 'restart' };
		default:
			return null;
	}
}

const filtered = (state: State, filter: string): State => ({
	...state,
	contents: { at: 0, filter, finding: true },
});

function chosen(state: State, entry: Entry | undefined, around: Surroundings): State {
	switch (entry?.kind) {
		case 'lesson': {
			const lesson = around.lessons.find(({ id }) => id === entry.id);
			return lesson ? around.go.lesson(state, lesson, around) : state;
		}
		case 'scenario': {
			const scenario = around.find('').find(({ id }) => id === entry.id);
			return scenario ? { ...openScenario(state, scenario, around), screen: 'lab' } : state;
		}
		case 'term':
			return withGlossary(state, termById(entry.id)?.name ?? '');
		// Opened by whoever knows worksheets.
		case 'worksheet':
		case undefined:
			return state;
	}
}

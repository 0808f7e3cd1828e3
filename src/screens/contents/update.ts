import { termById } from '../../chapter/terms.js';
import { lessonOutline, nextLesson } from '../../course/index.js';
import { createEditor, FILTER_LIMITS } from '../../text/editor.js';
import { clampIndex } from '../../text/list-window.js';
import type { Action } from '../action.js';
import { type ContentsEntry, type Env, type Layer, type Updated, withoutEffects } from '../screen.js';
import { halfOf, type Size } from '../size.js';
import type { State } from '../state.js';
import { editTypedText, openGlossary, openScenario, say } from '../state-changes.js';
import { CONTENTS_KEYS } from './keys.js';
import { contentsEntries } from './lines.js';

/** Shows the contents, with the open or else the next lesson chosen. */
export function openContents(before: State, env: Env): State {
	const state = env.go.leaveLesson(before, env);
	const next = nextLesson(env.lessons.map(lessonOutline), state.readings)?.id;
	const id = state.lesson ?? next;
	const entries = contentsEntries(env.lessons, env.documents, '');
	const at = Math.max(
		0,
		entries.findIndex((entry) => entry.kind === 'lesson' && entry.id === id),
	);
	return { ...state, screen: 'contents', overlay: null, typing: null, contents: { at, filter: '', finding: false } };
}

/** Returns the chosen entry; undefined: nothing was found. */
export const chosenEntry = ({ contents: { at, filter } }: State, env: Env): ContentsEntry | undefined =>
	contentsEntries(env.lessons, env.documents, filter)[at];

type ContentsAction = Extract<Action, { type: 'scroll' | 'half-page' | 'find' | 'choose' | 'ask-restart' }>;

/** The contents. */
export const CONTENTS: Layer<ContentsAction> = {
	id: 'contents',
	keys: CONTENTS_KEYS.contents,
	update(state, action, env) {
		switch (action.type) {
			case 'scroll':
				return withoutEffects(scroll(state, action.by, env));
			case 'half-page':
				return withoutEffects(scroll(state, action.by * halfOf(contentsHeight(state.size)), env));
			case 'find':
				return withoutEffects({ ...state, contents: { ...state.contents, finding: true } });
			case 'choose':
				return choose(state, env);
			case 'ask-restart':
				if (!action.all && chosenEntry(state, env)?.kind !== 'lesson')
					return withoutEffects(say(state, 'only a lesson can be started afresh: choose one first'));
				return withoutEffects({ ...state, questionId: action.all ? 'restart-all' : 'restart' });
		}
	},
};

type SearchAction = Extract<Action, { type: 'scroll' | 'half-page' | 'type' | 'erase' | 'choose' | 'back' }>;

/** The filter of the contents while it is being typed. */
export const CONTENTS_SEARCH: Layer<SearchAction> = {
	id: 'contents-search',
	keys: CONTENTS_KEYS.search,
	text: true,
	update(state, action, env) {
		switch (action.type) {
			case 'scroll':
				return withoutEffects(scroll(state, action.by, env));
			case 'half-page':
				return withoutEffects(scroll(state, action.by * halfOf(contentsHeight(state.size)), env));
			case 'type':
			case 'erase':
				return withoutEffects(
					editTypedText(
						createEditor(state.contents.filter),
						action,
						({ text }) => filterBy(state, text),
						FILTER_LIMITS,
					),
				);
			case 'choose':
				return choose(state, env);
			case 'back':
				return withoutEffects(openContents(state, env));
		}
	},
};

/** Returns how many lines the contents have: all but head, empty line, status and footer. */
export const contentsHeight = ({ rows }: Size): number => rows - 5;

function scroll(state: State, by: number, env: Env): State {
	const { contents } = state;
	const { length } = contentsEntries(env.lessons, env.documents, contents.filter);
	return { ...state, contents: { ...contents, at: clampIndex(length, contents.at + by) } };
}

const filterBy = (state: State, filter: string): State => ({
	...state,
	contents: { at: 0, filter, finding: true },
});

/** Opens the chosen entry. */
function choose(state: State, env: Env): Updated {
	const entry = chosenEntry(state, env);
	switch (entry?.kind) {
		case 'lesson': {
			const lesson = env.lessons.find(({ id }) => id === entry.id);
			return withoutEffects(lesson ? env.go.lesson(state, lesson, env) : state);
		}
		case 'scenario': {
			const scenario = env.documents.find((document) => document.scenario.id === entry.id)?.scenario;
			return withoutEffects(scenario ? { ...openScenario(state, scenario, env), screen: 'lab' } : state);
		}
		case 'term':
			return withoutEffects(openGlossary(state, termById(entry.id)?.name ?? ''));
		case 'worksheet':
			return env.go.worksheet(state, env);
		case undefined:
			return withoutEffects(state);
	}
}

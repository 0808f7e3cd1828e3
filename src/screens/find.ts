import { createEditor, type Editor, FILTER_LIMITS } from '../text/editor.js';
import { findText, type Match } from '../text/find-text.js';
import { type Line, textOf } from '../text/line.js';
import { clampIndex } from '../text/list-window.js';
import type { Action } from './action.js';
import { FIND_LINE_ROWS, FIND_ROWS } from './keys.js';
import { memoLast } from './memo.js';
import { type Env, type Layer, type Screen, type SearchablePage, withoutEffects } from './screen.js';
import type { Find, State } from './state.js';
import { editTypedText } from './state-changes.js';

// `/` in any screen or overlay: a line being typed, then an open search. How it looks: find-view.ts.

/** Returns the page of a screen that is searched: its own, or else what is visible, one region after the other. */
export function pageOf(screen: Screen, state: State, env: Env): SearchablePage {
	const page = screen.find?.(state, env);
	if (page) return page;
	const lines = screen.view(state, env).body.flatMap((region): readonly Line[] => [...region.lines, []]);
	return { lines, window: { from: 0, to: lines.length }, scrollTo: () => state };
}

/** Returns the lines that are searched: those of the page, then, after an empty one, those beside it. */
export const searchedLines = ({ lines, beside }: Pick<SearchablePage, 'lines' | 'beside'>): readonly Line[] =>
	beside ? [...lines, [], ...beside] : lines;

/** Returns the matches of a text in a page, and then beside it. */
export const matchesIn = ({ lines, beside }: SearchablePage, text: string): readonly Match[] =>
	find(lines, beside, text);

/** Finds a text. The rule beside a question is no part of its text. */
const find = memoLast((lines: readonly Line[], beside: readonly Line[] | undefined, text: string) =>
	findText(
		searchedLines({ lines, ...(beside && { beside }) }).map((line) => textOf(line).replace('┃', ' ')),
		text,
	),
);

/** Starts to type a text to find. */
export function openFind(state: State, screen: Screen, env: Env): State {
	const { window, chosen = window.from } = pageOf(screen, state, env);
	const { readings } = state;
	return {
		...state,
		find: { editor: createEditor(), isTyping: true, origin: chosen, readings, at: 0, wrappedTo: null },
	};
}

/** Closes the search once something else is open than what it began in. */
export function closeFindElsewhere(before: State, state: State): State {
	const isSame =
		before.screen === state.screen &&
		before.lesson === state.lesson &&
		before.scenario === state.scenario &&
		before.overlay?.kind === state.overlay?.kind;
	return isSame || !state.find ? state : { ...state, find: null };
}

/** Returns the layer of an open search over the layer of what is searched. */
export const findLayer = ({ isTyping }: Find, screen: Screen, below: Layer): Layer =>
	isTyping ? typingLayer(screen) : matchesLayer(screen, below);

type LineAction = Extract<Action, { type: 'type' | 'edit-text' | 'enter' | 'back' }>;

/** The line in which the text to find is typed. */
const typingLayer = (screen: Screen): Layer<LineAction> => ({
	id: 'find-line',
	text: true,
	keys: FIND_LINE_ROWS,
	update(state, action, env) {
		const { find } = state;
		if (!find) return withoutEffects(state);
		const page = pageOf(screen, state, env);
		switch (action.type) {
			case 'type':
			case 'edit-text':
				return withoutEffects(
					editTypedText(find.editor, action, (editor) => findFromOrigin(state, find, editor, page), FILTER_LIMITS),
				);
			case 'enter':
				if (find.editor.text.trim() === '') return withoutEffects(cancelFind(page, find));
				// What is not found stays in the line, so that it can be corrected.
				return withoutEffects(
					matchesIn(page, find.editor.text).length === 0 ? state : { ...state, find: { ...find, isTyping: false } },
				);
			case 'back':
				return withoutEffects(cancelFind(page, find));
		}
	},
});

/** The keys of an open search before those of what is searched. */
const matchesLayer = (screen: Screen, below: Layer): Layer => ({
	id: 'find',
	keys: [...FIND_ROWS, ...below.keys],
	update(state, action, env) {
		switch (action.type) {
			case 'find-next':
				return withoutEffects(step(state, action.by, pageOf(screen, state, env)));
			case 'close-find':
				return withoutEffects({ ...state, find: null });
			default:
				return below.update(state, action, env);
		}
	},
});

/** Closes the search, scrolls back to where it began, and forgets what was only looked at: place and end of a lesson. */
const cancelFind = (page: SearchablePage, { origin, readings }: Find): State => ({
	...page.scrollTo(origin),
	readings,
	find: null,
});

/** Shows the first match at or below the line where the search began, or else the first of the page. */
function findFromOrigin(state: State, find: Find, editor: Editor, page: SearchablePage): State {
	const matches = matchesIn(page, editor.text);
	const below = matches.findIndex(([{ line }]) => line >= find.origin);
	const typed: Find = { ...find, editor, at: Math.max(0, below), wrappedTo: null };
	if (editor.text.trim() === '') return { ...page.scrollTo(find.origin), find: typed };
	if (matches.length === 0) return { ...state, find: typed };
	return reveal(page, matches, { ...typed, wrappedTo: below < 0 ? 'top' : null });
}

/** Goes to the next or the previous match, round the ends of the page. */
function step(state: State, by: number, page: SearchablePage): State {
	const { find } = state;
	const matches = find ? matchesIn(page, find.editor.text) : [];
	if (!find || matches.length === 0) return state;
	const to = clampIndex(matches.length, find.at) + by;
	const at = (to + matches.length) % matches.length;
	return reveal(page, matches, { ...find, at, wrappedTo: to === at ? null : by > 0 ? 'top' : 'bottom' });
}

/** Scrolls to the current match if it is not visible; a third of the window is left above it. */
function reveal(
	{ lines, window: { from, to }, chosen, scrollTo }: SearchablePage,
	matches: readonly Match[],
	find: Find,
): State {
	const match = matches[find.at];
	const first = match?.[0].line ?? from;
	if (chosen !== undefined) return { ...scrollTo(match ? first : chosen), find };
	const isBeside = first > lines.length;
	const isVisible = isBeside || (first >= from && (match?.at(-1)?.line ?? first) < to);
	return { ...scrollTo(isVisible ? from : first - Math.floor((to - from) / 3)), find };
}

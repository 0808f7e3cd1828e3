import { currentEntry } from '../../board/lab.js';
import type { LessonDocument, Predict } from '../../content/index.js';
import type { LessonReading } from '../../course/index.js';
import { computeLab } from '../../present/board/lab-input.js';
import { pageItems } from '../../present/lesson/page.js';
import { windowFrom } from '../../text/list-window.js';
import type { Action } from '../action.js';
import { type FocusGrid, moveNext, moveRows } from '../focus.js';
import { TRACE_SEED } from '../lab-input.js';
import type { Env } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { say } from '../state-changes.js';
import { lessonLayout } from './layout.js';
import { openLesson, readingOf, withReading } from './reading.js';
import { isInWindow, maxTop, type PageLayout, placeOfLine, windowTop } from './window.js';

/** An item of a lesson that can have the focus: the input at a path, or a question. */
export type LessonItem =
	| { readonly kind: 'input'; readonly path: string }
	| { readonly kind: 'question'; readonly id: string };

/** Parses the name of an item on the page, such as `3|segments.faq.routedSmall` or `5|?resolution`. */
export function parseItem(name: string | null): LessonItem | null {
	const at = name?.indexOf('|') ?? -1;
	if (name === null || at < 0) return null;
	const rest = name.slice(at + 1);
	return rest.startsWith('?') ? { kind: 'question', id: rest.slice(1) } : { kind: 'input', path: rest };
}

/** Returns the focused question if it is not answered yet; else null. */
export function focusedQuestion(state: State, env: Env): Predict | null {
	const lesson = openLesson(state, env);
	const reading = lesson && readingOf(state, lesson.id);
	const item = parseItem(reading?.focus ?? null);
	if (!lesson || item?.kind !== 'question' || reading?.answers[item.id] !== undefined) return null;
	const block = lesson.blocks.find((one) => one.kind === 'predict' && one.id === item.id);
	return block?.kind === 'predict' ? block : null;
}

/** Returns the path of the focused input; null: none has the focus. */
export function focusedPath(state: State, env: Env): string | null {
	const lesson = openLesson(state, env);
	const item = lesson && parseItem(readingOf(state, lesson.id).focus);
	return item?.kind === 'input' ? item.path : null;
}

type ScrollAction = Extract<Action, { type: 'move' | 'focus-next' | 'page' }>;

/** Moves the window and the focus of the open lesson. */
export function scrollLesson(state: State, action: ScrollAction, env: Env): State {
	const lesson = openLesson(state, env);
	const layout = lessonLayout(state, env);
	if (!lesson || !layout) return state;
	const reading = readingOf(state, lesson.id);
	const top = windowTop(layout, reading, false);
	switch (action.type) {
		case 'page':
			return turnPage(state, lesson, layout, { top, by: action.by }, env);
		case 'focus-next': {
			const focus = isShown(layout, top) ? reading.focus : null;
			return focusOn(state, lesson, nextItem(itemsOf(state, lesson), focus, action.by, layout, top), env);
		}
		case 'move': {
			const isNear = isShown(layout, top) && Math.abs(action.rows) === 1;
			const to = isNear ? rowInBlock(itemsOf(state, lesson), reading.focus, action.rows) : null;
			return to === null ? scrollTo(state, lesson, layout, top + action.rows) : focusOn(state, lesson, to, env);
		}
	}
}

/** Returns the items that can have the focus in their arrangement on screen: rows of items, left to right. */
function itemsOf(state: State, lesson: LessonDocument): FocusGrid {
	const { scenario } = currentEntry(currentLab(state));
	const lab = computeLab(scenario, null, null, { seed: TRACE_SEED, index: 0, stage: 0 });
	return pageItems({ lesson, lab, reading: readingOf(state, lesson.id) });
}

/** Scrolls by whole windows. Reading on stops at an unanswered question; a second time it goes past it. */
function turnPage(
	state: State,
	lesson: LessonDocument,
	layout: PageLayout,
	{ top, by }: { top: number; by: number },
	env: Env,
): State {
	// Two lines of the previous window stay visible, to keep the reader oriented.
	const to = top + by * Math.max(1, layout.height - 2);
	const reading = readingOf(state, lesson.id);
	const question = by === 1 ? nextQuestion(lesson, layout, reading, top) : null;
	if (question === null || question.start >= to || reading.focus === question.item)
		return scrollTo(state, lesson, layout, to);
	const scrolled = scrollTo(state, lesson, layout, Math.max(top, question.start - 1));
	const asked = revealFocus(withReading(scrolled, lesson.id, { focus: question.item }), env);
	return say(asked, 'your guess first; Space again reads on without it');
}

/** Returns the first unanswered question below the top of the window: its item, and its first line; null: none. */
function nextQuestion(
	lesson: LessonDocument,
	layout: PageLayout,
	{ answers }: LessonReading,
	top: number,
): { readonly item: string; readonly start: number } | null {
	for (const [at, block] of lesson.blocks.entries()) {
		const start = layout.starts[at] ?? 0;
		if (block.kind !== 'predict' || answers[block.id] !== undefined || start < top) continue;
		return { item: `${at}|?${block.id}`, start };
	}
	return null;
}

/** Whether the focused item is visible in the window that starts at `top`. */
const isShown = (layout: PageLayout, top: number): boolean =>
	layout.focusLine !== null && isInWindow(layout, top, layout.focusLine);

/** Scrolls as little as needed to show the focused item, with its whole block if that fits. */
export function revealFocus(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const layout = lessonLayout(state, env);
	if (!lesson || !layout) return state;
	return placeWindow(state, lesson, layout, windowTop(layout, readingOf(state, lesson.id), true));
}

/** Scrolls the focused item into view before it is edited. */
export function revealHiddenFocus(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const layout = lessonLayout(state, env);
	const top = lesson && layout ? windowTop(layout, readingOf(state, lesson.id), false) : 0;
	return layout && isShown(layout, top) ? state : revealFocus(state, env);
}

/** Keeps the window within the page after a change, and records when the end of the lesson is reached. */
export function clampWindow(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const layout = lesson && lessonLayout(state, env);
	if (!lesson || !layout) return state;
	return placeWindow(state, lesson, layout, windowTop(layout, readingOf(state, lesson.id), false));
}

/** Sets the reader's place to the top of the window. */
function placeWindow(state: State, { id }: LessonDocument, layout: PageLayout, top: number): State {
	const reading = readingOf(state, id);
	const { block, line } = placeOfLine(layout, top);
	const ended = reading.ended || top >= maxTop(layout);
	if (block === reading.block && line === reading.line && ended === reading.ended) return state;
	return withReading(state, id, { block, line, ended });
}

const scrollTo = (state: State, lesson: LessonDocument, layout: PageLayout, to: number): State =>
	placeWindow(state, lesson, layout, windowFrom(layout.total, layout.height, to).from);

function focusOn(state: State, { id }: LessonDocument, focus: string | null, env: Env): State {
	if (focus === null) return say(state, 'there is nothing to change in this lesson');
	return revealFocus(withReading({ ...state, typing: null }, id, { focus }), env);
}

/** Returns the next item in reading order; without a focus, a visible question or else the first item below the top. */
function nextItem(grid: FocusGrid, focus: string | null, by: number, layout: PageLayout, top: number): string | null {
	const items = grid.flat();
	if (focus !== null && items.includes(focus)) return moveNext(grid, focus, by);
	const below = items.filter((item) => (layout.starts[blockOf(item) + 1] ?? layout.total) > top);
	// A visible question comes before the numbers around it.
	const question = below.find(
		(item) => item.includes('|?') && (layout.starts[blockOf(item)] ?? 0) < top + layout.height,
	);
	return question ?? below[0] ?? items.at(-1) ?? null;
}

/** Returns the index of an item's block. */
const blockOf = (item: string): number => Number(item.slice(0, item.indexOf('|')));

/** Returns the item a row up or down in the same block; null: none. */
function rowInBlock(grid: FocusGrid, focus: string | null, rows: number): string | null {
	if (focus === null || !grid.some((row) => row.includes(focus))) return null;
	const own = grid.filter((row) => row.some((item) => blockOf(item) === blockOf(focus)));
	const to = moveRows(own, focus, rows);
	return to === focus ? null : to;
}

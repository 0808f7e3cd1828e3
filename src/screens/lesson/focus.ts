import type { LessonBlock, LessonDocument, Predict } from '../../content/index.js';
import type { LessonReading } from '../../course/index.js';
import { practicesOf } from '../../course/index.js';
import { pageItems } from '../../present/lesson/page.js';
import { type FocusGrid, moveRows } from '../focus.js';
import { labInput, openDocument } from '../lab-input.js';
import type { Env } from '../screen.js';
import type { State } from '../state.js';
import { blockOf, endingItem, parseItem, questionItem } from './items.js';
import { isBeside, type LessonLayout, lessonLayout } from './layout.js';
import { openLesson, readingOf } from './reading.js';
import { isInWindow, windowTop } from './window.js';

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

/** Whether the way on at the end of the lesson has the focus. */
export function isEndingFocused(state: State, env: Env): boolean {
	const lesson = openLesson(state, env);
	return lesson !== null && readingOf(state, lesson.id).focus === endingItem(lesson.blocks.length);
}

/** Returns the focused item if it is in the window; else null. */
export function visibleFocus(state: State, env: Env, layout = lessonLayout(state, env)): string | null {
	const lesson = openLesson(state, env);
	if (!lesson || !layout) return null;
	const reading = readingOf(state, lesson.id);
	const isVisible = reading.focus !== null && isShown(layout, reading.focus, windowTop(layout, reading, false));
	return isVisible ? reading.focus : null;
}

/** Whether the focused item is visible if the window starts at `top`. */
const isShown = (layout: LessonLayout, focus: string, top: number): boolean =>
	isBeside(layout, focus) || (layout.focusLine !== null && isInWindow(layout, top, layout.focusLine));

/** Returns the first open question in the window, preferably one that is in it as a whole; null: none is. */
export function questionInWindow(state: State, env: Env, layout = lessonLayout(state, env)): string | null {
	const lesson = openLesson(state, env);
	if (!lesson || !layout) return null;
	const { answers, ...reading } = readingOf(state, lesson.id);
	const top = windowTop(layout, reading, false);
	let partly: string | null = null;
	for (const [at, block] of lesson.blocks.entries()) {
		const first = layout.starts[at];
		if (first === undefined || !isOpenQuestion(block, answers)) continue;
		const item = questionItem(at, block.id);
		// An empty line follows the question.
		const last = (layout.starts[at + 1] ?? layout.total) - 2;
		const ends = [first, last].filter((line) => isInWindow(layout, top, line)).length;
		if (ends === 2) return item;
		if (ends === 1) partly ??= item;
	}
	return partly;
}

/**
 * Returns the open question that an answer typed now is meant for while none is in the window: the one at which reading
 * on stopped, or else the nearest that is no more than a window away; null: there is none so near.
 */
export function questionNearWindow(state: State, env: Env): string | null {
	const lesson = openLesson(state, env);
	const layout = lessonLayout(state, env);
	if (!lesson || !layout) return null;
	const { answers, ...reading } = readingOf(state, lesson.id);
	const top = windowTop(layout, reading, false);
	const near = lesson.blocks.flatMap((block, at) => {
		if (!isOpenQuestion(block, answers)) return [];
		const item = questionItem(at, block.id);
		const first = layout.starts[at] ?? 0;
		const distance = first < top ? top - first : first - top - layout.height;
		return item === state.stoppedAt || distance <= layout.height ? [{ item, distance }] : [];
	});
	const stopped = near.find(({ item }) => item === state.stoppedAt);
	return (stopped ?? near.sort((a, b) => a.distance - b.distance)[0])?.item ?? null;
}

/** Whether a block is a question that is asked and not answered. */
export const isOpenQuestion = (block: LessonBlock, answers: LessonReading['answers']): block is Predict =>
	block.kind === 'predict' &&
	answers[block.id] === undefined &&
	(block.after === null || answers[block.after] !== undefined);

/** Returns the items that can have the focus in their arrangement on screen: rows of items, left to right. */
export function itemsOf(state: State, lesson: LessonDocument, env: Env): FocusGrid {
	const document = openDocument(state, env);
	if (!document) return [];
	const reading = readingOf(state, lesson.id);
	return pageItems({ lesson, document, lab: labInput(state), reading, focus: null, typing: null });
}

/** Returns the item of an input: the first at or after the block of the focus, or else the last; null: none. */
export function itemOfInput(state: State, lesson: LessonDocument, path: string, env: Env): string | null {
	const { focus, block } = readingOf(state, lesson.id);
	const items = itemsOf(state, lesson, env)
		.flat()
		.filter((item) => item.endsWith(`|${path}`));
	const from = focus === null ? block : blockOf(focus);
	return items.find((item) => blockOf(item) >= from) ?? items.at(-1) ?? null;
}

/**
 * Returns the next item in reading order. Without a focus, a visible question, the first item in or below the window,
 * or else the first one of the last workbench above it.
 */
export function nextItem(
	grid: FocusGrid,
	focus: string | null,
	by: number,
	lesson: LessonDocument,
	layout: LessonLayout,
	top: number,
): string | null {
	const items = grid.flat();
	// No way round from the last to the first: keys meant for one would go to the other.
	if (focus !== null && items.includes(focus)) return items[items.indexOf(focus) + by] ?? focus;
	const below = items.filter(
		(item) => isBeside(layout, item) || (layout.starts[blockOf(item) + 1] ?? layout.total) > top,
	);
	const isQuestion = (item: string): boolean => parseItem(item)?.kind === 'question';
	// A visible question comes before the numbers around it.
	const question = below.find((item) => isQuestion(item) && (layout.starts[blockOf(item)] ?? 0) < top + layout.height);
	// Back from here: what is above the end of the window, the nearest first.
	const above = items.filter((item) => !isBeside(layout, item) && (layout.starts[blockOf(item)] ?? 0) < top);
	if (by < 0 && question === undefined) return above.at(-1) ?? below[0] ?? null;
	const bench = practicesOf(lesson).at(-1)?.blocks[0];
	const beside = items.find((item) => isBeside(layout, item));
	return question ?? beside ?? below[0] ?? items.find((item) => blockOf(item) === bench) ?? items[0] ?? null;
}

/** Returns the item a row up or down in the same block; null: none. */
export function rowInBlock(grid: FocusGrid, focus: string | null, rows: number): string | null {
	if (focus === null || !grid.some((row) => row.includes(focus))) return null;
	const own = grid.filter((row) => row.some((item) => blockOf(item) === blockOf(focus)));
	const to = moveRows(own, focus, rows);
	return to === focus ? null : to;
}

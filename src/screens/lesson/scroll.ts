import type { LessonDocument } from '../../content/index.js';
import type { LessonReading } from '../../course/index.js';
import { practicesOf } from '../../course/index.js';
import { windowFrom } from '../../text/list-window.js';
import type { Action } from '../action.js';
import type { Env } from '../screen.js';
import { halfOf } from '../size.js';
import type { State } from '../state.js';
import { say } from '../state-changes.js';
import { openAdjacentLesson } from './enter.js';
import { focusedQuestion, isOpenQuestion, itemsOf, nextItem, rowInBlock, visibleFocus } from './focus.js';
import { blockOf, endingItem, parseItem, questionItem } from './items.js';
import { isBeside, type LessonLayout, lessonLayout } from './layout.js';
import { practiceLines } from './practice.js';
import { hasOpenItems, openLesson, readingOf, withReading } from './reading.js';
import { maxTop, type PageLayout, placeOfLine, windowTop } from './window.js';

type ScrollAction = Extract<Action, { type: 'move' | 'focus-next' | 'page' | 'half-page' }>;

/** Moves the window and the focus of the open lesson. The focus is dropped where it would leave the window. */
export function scrollLesson(state: State, action: ScrollAction, env: Env): State {
	const lesson = openLesson(state, env);
	const layout = lessonLayout(state, env);
	if (!lesson || !layout) return state;
	const reading = readingOf(state, lesson.id);
	const top = windowTop(layout, reading, false);
	const focus = visibleFocus(state, env);
	switch (action.type) {
		case 'page':
			return turnPage(state, lesson, layout, { top, by: action.by }, env);
		case 'half-page':
			return scrollTo(state, lesson, layout, top + action.by * halfOf(layout.height), env);
		case 'focus-next': {
			// A reader who was stopped here presses Tab to get to the guess, and types it: it must not go into a number below.
			if (action.by > 0 && state.stoppedAt !== null && state.stoppedAt === focus && focusedQuestion(state, env))
				return say({ ...state, stoppedAt: null }, 'the cursor is at the guess: type it; Tab again goes on');
			const items = itemsOf(state, lesson, env);
			const next = nextItem(items, focus, action.by, lesson, layout, top);
			// A guess that was scrolled past comes before the numbers below it: what is typed next is most likely meant for it.
			const passed = focus === null && parseItem(next)?.kind === 'input' ? openQuestionAbove(items.flat(), next) : null;
			if (passed !== null)
				return say(
					{ ...focusOn(state, lesson, passed, env), stoppedAt: null },
					'this is an open guess: type it; Tab again goes on',
				);
			if (next !== null && next === focus)
				return say(
					state,
					action.by > 0 ? 'this is the last one; Shift-Tab goes back' : 'this is the first one; Tab goes on',
				);
			return focusOn(state, lesson, next, env);
		}
		case 'move': {
			const isNear = focus !== null && Math.abs(action.rows) === 1;
			const to = isNear ? rowInBlock(itemsOf(state, lesson, env), focus, action.rows) : null;
			return to === null ? scrollTo(state, lesson, layout, top + action.rows, env) : focusOn(state, lesson, to, env);
		}
	}
}

/**
 * Scrolls by whole windows. Reading on stops at an unanswered question, a second time it goes past it; at the end it
 * offers the next lesson.
 */
function turnPage(
	state: State,
	lesson: LessonDocument,
	layout: LessonLayout,
	{ top, by }: { top: number; by: number },
	env: Env,
): State {
	// Two lines of the previous window stay visible, to keep the reader oriented.
	const to = top + by * Math.max(1, layout.height - 2);
	const reading = readingOf(state, lesson.id);
	const question = by === 1 ? nextQuestion(lesson, layout, reading, top) : null;
	if (question !== null && question.start < to) {
		const scrolled = scrollTo(state, lesson, layout, Math.max(top, question.start - 1), env);
		const stopped = focusOn({ ...scrolled, stoppedAt: question.item }, lesson, question.item, env);
		return say(stopped, 'your guess first: type it, then Enter; Space skips it');
	}
	const ending = endingItem(lesson.blocks.length);
	if (by !== 1 || top < maxTop(layout)) {
		const scrolled = scrollTo(state, lesson, layout, to, env);
		// Who has done everything and reads on to the end is through: the next key goes on.
		const isThrough = by === 1 && to >= maxTop(layout) && !hasOpenItems(lesson, reading);
		return isThrough ? focusOn(scrolled, lesson, ending, env) : scrolled;
	}
	if (reading.focus !== ending) return focusOn(state, lesson, ending, env);
	// A key that is pressed once too often must not leave what is still open.
	return hasOpenItems(lesson, reading)
		? say(state, 'something is open here: ! goes to it, Enter leaves it open')
		: goOn(state, env);
}

/** Returns the nearest open question above an item; null: none. */
const openQuestionAbove = (items: readonly string[], item: string | null): string | null =>
	items.slice(0, item === null ? 0 : items.indexOf(item)).findLast((one) => parseItem(one)?.kind === 'question') ??
	null;

/** Opens the next lesson; after the last one, the contents. */
export const goOn = (state: State, env: Env): State =>
	openLesson(state, env) === env.lessons.at(-1) ? env.go.contents(state, env) : openAdjacentLesson(state, 1, env);

/**
 * Returns the first unanswered question below the top of the window, and below the item that has the focus: its item,
 * and its first line; null: none.
 */
function nextQuestion(
	lesson: LessonDocument,
	layout: PageLayout,
	{ answers, focus }: Pick<LessonReading, 'answers' | 'focus'>,
	top: number,
): { readonly item: string; readonly start: number } | null {
	for (const [at, block] of lesson.blocks.entries()) {
		if (!isOpenQuestion(block, answers)) continue;
		const start = layout.starts[at] ?? 0;
		const item = questionItem(at, block.id);
		// Past the question that has the focus, reading goes on, also where the window cannot scroll.
		const isPast = parseItem(focus)?.kind !== 'input' && focus !== null && at <= blockOf(focus);
		if (start < top || isPast) continue;
		return { item, start };
	}
	return null;
}

/** Scrolls as little as needed to show the focused item: with its workbench and challenge, or its block, if these fit. */
export function revealFocus(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const layout = lessonLayout(state, env);
	if (!lesson || !layout) return state;
	const reading = readingOf(state, lesson.id);
	if (reading.focus === null || isBeside(layout, reading.focus)) return state;
	const block = blockOf(reading.focus);
	const practice = practicesOf(lesson).find(({ blocks }) => blocks.includes(block));
	const group = practice && practiceLines(layout, practice);
	return placeWindow(state, lesson, layout, windowTop(layout, reading, true, group));
}

/**
 * Keeps the window within the page after a change, and records when the end of the lesson is reached. What has the
 * focus stays in the window: `follow` scrolls to it, otherwise the focus is dropped.
 */
export function clampWindow(state: State, env: Env, follow: boolean): State {
	const lesson = openLesson(state, env);
	const layout = lesson && lessonLayout(state, env);
	if (!lesson || !layout) return state;
	const placed = placeWindow(state, lesson, layout, windowTop(layout, readingOf(state, lesson.id), false));
	if (readingOf(placed, lesson.id).focus === null || visibleFocus(placed, env) !== null) return placed;
	if (follow || placed.typing !== null) return revealFocus(placed, env);
	return withReading(placed, lesson.id, { focus: null });
}

/** Sets the reader's place to the top of the window. */
function placeWindow(state: State, { id }: LessonDocument, layout: PageLayout, top: number): State {
	const reading = readingOf(state, id);
	const { block, line } = placeOfLine(layout, top);
	const ended = reading.ended || top >= maxTop(layout);
	if (block === reading.block && line === reading.line && ended === reading.ended) return state;
	return withReading(state, id, { block, line, ended });
}

/** Scrolls the window, and drops the focus if it leaves it. */
export function scrollTo(state: State, lesson: LessonDocument, layout: LessonLayout, to: number, env: Env): State {
	const { from } = windowFrom(layout.total, layout.height, to);
	return clampWindow(placeWindow(state, lesson, layout, from), env, false);
}

/** Gives an item the focus and scrolls to it; null: says that nothing can be changed. */
export function focusOn(state: State, lesson: LessonDocument, focus: string | null, env: Env): State {
	if (focus === null) return say(state, 'this lesson has no guess and no number to change');
	return revealFocus(withReading({ ...state, typing: null }, lesson.id, { focus }), env);
}

import { type Lab, present, recordQuietly } from '../../board/lab.js';
import type { LessonDocument, Predict } from '../../content/index.js';
import { type Reading, startOf, UNREAD } from '../../course/index.js';
import { applyTexts, editsBetween, spellEdit } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { windowFrom } from '../../text/list-window.js';
import type { Action } from '../action.js';
import type { Surroundings } from '../around.js';
import { openScenario, say, withLab } from '../changes.js';
import { type Grid, moveNext, moveRows } from '../focus.js';
import { currentLab, type State } from '../state.js';
import { isInWindow, lastTop, type PageLayout, placeOf, topOf } from './place.js';
import { openLesson, readingOf, withReading } from './reading.js';

/** What has the focus in a lesson: the input at a path, or a question. */
export type Item =
	| { readonly kind: 'input'; readonly path: string }
	| { readonly kind: 'question'; readonly id: string };

/** An item by its name on the page: `3|segments.faq.routedSmall` or `5|?resolution`. */
export function itemOf(name: string | null): Item | null {
	const at = name?.indexOf('|') ?? -1;
	if (name === null || at < 0) return null;
	const rest = name.slice(at + 1);
	return rest.startsWith('?') ? { kind: 'question', id: rest.slice(1) } : { kind: 'input', path: rest };
}

/** The question that has the focus and was not answered yet; null: none. */
export function focusedQuestion(state: State, around: Surroundings): Predict | null {
	const lesson = openLesson(state, around);
	const reading = lesson && readingOf(state, lesson.id);
	const item = itemOf(reading?.focus ?? null);
	if (!lesson || item?.kind !== 'question' || reading?.answers[item.id] !== undefined) return null;
	const block = lesson.blocks.find((one) => one.kind === 'predict' && one.id === item.id);
	return block?.kind === 'predict' ? block : null;
}

/** The path of the input that has the focus and is in the window; null: none. */
export function focusedPath(state: State, around: Surroundings): string | null {
	const lesson = openLesson(state, around);
	const item = lesson && itemOf(readingOf(state, lesson.id).focus);
	return item?.kind === 'input' ? item.path : null;
}

/**
 * Opens a lesson. The first time its scenario goes to the start of the lesson, later to where the lesson was left: other
 * lessons are played on the same scenario. Either is an edit that can be taken back.
 *
 * @param resumed the program starts with this lesson: its scenario stands as it was kept
 */
export function enterLesson(before: State, lesson: LessonDocument, around: Surroundings, resumed = false): State {
	const state = leftLesson(before, around);
	const scenario = around.find('').find(({ id }) => id === lesson.scenario);
	if (!scenario) return say(state, `the scenario ${lesson.scenario} of this lesson is not there`, 'refused');
	const opened = state.scenario === scenario.id ? state : openScenario(state, scenario, around);
	const there: State = { ...opened, screen: 'lesson', lesson: lesson.id, page: null, following: false, overlay: null };
	const reading = state.readings[lesson.id];
	const lab = currentLab(there);
	const board = reading ? leftBoard(reading, lab) : startOf(lesson, lab.loaded);
	const began = reading ? there : withReading(there, lesson.id, UNREAD);
	// Marks of an edit elsewhere would be read as news of this lesson.
	if (resumed || editsBetween(board, present(lab).scenario).length === 0) return withLab(began, unmarked(lab));
	const did = `${reading ? 'came back to' : 'began'} “${lesson.title}”`;
	return withLab(began, recordQuietly(lab, { scenario: board, edits: editsBetween(lab.loaded, board), did }));
}

/** The scenario as a lesson left it; as it is where that is not known, or no longer fits. */
function leftBoard({ edits }: Reading, lab: Lab): Scenario {
	const applied = edits && applyTexts(lab.loaded, edits);
	return applied?.ok ? applied.value.scenario : present(lab).scenario;
}

/** Keeps how the open lesson leaves its scenario. */
export function leftLesson(state: State, around: Surroundings): State {
	const lesson = openLesson(state, around);
	if (!lesson || !state.readings[lesson.id] || lesson.scenario !== state.scenario) return state;
	const { edits } = present(currentLab(state));
	return withReading(state, lesson.id, { edits: edits.map(spellEdit) });
}

const unmarked = (lab: Lab): Lab => (lab.before === null ? lab : { ...lab, before: null });

/** Opens the lesson after the open one, or before it. */
export function turned(state: State, by: number, around: Surroundings): State {
	const at = around.lessons.findIndex(({ id }) => id === state.lesson);
	const next = around.lessons[at + by];
	if (next) return enterLesson(state, next, around);
	return say(state, by > 0 ? 'this is the last lesson; Esc goes to the contents' : 'this is the first lesson');
}

type Scrolling = Extract<Action, { type: 'move' | 'next' | 'page' | 'laid-out' }>;

/** Moves the window and the focus of the open lesson. */
export function scrolled(state: State, action: Scrolling, around: Surroundings): State {
	const lesson = openLesson(state, around);
	if (!lesson) return state;
	if (action.type === 'laid-out') return laidOut(state, action.layout);
	const { page } = state;
	if (page?.lesson !== lesson.id) return state;
	const reading = readingOf(state, lesson.id);
	const top = topOf(page, reading, state.following);
	const grid = around.items(lesson, present(currentLab(state)).scenario, reading);
	switch (action.type) {
		case 'page':
			return paged(state, lesson, page, { top, by: action.by });
		case 'next':
			return focusOn(state, lesson, nextItem(grid, isShown(state, top) ? reading.focus : null, action.by, page, top));
		case 'move': {
			const to =
				isShown(state, top) && Math.abs(action.rows) === 1 ? rowInBlock(grid, reading.focus, action.rows) : null;
			return to === null ? toTop(state, lesson, page, top + action.rows) : focusOn(state, lesson, to);
		}
	}
}

/** Whole windows on or back. Reading on stops at a question that was not answered; asked again, it goes past. */
function paged(
	state: State,
	lesson: LessonDocument,
	page: PageLayout,
	{ top, by }: { top: number; by: number },
): State {
	// Two lines of the window before stay, so that the eye finds its place.
	const to = top + by * Math.max(1, page.height - 2);
	const reading = readingOf(state, lesson.id);
	const question = by === 1 ? nextQuestion(lesson, page, reading, top) : null;
	if (question === null || question.start >= to || reading.focus === question.item)
		return toTop(state, lesson, page, to);
	const there = toTop(state, lesson, page, Math.max(top, question.start - 1));
	const asked = withReading({ ...there, following: true }, lesson.id, { focus: question.item });
	return say(asked, 'your guess first; Space again reads on without it');
}

/** The first question from the top of the window on that is not answered: its item, and its lines. */
function nextQuestion(
	lesson: LessonDocument,
	page: PageLayout,
	{ answers }: Reading,
	top: number,
): { readonly item: string; readonly start: number } | null {
	for (const [at, block] of lesson.blocks.entries()) {
		const start = page.starts[at] ?? 0;
		if (block.kind !== 'predict' || answers[block.id] !== undefined || start < top) continue;
		return { item: `${at}|?${block.id}`, start };
	}
	return null;
}

/**
 * Whether what has the focus is in the window; or will be in the next frame, for keys that arrive before it.
 *
 * @param top first line of the window
 */
export const isShown = ({ page, following }: State, top: number): boolean =>
	following || (page !== null && page.focusLine !== null && isInWindow(page, top, page.focusLine));

function laidOut(state: State, layout: PageLayout): State {
	const reading = readingOf(state, layout.lesson);
	const top = topOf(layout, reading, state.following);
	const { block, line } = placeOf(layout, top);
	const ended = reading.ended || top >= lastTop(layout);
	const laid: State = { ...state, page: layout, following: false };
	if (block === reading.block && line === reading.line && ended === reading.ended) return laid;
	return withReading(laid, layout.lesson, { block, line, ended });
}

function toTop(state: State, { id }: LessonDocument, page: PageLayout, to: number): State {
	const top = windowFrom(page.total, page.height, to).from;
	const ended = readingOf(state, id).ended || top >= lastTop(page);
	return withReading({ ...state, following: false }, id, { ...placeOf(page, top), ended });
}

const focusOn = (state: State, { id }: LessonDocument, focus: string | null): State =>
	focus === null
		? say(state, 'there is nothing to change in this lesson')
		: withReading({ ...state, following: true, typing: null }, id, { focus });

/** The next item in reading order; without a focus in the window, the first that stands in it or below. */
function nextItem(grid: Grid, focus: string | null, by: number, page: PageLayout, top: number): string | null {
	const items = grid.flat();
	if (focus !== null && items.includes(focus)) return moveNext(grid, focus, by);
	const below = items.filter((item) => (page.starts[blockOf(item) + 1] ?? page.total) > top);
	// A question that is in sight comes before the numbers around it.
	const asked = below.find((item) => item.includes('|?') && (page.starts[blockOf(item)] ?? 0) < top + page.height);
	return asked ?? below[0] ?? items.at(-1) ?? null;
}

const blockOf = (item: string): number => Number(item.slice(0, item.indexOf('|')));

/** The item a row up or down in the same block; null: the block has none there. */
function rowInBlock(grid: Grid, focus: string | null, rows: number): string | null {
	if (focus === null || !grid.some((row) => row.includes(focus))) return null;
	const own = grid.filter((row) => row.some((item) => blockOf(item) === blockOf(focus)));
	const to = moveRows(own, focus, rows);
	return to === focus ? null : to;
}

/** Starts one lesson, or all of them, afresh. Edits of scenarios stay until a lesson is opened again. */
export function restarted(state: State, id: string | null): State {
	const { [id ?? '']: _, ...others } = state.readings;
	return { ...state, readings: id === null ? {} : others, page: null };
}

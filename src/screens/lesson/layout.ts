import type { LessonDocument, ScenarioDocument } from '../../content/index.js';
import { challengesOf, type LessonReading, type Practice, practicesOf, scoreOf } from '../../course/index.js';
import type { LabInput } from '../../present/board/lab-input.js';
import { endingLines } from '../../present/lesson/ending.js';
import { layoutPage } from '../../present/lesson/layout.js';
import { iteratePageBlocks, type PageBlock } from '../../present/lesson/page.js';
import type { Book } from '../../present/lesson/score.js';
import type { Line } from '../../text/line.js';
import { labInput, openDocument } from '../lab-input.js';
import { memoLast } from '../memo.js';
import type { Env } from '../screen.js';
import type { Size } from '../size.js';
import type { State } from '../state.js';
import { blockOf, endingItem } from './items.js';
import { practiceBeside } from './practice.js';
import { openLesson, readingOf } from './reading.js';
import { type PageLayout, windowTop } from './window.js';

/** A lesson laid out for the size of its window. */
export interface LessonLayout extends PageLayout {
	readonly lines: readonly Line[];
	/** The practice beside the page, in a wide window; null: practices are in the page. */
	readonly side: SideLayout | null;
	/** What the reader can do after the lesson. */
	readonly ending: readonly Line[];
}

/** A workbench and its challenge, beside the page. */
export interface SideLayout {
	readonly practice: Practice;
	readonly lines: readonly Line[];
	/** Index of the line with the focus; null: none. */
	readonly focusLine: number | null;
}

/** Columns from which on the workbench is beside the prose. */
const WIDE_COLUMNS = 140;
/** Columns of the prose beside a workbench. */
const PAGE_COLUMNS = 78;

/** Whether the workbench is beside the prose. */
export const isWide = ({ columns }: Size): boolean => columns >= WIDE_COLUMNS;

/** Returns the columns of the page. */
export const pageColumns = (size: Size): number => (isWide(size) ? PAGE_COLUMNS : size.columns);

/** Returns how many lines of the page are visible: all but head, status, footer, and the bar of a challenge. */
export const windowHeight = ({ size }: State, { blocks }: LessonDocument): number =>
	size.rows - (blocks.some(({ kind }) => kind === 'challenge') ? 4 : 3);

/** The parts of a reading that the layout depends on. */
type Progress = Pick<LessonReading, 'answers' | 'hints' | 'solved' | 'focus'>;

interface LayoutInput {
	readonly lesson: LessonDocument;
	readonly document: ScenarioDocument;
	readonly lab: LabInput;
	readonly progress: Progress;
	readonly typing: string | null;
	readonly size: Size;
	readonly height: number;
	readonly ending: readonly Line[];
	readonly book: Book | null;
	readonly maxLines?: number;
}

/** The page without what is beside it. */
type MainLayout = Omit<LessonLayout, 'side'>;

const pageInput = ({ lesson, document, lab, progress, typing, ending, book }: LayoutInput) => ({
	lesson,
	document,
	lab,
	reading: progress,
	focus: progress.focus,
	typing,
	ending,
	...(book && { book }),
});

/** Lays out the page; in a wide window, without its practices. */
function layOutMain(input: LayoutInput): MainLayout {
	const { lesson, progress, size, height, ending, maxLines } = input;
	const blocks = iteratePageBlocks(pageInput(input));
	const room = { width: pageColumns(size), focus: progress.focus, ...(maxLines !== undefined && { lines: maxLines }) };
	// Blocks keep their indices, by which the focus is found.
	const shown = isWide(size) ? [...blocks].map((parts, i) => mainParts(lesson, i, parts)) : blocks;
	const laidOut = layoutPage(shown, room);
	return { ...laidOut, total: laidOut.lines.length, height, ending };
}

/** Returns what the page has of a block while practices are beside it: a line where a workbench belongs. */
function mainParts({ blocks }: LessonDocument, at: number, parts: readonly PageBlock[]): readonly PageBlock[] {
	const kind = blocks[at]?.kind;
	if (kind === 'workbench') return parts.length > 0 ? [BESIDE] : [];
	return kind === 'challenge' ? [] : parts;
}

const BESIDE: PageBlock = {
	kind: 'ruled',
	sentences: [[{ text: '→ the workbench beside this text', tone: 'dim' }]],
};

/** Lays out a practice for its place beside the page. */
function layOutSide(input: LayoutInput, practice: Practice): SideLayout {
	const blocks = [...iteratePageBlocks(pageInput(input))].map((parts, i) => (practice.blocks.includes(i) ? parts : []));
	const { lines, focusLine } = layoutPage(blocks, { width: sideColumns(input.size), focus: input.progress.focus });
	return { practice, lines, focusLine };
}

type LayoutArguments = readonly [
	lesson: LessonDocument,
	document: ScenarioDocument,
	lab: LabInput,
	answers: Progress['answers'],
	hints: Progress['hints'],
	solved: Progress['solved'],
	focus: Progress['focus'],
	typing: string | null,
	size: Size,
	height: number,
	lessons: readonly LessonDocument[],
	skipped: readonly LessonDocument[],
	book: Book | null,
];

function toInput(args: LayoutArguments): LayoutInput {
	const [lesson, document, lab, answers, hints, solved, focus, typing, size, height, lessons, skipped, book] = args;
	const ending = endingLines({
		lesson,
		answers,
		solved,
		next: lessons[lessons.indexOf(lesson) + 1] ?? null,
		skipped,
		focused: focus === endingItem(lesson.blocks.length),
	});
	return { lesson, document, lab, progress: { answers, hints, solved, focus }, typing, size, height, ending, book };
}

const main = memoLast((...args: LayoutArguments): MainLayout => layOutMain(toInput(args)));

const beside = memoLast((practiceAt: number, ...args: LayoutArguments): SideLayout | null => {
	const practice = practicesOf(args[0]).find(({ blocks }) => blocks[0] === practiceAt);
	return practice ? layOutSide(toInput(args), practice) : null;
});

/** Returns the arguments of the layout of the open lesson; null: no lesson or no scenario is open. */
function layoutArguments(state: State, env: Env): LayoutArguments | null {
	const lesson = openLesson(state, env);
	const document = openDocument(state, env);
	if (!lesson || !document) return null;
	const { answers, hints, solved, focus } = readingOf(state, lesson.id);
	const skipped = lesson === env.lessons.at(-1) ? skippedLessons(state.readings, env.lessons) : NONE;
	const height = windowHeight(state, lesson);
	return [
		lesson,
		document,
		labInput(state),
		answers,
		hints,
		solved,
		focus,
		state.typing,
		state.size,
		height,
		env.lessons,
		skipped,
		bookOf(state, lesson, env),
	];
}

const NONE: readonly LessonDocument[] = [];

/**
 * Returns what the score of a lesson is made from, besides its own reading; null: it has no score. The same object as
 * long as the other lessons do not change, such as while this one scrolls.
 */
export function bookOf({ readings }: State, lesson: LessonDocument, { lessons }: Env): Book | null {
	const of = scoreOf(lesson)?.of;
	return of ? scoredBook(lessons, of, ...of.map((id) => (id === lesson.id ? undefined : readings[id]))) : null;
}

const scoredBook = memoLast(
	(
		lessons: readonly LessonDocument[],
		of: readonly string[],
		...readings: readonly (LessonReading | undefined)[]
	): Book => ({
		lessons,
		readings: Object.fromEntries(of.flatMap((id, i) => (readings[i] ? [[id, readings[i]]] : []))),
	}),
);

/** Returns the lessons with a challenge that was skipped; the same list as long as it has the same lessons. */
function skippedLessons(readings: State['readings'], lessons: readonly LessonDocument[]): readonly LessonDocument[] {
	const isSkipped = (lesson: LessonDocument): boolean =>
		challengesOf(lesson).some(({ id }) => readings[lesson.id]?.solved[id] === 'skipped');
	const ids = lessons.filter(isSkipped).map(({ id }) => id);
	return lessonsById(ids.join(' '), lessons);
}

const lessonsById = memoLast((ids: string, lessons: readonly LessonDocument[]): readonly LessonDocument[] =>
	lessons.filter(({ id }) => ids.split(' ').includes(id)),
);

/** Lays out the whole open lesson; null: none is open. Update and view share the result. */
export function lessonLayout(state: State, env: Env): LessonLayout | null {
	const args = layoutArguments(state, env);
	if (!args) return null;
	const [lesson] = args;
	const page = main(...args);
	if (!isWide(state.size)) return withSide(page, null);
	const reading = readingOf(state, lesson.id);
	const practice = practiceBeside(lesson, page, { ...reading, top: windowTop(page, reading, false) });
	return withSide(page, practice && beside(practice.blocks[0] ?? 0, ...args));
}

const withSide = memoLast((page: MainLayout, side: SideLayout | null): LessonLayout => ({ ...page, side }));

/**
 * Lays out what is visible of the open lesson. At the top, where the first frame of the program usually is, this saves
 * laying out the rest of a long lesson.
 */
export function visibleLayout(state: State, env: Env): LessonLayout | null {
	const args = layoutArguments(state, env);
	if (!args) return null;
	const [lesson, , , , , , focus, , size, height] = args;
	const { block, line } = readingOf(state, lesson.id);
	if (main.peek(...args) || block > 0 || line > 0 || focus !== null || isWide(size)) return lessonLayout(state, env);
	return { ...layOutMain({ ...toInput(args), maxLines: height + 1 }), side: null };
}

/** Returns the columns of the workbench beside the page; a line separates the two. */
export const sideColumns = (size: Size): number => size.columns - pageColumns(size) - 1;

/** Whether an item is beside the page. */
export const isBeside = ({ side }: LessonLayout, item: string): boolean =>
	side?.practice.blocks.includes(blockOf(item)) ?? false;

import type { LessonDocument, ScenarioDocument } from '../../content/index.js';
import { type Reading, UNREAD } from '../../course/index.js';
import type { LabInput } from '../../present/board/lab-input.js';
import { layoutPage } from '../../present/lesson/layout.js';
import { eachPageBlock } from '../../present/lesson/page.js';
import type { Line } from '../../text/line.js';
import { labInput, openDocument } from '../lab-input.js';
import { memoLast } from '../memo.js';
import type { Env } from '../screen.js';
import type { State } from '../state.js';
import type { PageLayout } from './place.js';
import { openLesson, readingOf } from './reading.js';

/** A lesson laid out for its window. */
export interface LessonLayout extends PageLayout {
	readonly lines: readonly Line[];
}

/** Lines of the window beside the page: head, status and footer, and the goal of a challenge. */
export const windowHeight = ({ size }: State, { blocks }: LessonDocument): number =>
	size.rows - (blocks.some(({ kind }) => kind === 'challenge') ? 4 : 3);

type Answered = Pick<Reading, 'answers' | 'hints' | 'solved' | 'focus'>;

const layout = memoLast(
	(
		lesson: LessonDocument,
		document: ScenarioDocument,
		lab: LabInput,
		answers: Answered['answers'],
		hints: Answered['hints'],
		solved: Answered['solved'],
		focus: Answered['focus'],
		typing: string | null,
		width: number,
		height: number,
	): LessonLayout => layOut(lesson, document, lab, { answers, hints, solved, focus }, typing, width, height),
);

function layOut(
	lesson: LessonDocument,
	document: ScenarioDocument,
	lab: LabInput,
	answered: Answered,
	typing: string | null,
	width: number,
	height: number,
	enough?: number,
): LessonLayout {
	const { focus } = answered;
	const blocks = eachPageBlock({ lesson, document, lab, reading: { ...UNREAD, ...answered }, focus, typing });
	const { lines, starts, focusLine } = layoutPage(blocks, {
		width,
		focus,
		...(enough !== undefined && { lines: enough }),
	});
	return { total: lines.length, height, starts, focusLine, lines };
}

/** Returns what the layout of the open lesson depends on; null: no lesson is open, or its scenario is another one. */
function inputsOf(state: State, env: Env) {
	const lesson = openLesson(state, env);
	const document = openDocument(state, env);
	if (!lesson || !document) return null;
	const { answers, hints, solved, focus } = readingOf(state, lesson.id);
	return [
		lesson,
		document,
		labInput(state),
		answers,
		hints,
		solved,
		focus,
		state.typing,
		state.size.columns,
		windowHeight(state, lesson),
	] as const;
}

/** Lays the open lesson out, whole; null: none is open. Update and view share the result. */
export function lessonLayout(state: State, env: Env): LessonLayout | null {
	const inputs = inputsOf(state, env);
	return inputs && layout(...inputs);
}

/**
 * Lays out as much of the open lesson as its window shows. At the top, which is where the first frame of the program
 * usually is, the rest of a long lesson need not be laid out yet.
 */
export function visibleLayout(state: State, env: Env): LessonLayout | null {
	const inputs = inputsOf(state, env);
	if (!inputs) return null;
	const whole = layout.peek(...inputs);
	const [lesson, document, lab, answers, hints, solved, focus, typing, width, height] = inputs;
	const { block, line } = readingOf(state, lesson.id);
	if (whole || block > 0 || line > 0 || focus !== null) return whole ?? layout(...inputs);
	return layOut(lesson, document, lab, { answers, hints, solved, focus }, typing, width, height, height + 1);
}

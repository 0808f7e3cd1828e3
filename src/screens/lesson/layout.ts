import type { LessonDocument, ScenarioDocument } from '../../content/index.js';
import { type LessonReading, UNREAD } from '../../course/index.js';
import type { LabInput } from '../../present/board/lab-input.js';
import { layoutPage } from '../../present/lesson/layout.js';
import { iteratePageBlocks } from '../../present/lesson/page.js';
import type { Line } from '../../text/line.js';
import { labInput, openDocument } from '../lab-input.js';
import { memoLast } from '../memo.js';
import type { Env } from '../screen.js';
import type { State } from '../state.js';
import { openLesson, readingOf } from './reading.js';
import type { PageLayout } from './window.js';

/** A lesson laid out for the size of its window. */
export interface LessonLayout extends PageLayout {
	readonly lines: readonly Line[];
}

/** Returns how many lines of the page are visible: all but head, status, footer, and the goal line of a challenge. */
export const windowHeight = ({ size }: State, { blocks }: LessonDocument): number =>
	size.rows - (blocks.some(({ kind }) => kind === 'challenge') ? 4 : 3);

/** The parts of a reading that the layout depends on. */
type Progress = Pick<LessonReading, 'answers' | 'hints' | 'solved' | 'focus'>;

const layout = memoLast(
	(
		lesson: LessonDocument,
		document: ScenarioDocument,
		lab: LabInput,
		answers: Progress['answers'],
		hints: Progress['hints'],
		solved: Progress['solved'],
		focus: Progress['focus'],
		typing: string | null,
		width: number,
		height: number,
	): LessonLayout => layOut(lesson, document, lab, { answers, hints, solved, focus }, typing, width, height),
);

function layOut(
	lesson: LessonDocument,
	document: ScenarioDocument,
	lab: LabInput,
	progress: Progress,
	typing: string | null,
	width: number,
	height: number,
	maxLines?: number,
): LessonLayout {
	const { focus } = progress;
	const blocks = iteratePageBlocks({ lesson, document, lab, reading: { ...UNREAD, ...progress }, focus, typing });
	const { lines, starts, focusLine } = layoutPage(blocks, {
		width,
		focus,
		...(maxLines !== undefined && { lines: maxLines }),
	});
	return { total: lines.length, height, starts, focusLine, lines };
}

/** Returns the arguments of the layout of the open lesson; null: no lesson or no scenario is open. */
function layoutArguments(state: State, env: Env) {
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

/** Lays out the whole open lesson; null: none is open. Update and view share the result. */
export function lessonLayout(state: State, env: Env): LessonLayout | null {
	const inputs = layoutArguments(state, env);
	return inputs && layout(...inputs);
}

/**
 * Lays out what is visible of the open lesson. At the top, where the first frame of the program usually is, this saves
 * laying out the rest of a long lesson.
 */
export function visibleLayout(state: State, env: Env): LessonLayout | null {
	const inputs = layoutArguments(state, env);
	if (!inputs) return null;
	const whole = layout.peek(...inputs);
	const [lesson, document, lab, answers, hints, solved, focus, typing, width, height] = inputs;
	const { block, line } = readingOf(state, lesson.id);
	if (whole || block > 0 || line > 0 || focus !== null) return whole ?? layout(...inputs);
	return layOut(lesson, document, lab, { answers, hints, solved, focus }, typing, width, height, height + 1);
}

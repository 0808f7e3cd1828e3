import type { LessonDocument } from '../../content/index.js';
import type { Line } from '../../text/line.js';
import { windowShowing } from '../../text/list-window.js';
import type { State } from '../state.js';
import type { SideLayout } from './layout.js';
import { readingOf } from './reading.js';

/**
 * Returns the visible lines of the workbench beside the page: those around the focus if not all fit; without one, the
 * hints at the end.
 */
export function visibleSideLines(
	state: State,
	lesson: LessonDocument,
	side: SideLayout,
	height: number,
): readonly Line[] {
	const { lines, focusLine } = side;
	const first = focusLine ?? (hasHints(state, lesson, side) ? lines.length - 1 : 0);
	const { from, to } = windowShowing(lines.length, height, 0, Math.max(0, first - 1), first + 1);
	return lines.slice(from, to);
}

/** Whether hints or a result of the challenge beside the page are shown. */
function hasHints(state: State, lesson: LessonDocument, { practice: { challenge } }: SideLayout): boolean {
	const { hints, solved } = readingOf(state, lesson.id);
	return challenge !== null && (hints[challenge.id] !== undefined || solved[challenge.id] !== undefined);
}

import type { LessonDocument } from '../../content/index.js';
import { type LessonReading, type Practice, practicesOf } from '../../course/index.js';
import { blockOf } from './items.js';
import { maxTop, type PageLayout } from './window.js';

/**
 * Returns the practice to show beside a page: that of the focus, or else the first
 * open challenge of those that the text in the window leads to, or else the last of them.
 */
export function practiceBeside(
	lesson: Pick<LessonDocument, 'blocks'>,
	layout: PageLayout,
	{ top, focus, solved }: { readonly top: number } & Pick<LessonReading, 'focus' | 'solved'>,
): Practice | null {
	const practices = practicesOf(lesson);
	const focused = focus === null ? undefined : practices.find(({ blocks }) => blocks.includes(blockOf(focus)));
	if (focused) return focused;
	const end = top >= maxTop(layout) ? layout.total : top + Math.floor(layout.height / 2);
	const reached = practices.filter((practice) => practiceLines(layout, practice)[0] <= end);
	const open = reached.find(
		(practice) =>
			practiceLines(layout, practice)[0] >= top && practice.challenge && solved[practice.challenge.id] === undefined,
	);
	return open ?? reached.at(-1) ?? practices[0] ?? null;
}

/** Returns the practice of which most lines are in the window that starts at `top`; null: none is. */
export function practiceInWindow(
	lesson: Pick<LessonDocument, 'blocks'>,
	layout: PageLayout,
	top: number,
): Practice | null {
	let inSight: Practice | null = null;
	let most = 0;
	for (const practice of practicesOf(lesson)) {
		const [from, to] = practiceLines(layout, practice);
		const shown = Math.min(to, top + layout.height) - Math.max(from, top);
		if (shown > most) [inSight, most] = [practice, shown];
	}
	return inSight;
}

/** Returns the first line of a practice, and the line after its last one. */
export function practiceLines(
	{ starts, total }: PageLayout,
	{ blocks }: Practice,
): readonly [from: number, to: number] {
	const last = blocks.at(-1) ?? 0;
	// What is not laid out yet is below the window.
	return [starts[blocks[0] ?? 0] ?? total, starts[last + 1] ?? total];
}

import { focusedPath, type PageInput, pageBlocks } from '../../present/lesson/page.js';
import { speakPageBlock } from '../../present/speak/page.js';
import { speakLine, speakScreen, speakText } from '../../present/speak/sentences.js';
import type { Line } from '../../text/line.js';

interface LessonSpeech extends PageInput {
	/** Number of the lesson, from 1, and how many there are. */
	readonly place: { readonly number: number; readonly of: number };
	/** The challenge in sight, or what is still open; null: the lesson has no challenge. */
	readonly bar: Line | null;
}

/**
 * Speaks a lesson: how much of its challenge is met, then the page.
 *
 * @param status the open question, the notice, or the status of the focus
 */
export function speakLesson({ place, bar, ...page }: LessonSpeech, status: string): readonly string[] {
	const { lesson, focus } = page;
	const body = [
		speakText(`Lesson ${place.number} of ${place.of}: ${lesson.title}`),
		bar ? speakLine(bar) : '',
		...pageBlocks(page).flatMap((blocks, at) =>
			blocks.flatMap((block) => speakPageBlock(block, focusedPath(focus, at))),
		),
	];
	return speakScreen(body, status);
}

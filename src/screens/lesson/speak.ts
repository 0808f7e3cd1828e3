import { goalLine } from '../../present/lesson/challenge.js';
import { focusedPath, pageBlocks } from '../../present/lesson/page.js';
import { speakPageBlock } from '../../present/speak/page.js';
import { speakLine, speakScreen, speakText } from '../../present/speak/sentences.js';

type PageInput = Parameters<typeof pageBlocks>[0];

interface LessonSpeech extends PageInput {
	/** Number of the lesson, from 1, and how many there are. */
	readonly place: { readonly number: number; readonly of: number };
}

/**
 * Speaks a lesson: how much of its challenge is met, then the page.
 *
 * @param status the open question, the notice, or the status of the focus
 */
export function speakLesson({ place, ...page }: LessonSpeech, status: string): readonly string[] {
	const { lesson, document, lab, reading, focus } = page;
	const challenges = lesson.blocks.filter((block) => block.kind === 'challenge');
	const body = [
		speakText(`Lesson ${place.number} of ${place.of}: ${lesson.title}`),
		challenges.length === 0 ? '' : speakLine(goalLine(challenges, document.scenario, lab.scenario, reading)),
		...pageBlocks(page).flatMap((blocks, at) =>
			blocks.flatMap((block) => speakPageBlock(block, { input: lab, focus: focusedPath(focus, at) })),
		),
	];
	return speakScreen(body, status);
}

import type { LessonBlock } from '../../content/index.js';
import type { LessonReading } from '../../course/index.js';
import { focusedPath, type PageInput, pageBlocks } from '../../present/lesson/page.js';
import { speakPageBlock } from '../../present/speak/page.js';
import { speakLine, speakText } from '../../present/speak/sentences.js';
import type { Line } from '../../text/line.js';
import type { SpokenPage } from '../screen.js';
import { isOpenQuestion } from './focus.js';
import { blockOf } from './items.js';

interface LessonSpeech extends PageInput {
	/** Place of the lesson in the book, such as `3 of 43`; null: it has no number. */
	readonly place: string | null;
	/** The challenge in sight, or what is still open; null: the lesson has no challenge. */
	readonly bar: Line | null;
	/** Whether some of a block of the page is in the window. */
	readonly isVisible: (block: number) => boolean;
}

/**
 * Speaks a lesson, a part for each block of its page.
 *
 * @param status the open question, the notice, or the status of the focus
 */
export function speakLesson({ place, bar, isVisible, ...page }: LessonSpeech, status: string): SpokenPage {
	const { lesson, focus } = page;
	const parts = pageBlocks(page).map((blocks, at) => ({
		sentences: blocks.flatMap((block) => speakPageBlock(block, focusedPath(focus, at))).filter(Boolean),
		isVisible: isVisible(at),
		isAsked: isAsked(lesson.blocks[at], page.reading.answers),
	}));
	return {
		title: speakText(place === null ? lesson.title : `Lesson ${place}: ${lesson.title}`),
		parts,
		focused: focus === null ? null : blockOf(focus),
		bar: bar ? speakLine(bar) : '',
		status: speakText(status),
	};
}

const isAsked = (block: LessonBlock | undefined, answers: LessonReading['answers']): boolean =>
	block !== undefined && isOpenQuestion(block, answers);

/** Returns the sentences of a lesson in reading order, how much of its challenge is met before the page. */
export const pageSentences = ({ title, parts, bar, status }: SpokenPage): readonly string[] => [
	...[title, bar].filter(Boolean),
	...parts.flatMap(({ sentences }) => sentences),
	status,
];

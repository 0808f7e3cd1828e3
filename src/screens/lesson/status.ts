import type { LessonDocument } from '../../content/index.js';
import { challengesOf, type LessonReading } from '../../course/index.js';
import { counted } from '../../present/speak/sentences.js';
import type { StatusText } from '../status-line.js';
import { parseItem } from './items.js';
import { hasOpenItems } from './reading.js';

interface LessonStatusInput {
	readonly lesson: LessonDocument;
	readonly reading: LessonReading;
	/** What is being typed; null: nothing. */
	readonly typing: string | null;
	/** The item in the window that takes the keys; null: none. */
	readonly target: string | null;
	readonly scrolls: boolean;
	/** Whether the window shows the end of the lesson. */
	readonly isAtEnd: boolean;
	/** Whether no lesson follows. */
	readonly isLast: boolean;
}

/** Returns the status of a lesson while no number has the focus: what has it, and what to do next. */
export function lessonStatus(input: LessonStatusInput): StatusText {
	const { lesson, reading, typing, target, scrolls, isAtEnd, isLast } = input;
	const isDone = !hasOpenItems(lesson, reading);
	if (typing !== null) return plain('Enter takes it; Esc leaves it');
	const item = parseItem(target);
	if (item?.kind === 'ending')
		return plain(isDone ? 'Space or Enter goes on; Backspace reads back' : 'Enter goes on without what is still open');
	if (item?.kind === 'question') {
		const questions = lesson.blocks.flatMap((block) => (block.kind === 'predict' ? [block.id] : []));
		const place = `guess ${questions.indexOf(item.id) + 1} of ${questions.length}`;
		return plain(`${place}: type it, then Enter${target === reading.focus ? '; Space skips it' : ''}`);
	}
	if (isAtEnd && isDone)
		return plain(isLast ? 'w starts a worksheet of your own; c shows the contents' : 'n goes to the next lesson');
	const focusHint = 'Tab goes to the next guess or number';
	return plain(scrolls ? `Space reads on; ${focusHint}` : focusHint);
}

/** Returns what is still open in a lesson, while no challenge is in sight. */
export function aheadText(lesson: LessonDocument, { answers, solved }: LessonReading): string {
	const guesses = lesson.blocks.filter((block) => block.kind === 'predict' && answers[block.id] === undefined).length;
	const challenges = challengesOf(lesson).filter(({ id }) => solved[id] === undefined).length;
	const parts = [
		...(guesses > 0 ? [counted(guesses, 'guess', 'guesses')] : []),
		...(challenges > 0 ? [counted(challenges, 'challenge', 'challenges')] : []),
	];
	if (parts.length > 0) return `to do in this lesson: ${parts.join(', ')}`;
	const isSkipped = challengesOf(lesson).some(({ id }) => solved[id] === 'skipped');
	return isSkipped ? 'every guess made; a challenge was skipped' : '✓ every guess and challenge done';
}

const plain = (text: string): StatusText => ({ text, tone: 'plain' });

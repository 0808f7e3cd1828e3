import type { LessonDocument } from '../../content/index.js';
import { challengesOf, type LessonReading, lessonName, listedNumber } from '../../course/index.js';
import type { Line } from '../../text/line.js';

interface EndingInput {
	readonly lesson: LessonDocument;
	readonly answers: LessonReading['answers'];
	readonly solved: LessonReading['solved'];
	/** null: this is the last lesson. */
	readonly next: LessonDocument | null;
	/** Lessons with a challenge that was skipped; said after the last lesson. */
	readonly skipped: readonly LessonDocument[];
	readonly focused: boolean;
}

const openText = (challenges: number): string => (challenges === 1 ? 'A challenge is' : `${challenges} challenges are`);

const CAN_DO = 'Tab goes to the numbers, i gives a hint, s shows a solution.';
const WAITS = 'the workbench opens after the guess above.';

/** Returns what the reader can do at the end of a lesson. */
export function endingLines({ lesson, answers, solved, next, skipped, focused }: EndingInput): readonly Line[] {
	const guesses = lesson.blocks.filter((block) => block.kind === 'predict' && answers[block.id] === undefined).length;
	const challenges = challengesOf(lesson).filter(({ id }) => solved[id] === undefined).length;
	const waits = lesson.blocks.some(
		(block) => block.kind === 'workbench' && block.after !== null && answers[block.after] === undefined,
	);
	const open: readonly Line[] = [
		...(guesses > 0
			? [
					[
						{
							text: `${guesses === 1 ? 'A guess is' : `${guesses} guesses are`} still open further up: g goes to the top.`,
						},
					],
				]
			: []),
		...(challenges > 0 ? [[{ text: `${openText(challenges)} still open: ${waits ? WAITS : CAN_DO}` }]] : []),
	];
	// Not in the colour of an input.
	const key = (text: string): Line[number] => ({ text, bold: true });
	const target = next ? lessonName(next) : 'the contents';
	const again: readonly Line[] =
		next === null && skipped.length > 0
			? [[{ text: `Skipped, to come back to: ${skipped.map(numberedTitle).join('; ')}` }]]
			: [];
	return [
		...open,
		...again,
		[
			{ text: 'NEXT  ', tone: 'title', bold: true },
			key(next ? 'n' : 'c'),
			{ text: ' ' },
			focused ? { text: target, tone: 'focus', bold: true } : { text: target },
		],
		[
			...(next ? [] : [key('w'), { text: ' a worksheet for a feature of your own   ', tone: 'dim' as const }]),
			key('d'),
			{ text: ' drills   ', tone: 'dim' },
			key('v'),
			{ text: ' the lab of this scenario', tone: 'dim' },
		],
	];
}

const numberedTitle = (lesson: LessonDocument): string => [listedNumber(lesson) ?? [], lesson.title].flat().join(' ');

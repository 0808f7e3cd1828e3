import { factOrder, factTitle } from '../../chapter/facts.js';
import type { LessonDocument, ScoreBlock } from '../../content/index.js';
import {
	type CheckItem,
	type CheckScore,
	lessonName,
	listedNumber,
	type ScoredReading,
	scoreCheck,
} from '../../course/index.js';
import { capitalize } from '../../text/capitalize.js';
import type { Line } from '../../text/line.js';
import { counted, listed } from '../speak/sentences.js';

/** The lessons of a book in reading order, and what the reader answered in those that a score counts. */
export interface Book {
	readonly lessons: readonly LessonDocument[];
	/** By lesson id. */
	readonly readings: Readonly<Record<string, ScoredReading>>;
}

/** Returns the result of a check: the totals, what is still open, and the facts to repeat with their lessons. */
export function scoreLines({ of }: ScoreBlock, { lessons, readings }: Book): readonly Line[] {
	const score = scoreCheck(
		lessons.filter(({ id }) => of.includes(id)),
		readings,
	);
	const missed = [...score.facts]
		.flatMap(([fact, result]) => (result === 'missed' ? [fact] : []))
		.map(
			(fact): Missed => ({
				fact,
				at: lessons.findIndex(({ teaches }) => teaches.includes(fact)),
				items: score.missed.get(fact) ?? [],
			}),
		)
		.sort((a, b) => a.at - b.at || factOrder(a.fact) - factOrder(b.fact));
	return [totalsLine(score), ...closingLines(score, missed), ...missed.map((one) => missedLine(one, lessons))];
}

/** A missed fact, and the index of the lesson that teaches it; −1: no lesson of the book does. */
interface Missed {
	readonly fact: string;
	readonly at: number;
	readonly items: readonly CheckItem[];
}

function totalsLine({ questions, challenges }: CheckScore): Line {
	const text = `${questions.right} of ${counted(questions.total, 'question')} right, ${challenges.right} of ${counted(challenges.total, 'challenge')} solved`;
	return [{ text: 'RESULT  ', tone: 'title', bold: true }, { text }];
}

/** Says what is still open, and what the list of missed facts is; or that nothing was missed. */
function closingLines({ questions, challenges }: CheckScore, missed: readonly Missed[]): readonly Line[] {
	const open = [
		...(questions.open > 0 ? [counted(questions.open, 'question')] : []),
		...(challenges.open > 0 ? [counted(challenges.open, 'challenge')] : []),
	];
	const openLines: readonly Line[] = open.length > 0 ? [[{ text: `Still open: ${listed(open)}.` }]] : [];
	if (missed.length > 0) return [...openLines, [{ text: 'To repeat:' }]];
	// What was missed may check no fact.
	if (questions.right + challenges.right < questions.total + challenges.total) return openLines;
	const text = 'Nothing to repeat. Next, take it to a feature of your own: w opens the worksheet.';
	return [[{ text: '✓ ', tone: 'good' }, { text }]];
}

function missedLine({ fact, at, items }: Missed, lessons: readonly LessonDocument[]): Line {
	const lesson = lessons[at];
	return [
		{ text: '✗ ', tone: 'bad' },
		{ text: `${capitalize(factTitle(fact))}.` },
		...(lesson ? [{ text: ` ${capitalize(lessonName(lesson, ', '))} (${lesson.minutes} min).` }] : []),
		{ text: ` Missed in ${listed(items.map((item) => itemName(item, lessons)))}.`, tone: 'dim' },
	];
}

function itemName({ lesson: id, kind, number }: CheckItem, lessons: readonly LessonDocument[]): string {
	const lesson = lessons.find((one) => one.id === id);
	const isOnly = lesson?.blocks.filter((block) => block.kind === 'challenge').length === 1;
	const name = kind === 'question' ? `guess ${number}` : isOnly ? 'the challenge' : `challenge ${number}`;
	const lessonNumber = lesson && listedNumber(lesson);
	return `${name} of ${lessonNumber ? `lesson ${lessonNumber}` : `“${lesson?.title ?? id}”`}`;
}

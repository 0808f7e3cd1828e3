import type { LessonDocument } from '../../content/index.js';
import {
	countedLessons,
	type LessonReading,
	lessonOutline,
	minutesLeft,
	nextLesson,
	type Tally,
	tallyLessons,
} from '../../course/index.js';
import type { DueCounts } from '../../drill/index.js';
import type { Review } from '../../drill/schedule/index.js';
import { dueText } from '../../present/format/format.js';
import { sparkline } from '../../present/signals/table.js';
import type { Line, Tone } from '../../text/line.js';
import { pad, shorten, width } from '../../text/width.js';
import { MEMORY_CARDS, memoryResults } from '../../worksheet/form-steps.js';

/** Data that the reader's progress is drawn from. */
export interface ProgressInput {
	readonly lessons: readonly LessonDocument[];
	readonly readings: Readonly<Record<string, LessonReading>>;
	/** Relative error of each guess of a number, oldest first: from 0, exact, to 1. */
	readonly misses: readonly number[];
	/** Counts of the questions of the drills; null: drills are not loaded yet. */
	readonly practice: DueCounts | null;
	/** Every grade of a drill, oldest first. */
	readonly reviews: readonly Review[];
	/** Milliseconds since 1970, UTC. */
	readonly now: number;
}

/** Draws the reader's progress: lessons done by part, challenges, guesses over time, and the next lesson. */
export function progressLines(
	{ lessons, readings, misses, practice, reviews, now }: ProgressInput,
	columns: number,
): readonly Line[] {
	const courses = lessons.map(lessonOutline);
	const all = tallyLessons(courses, readings);
	const next = nextLesson(courses, readings);
	const counted = countedLessons(lessons);
	const parts = [...new Set(counted.map(({ part }) => part))];
	const partWidth = Math.min(40, Math.max(...parts.map(width)));
	return [
		[
			{ text: `${all.done} of ${all.lessons} lessons done`, bold: true },
			{ text: leftText(minutesLeft(courses, readings), all.skipped, next === null), tone: 'dim' },
		],
		[],
		...parts.map((part): Line => {
			const own = counted.filter((lesson) => lesson.part === part).map(lessonOutline);
			const { done, lessons: count } = tallyLessons(own, readings);
			return [
				{ text: `${pad(shorten(part, partWidth), partWidth)}  ` },
				...bar(done, count, Math.max(6, Math.min(24, columns - partWidth - 12))),
				{ text: `  ${done}/${count}`, tone: 'dim' },
			];
		}),
		[],
		challengeLine(all),
		...guessLines(all, misses),
		...(practice ? [practiceLine(practice, now)] : []),
		...memoryLine(reviews),
		[],
		nextLine(lessons.find(({ id }) => id === next?.id)),
	];
}

function leftText(minutes: number, skipped: number, isAll: boolean): string {
	if (isAll) return ', all of them';
	const again = skipped > 0 ? `, ${skipped} skipped` : '';
	return `${again}, about ${minutes} minutes left`;
}

function bar(done: number, count: number, room: number): Line {
	const full = Math.round((room * done) / Math.max(1, count));
	const tone: Tone = done === count ? 'good' : 'accent';
	return [
		{ text: '█'.repeat(full), tone },
		{ text: '░'.repeat(room - full), tone: 'dim' },
	];
}

function challengeLine({ solvedAlone, solvedWithHints, solutionShown, openChallenges }: Tally): Line {
	return [
		{ text: 'challenges  ', tone: 'title' },
		{ text: `✓ ${solvedAlone} without a hint`, tone: 'good' },
		{ text: `   ${solvedWithHints} with hints   ${solutionShown} shown   ${openChallenges} open`, tone: 'plain' },
	];
}

/** Number of the latest guesses that are drawn. */
const MAX_DRAWN = 40;
/** Number of the first and of the last guesses that are compared. */
const TREND_SIZE = 5;

function guessLines(
	{ choicesAnswered, choicesRight, numbersAnswered }: Tally,
	misses: readonly number[],
): readonly Line[] {
	const choices: Line = [
		{ text: 'choices     ', tone: 'title' },
		{
			text: choicesAnswered === 0 ? 'none yet' : `${choicesRight} of ${choicesAnswered} right`,
			tone: choicesAnswered === 0 ? 'dim' : 'plain',
		},
	];
	if (misses.length === 0)
		return [
			choices,
			[
				{ text: 'guesses     ', tone: 'title' },
				{ text: numbersAnswered === 0 ? 'none yet' : String(numbersAnswered), tone: 'dim' },
			],
		];
	const drawn = misses.slice(-MAX_DRAWN);
	return [
		choices,
		[
			{ text: 'guesses     ', tone: 'title' },
			{ text: bars(drawn), tone: 'accent' },
			{ text: `  ${misses.length}, each off by its height: lower is better`, tone: 'dim' },
		],
		[{ text: '            ' }, { text: trend(misses), tone: 'dim' }],
	];
}

/** Draws one bar per guess; its height is the relative error. */
const bars = (misses: readonly number[]): string =>
	misses.map((miss) => sparkline([0, miss, 1], 1, -1).split(' ')[1] ?? '').join('');

function trend(misses: readonly number[]): string {
	const mean = (errors: readonly number[]): string =>
		`${Math.round((100 * errors.reduce((sum, error) => sum + error, 0)) / errors.length)}%`;
	if (misses.length < 2 * TREND_SIZE) return `off by ${mean(misses)} on average`;
	return `off by ${mean(misses.slice(0, TREND_SIZE))} in the first five, ${mean(misses.slice(-TREND_SIZE))} in the last five`;
}

function practiceLine({ cards, due, fresh, leeches, next }: DueCounts, now: number): Line {
	const when = due > 0 || next === null ? '' : `, the next ${dueText(next, now)}`;
	return [
		{ text: 'practice    ', tone: 'title' },
		{ text: `${due} due${when}`, tone: due > 0 ? 'accent' : 'plain' },
		{ text: `   ${fresh} of ${cards} new`, tone: 'plain' },
		...(leeches > 0 ? [{ text: `   ${leeches} will not stick`, tone: 'unsure' as const }] : []),
	];
}

/** Draws the results of the worksheet's memory step, once any of its cards was asked. */
function memoryLine(reviews: readonly Review[]): readonly Line[] {
	const results = memoryResults(reviews);
	if (results.length === 0) return [];
	const good = results.filter(({ grade }) => grade >= 3).length;
	return [
		[
			{ text: 'from memory ', tone: 'title' },
			{ text: `${good} of ${MEMORY_CARDS.length} good`, tone: good === MEMORY_CARDS.length ? 'good' : 'plain' },
			{ text: '   two diagrams, the rule, the first signal', tone: 'dim' },
		],
	];
}

const nextLine = (lesson: LessonDocument | undefined): Line =>
	lesson
		? [
				{ text: 'next        ', tone: 'title' },
				{ text: lesson.title, tone: 'accent' },
				{ text: `  ${lesson.minutes} min`, tone: 'dim' },
			]
		: [
				{ text: 'next        ', tone: 'title' },
				{ text: 'now yours: a worksheet for a feature of your own (w)', tone: 'accent' },
			];

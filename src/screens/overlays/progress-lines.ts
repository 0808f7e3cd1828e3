import type { LessonDocument } from '../../content/index.js';
import { courseOf, minutesLeft, nextLesson, type Reading, type Tally, tally } from '../../course/index.js';
import type { Counts } from '../../drill/index.js';
import type { Review } from '../../drill/schedule/index.js';
import { whenWords } from '../../present/format/format.js';
import { sparkline } from '../../present/signals/table.js';
import type { Line, Tone } from '../../text/line.js';
import { pad, shorten, width } from '../../text/width.js';
import { FROM_MEMORY, memoryResults } from '../../worksheet/steps.js';

export interface ProgressInput {
	readonly lessons: readonly LessonDocument[];
	readonly readings: Readonly<Record<string, Reading>>;
	/** How far each guess of a number was off, oldest first: 0 exact, 1 by everything. */
	readonly misses: readonly number[];
	/** How the questions of the drills stand; null: not known yet. */
	readonly practice: Counts | null;
	/** Every grade of a drill, oldest first. */
	readonly reviews: readonly Review[];
	/** Milliseconds since 1970, UTC. */
	readonly now: number;
}

/** How far somebody is: what is done by part, challenges, guesses over time, and what to do next. */
export function progressLines(
	{ lessons, readings, misses, practice, reviews, now }: ProgressInput,
	columns: number,
): readonly Line[] {
	const courses = lessons.map(courseOf);
	const all = tally(courses, readings);
	const next = nextLesson(courses, readings);
	const parts = [...new Set(lessons.map(({ part }) => part))];
	const wide = Math.min(40, Math.max(...parts.map(width)));
	return [
		[
			{ text: `${all.done} of ${all.lessons} lessons done`, bold: true },
			{ text: next ? `, about ${minutesLeft(courses, readings)} minutes left` : ', all of them', tone: 'dim' },
		],
		[],
		...parts.map((part): Line => {
			const own = lessons.filter((lesson) => lesson.part === part).map(courseOf);
			const { done, lessons: count } = tally(own, readings);
			return [
				{ text: `${pad(shorten(part, wide), wide)}  ` },
				...bar(done, count, Math.max(6, Math.min(24, columns - wide - 12))),
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

function bar(done: number, count: number, room: number): Line {
	const full = Math.round((room * done) / Math.max(1, count));
	const tone: Tone = done === count ? 'good' : 'accent';
	return [
		{ text: '█'.repeat(full), tone },
		{ text: '░'.repeat(room - full), tone: 'dim' },
	];
}

function challengeLine({ alone, withHints, shown, open }: Tally): Line {
	return [
		{ text: 'challenges  ', tone: 'title' },
		{ text: `✓ ${alone} without a hint`, tone: 'good' },
		{ text: `   ${withHints} with hints   ${shown} shown   ${open} open`, tone: 'plain' },
	];
}

/** Guesses that are drawn; older ones are left out. */
const MOST = 40;
/** Guesses on either side of the comparison. */
const SIDE = 5;

function guessLines({ chosen, right, guessed }: Tally, misses: readonly number[]): readonly Line[] {
	const choices: Line = [
		{ text: 'choices     ', tone: 'title' },
		{ text: chosen === 0 ? 'none yet' : `${right} of ${chosen} right`, tone: chosen === 0 ? 'dim' : 'plain' },
	];
	if (misses.length === 0)
		return [
			choices,
			[
				{ text: 'guesses     ', tone: 'title' },
				{ text: guessed === 0 ? 'none yet' : String(guessed), tone: 'dim' },
			],
		];
	const drawn = misses.slice(-MOST);
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

/** One bar a guess, from exact to off by everything. */
const bars = (misses: readonly number[]): string =>
	misses.map((miss) => sparkline([0, miss, 1], 1, -1).split(' ')[1] ?? '').join('');

function trend(misses: readonly number[]): string {
	const mean = (some: readonly number[]): string =>
		`${Math.round((100 * some.reduce((sum, one) => sum + one, 0)) / some.length)}%`;
	if (misses.length < 2 * SIDE) return `off by ${mean(misses)} on average`;
	return `off by ${mean(misses.slice(0, SIDE))} in the first five, ${mean(misses.slice(-SIDE))} in the last five`;
}

function practiceLine({ cards, due, fresh, leeches, next }: Counts, now: number): Line {
	const when = due > 0 || next === null ? '' : `, the next ${whenWords(next, now)}`;
	return [
		{ text: 'practice    ', tone: 'title' },
		{ text: `${due} due${when}`, tone: due > 0 ? 'accent' : 'plain' },
		{ text: `   ${fresh} of ${cards} new`, tone: 'plain' },
		...(leeches > 0 ? [{ text: `   ${leeches} will not stick`, tone: 'unsure' as const }] : []),
	];
}

/** What the worksheet asks from memory (A3), once any of it was asked. */
function memoryLine(reviews: readonly Review[]): readonly Line[] {
	const results = memoryResults(reviews);
	if (results.length === 0) return [];
	const good = results.filter(({ grade }) => grade >= 3).length;
	return [
		[
			{ text: 'from memory ', tone: 'title' },
			{ text: `${good} of ${FROM_MEMORY.length} good`, tone: good === FROM_MEMORY.length ? 'good' : 'plain' },
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

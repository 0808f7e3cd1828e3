import { drawUnsafeLine } from '../content/problems/unsafe-text.js';
import {
	type ChallengeResult,
	type LessonOutline,
	type LessonReading,
	type LessonState,
	lessonOutline,
	lessonState,
	type MetricScore,
	type Progress,
	type ScenarioProgress,
	type Score,
	scoreChecks,
} from '../course/index.js';
import type { DueCounts } from '../drill/index.js';
import { metricUnit } from '../engine/inputs/index.js';
import { METRIC_NAMES } from '../engine/scenario.js';
import type { DrawLine } from '../export/text.js';
import { difference, inUnit, NOT_MEASURED } from '../present/format/format.js';
import { METRIC_LABELS } from '../present/format/labels.js';
import { progressLines } from '../screens/overlays/progress-lines.js';
import { type JournalReading, LESSONS } from '../storage/index.js';
import { pathExists } from '../storage/read-file.js';
import type { Line } from '../text/line.js';
import { trimLineEnd } from '../text/line-layout.js';

const NOTHING_YET = `Nothing yet: nothing was opened.

Start with: dispatch-board
`;

/** Returns how to continue. The file that was open last may no longer exist. */
function nextStep(last: string | null, file: string | null): string {
	if (last === null) return 'Go on with: dispatch-board';
	return file !== null && !pathExists(file)
		? `Open last was ${file}, which is no longer there. Go on with: dispatch-board`
		: `Go on with: dispatch-board lab ${shellWord(last)}`;
}

interface ProgressTextOptions {
	/** Milliseconds since the epoch. */
	readonly now: number;
	readonly skipped: JournalReading['skipped'];
	readonly draw: DrawLine;
}

/** Formats the reader's progress as text. Times are local. */
export function progressText(
	progress: Progress,
	practice: DueCounts,
	{ now, skipped, draw }: ProgressTextOptions,
): string {
	const { since, lastScenario, lastFile, scenarios, lessons, reviews, scores, counts } = progress;
	const last = lastFile ?? lastScenario;
	if (since === null || (last === null && lessons.size === 0 && reviews.length === 0))
		return `${NOTHING_YET}${skippedNote(skipped)}`;
	const head = `Since ${localTime(since)}: ${plural(scenarios.size, 'scenario')}, ${plural(counts.edited, 'change')}, ${plural(counts.predicted, 'guess', 'guesses')}${reviews.length > 0 ? `, ${plural(reviews.length, 'drill')}` : ''}.`;
	const sections: readonly (readonly Line[])[] = [
		textLines(head),
		...(lessons.size > 0 || reviews.length > 0 ? [lessonsLines(progress, practice, now)] : []),
		...[...scenarios.values()].map(scenarioText).map(titledLines),
		...[...scores.values()].map(scoreText).map(titledLines),
		textLines(nextStep(lessons.size > 0 ? null : last, lastFile)),
	];
	// A journal file may contain anything, including control characters.
	const drawSafely = (line: Line): string => draw(line.map((span) => ({ ...span, text: drawUnsafeLine(span.text) })));
	const text = sections.map((lines) => lines.map(drawSafely).join('\n')).join('\n\n');
	return `${text}\n${skippedNote(skipped)}`;
}

const textLines = (text: string): readonly Line[] => text.split('\n').map((line) => [{ text: line }]);

/** Returns a text as lines, the first of which is a title. */
function titledLines(text: string): readonly Line[] {
	const [title = '', ...rest] = text.split('\n');
	return [[{ text: title, tone: 'title' }], ...rest.map((line): Line => [{ text: line }])];
}

/** Draws the progress in the shipped lessons, and the state of each one started. */
function lessonsLines({ lessons, misses, reviews }: Progress, practice: DueCounts, now: number): readonly Line[] {
	const courses = LESSONS.map(lessonOutline);
	const readings = Object.fromEntries(lessons);
	const stateOf = (course: LessonOutline): LessonState => lessonState(course, readings[course.id]);
	const lines = courses.flatMap((course): readonly string[] => {
		const reading = lessons.get(course.id);
		if (!reading || stateOf(course) === 'unread') return [];
		return [`  ${course.id}: ${stateOf(course)}${answersText(reading)}`];
	});
	const overview = progressLines({ lessons: LESSONS, readings, misses, practice, reviews, now }, 76).map(trimLineEnd);
	const started = lines.length > 0 ? [[], ...titledLines(['lessons', ...lines].join('\n'))] : [];
	return [...overview, ...started, ...checkLines(readings).flatMap(textLines)];
}

/** Formats the result of each check that was begun. */
const checkLines = (readings: Readonly<Record<string, LessonReading>>): readonly string[] =>
	scoreChecks(LESSONS, readings).flatMap(({ lesson, questions, challenges, facts }) => {
		if (questions.open + challenges.open === questions.total + challenges.total) return [];
		const title = LESSONS.find(({ id }) => id === lesson)?.part ?? lesson;
		const missed = [...facts.values()].filter((result) => result === 'missed').length;
		const open = questions.open + challenges.open;
		const parts = [
			`${questions.right} of ${plural(questions.total, 'question')} right`,
			`${challenges.right} of ${plural(challenges.total, 'challenge')} solved`,
			`${plural(missed, 'topic')} to repeat`,
			...(open > 0 ? [`${open} open`] : []),
		];
		return ['', `${title}: ${parts.join(', ')}`];
	});

function answersText({ answers, hints, solved }: LessonReading): string {
	const count = (how: ChallengeResult): number => Object.values(solved).filter((entry) => entry === how).length;
	const hintCount = Object.values(hints).reduce((sum, entry) => sum + entry, 0);
	const parts = [
		[Object.keys(answers).length, 'answer'],
		[count('solved'), 'challenge'],
		[hintCount, 'hint'],
	] as const;
	const counted = parts.filter(([number]) => number > 0).map(([number, word]) => plural(number, word));
	const skipped = count('skipped');
	return [...counted, ...(skipped > 0 ? [`${plural(skipped, 'solution')} shown`] : [])]
		.map((text) => `, ${text}`)
		.join('');
}

function scenarioText({ scenario, file, opened, edited, edits, baseline, lastAt }: ScenarioProgress): string {
	return [
		`${oneLine(scenario)}${file === null ? '' : ` (${oneLine(file)})`}`,
		`  opened ${plural(opened, 'time')}, changed ${plural(edited, 'time')}, last on ${localTime(lastAt)}`,
		...editsBlock('stands at', edits, edited > 0 ? ['  stands unedited'] : []),
		...(baseline ? editsBlock('compared with', baseline, ['  compared with the unedited state']) : []),
	].join('\n');
}

const editsBlock = (what: string, edits: readonly string[], fallback: readonly string[]): readonly string[] =>
	edits.length === 0 ? fallback : [`  ${what}`, ...edits.map((edit) => `    ${oneLine(edit)}`)];

const scoreText = ({ name, guesses, metrics }: Score): string =>
	[`Guesses of ${oneLine(name)}: ${guesses}`, ...[...metrics.values()].map(metricText)].join('\n');

function metricText({ metric, measured, meanError, last }: MetricScore): string {
	const known = METRIC_NAMES.find((name) => name === metric);
	const show = (value: number): string => (known ? inUnit(value, metricUnit(known)) : String(value));
	const errorText = (error: number): string =>
		(known ? difference(error, metricUnit(known)) : String(error)).replace(/^\+/, '');
	const label = known ? METRIC_LABELS[known].label : oneLine(metric);
	const mean =
		meanError === null
			? ''
			: `off by ${errorText(meanError)} ${measured === 1 ? 'once' : `on average of ${measured}`}; `;
	const truth = last.truth === null ? `it is ${NOT_MEASURED}` : `it was ${show(last.truth)}`;
	return `  ${label}: ${mean}last said ${show(last.guess)}, ${truth}`;
}

function skippedNote({ newer, unknown, malformed }: JournalReading['skipped']): string {
	const notes = [
		...(newer + unknown > 0 ? [`${plural(newer + unknown, 'line')} of a newer version of this program`] : []),
		...(malformed > 0 ? [`${plural(malformed, 'line')} that no version wrote`] : []),
	];
	return notes.length > 0 ? `\nNot counted: ${notes.join(' and ')}.\n` : '';
}

function localTime(iso: string): string {
	const time = new Date(iso);
	const padTwo = (part: number): string => String(part).padStart(2, '0');
	const day = [time.getFullYear(), padTwo(time.getMonth() + 1), padTwo(time.getDate())].join('-');
	return `${day} ${padTwo(time.getHours())}:${padTwo(time.getMinutes())}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const plural = (count: number, word: string, words = `${word}s`): string => `${count} ${count === 1 ? word : words}`;
const shellWord = (text: string): string =>
	/^[\w./@:+-]+$/.test(text) ? text : `'${oneLine(text).replaceAll("'", "'\\''")}'`;

import { type LessonMisses, UNSAFE_CHARACTERS } from './answer-result.js';
import type { Debrief, GoodAnswer, KindDebrief, UnansweredQuestion } from './debrief.js';
import type { RunKind } from './kinds.js';

/** Titles of cards and lessons by id; unescaped. */
export interface Titles {
	card(id: string): string;
	lesson(id: string): string;
}

const ID_TITLES: Titles = { card: (id) => id, lesson: (id) => id };

const KINDS: Readonly<Record<RunKind, string>> = { interview: 'Interview', numbers: 'Numbers', diagnose: 'Diagnosis' };

/** Returns a debrief as GitHub Markdown, ending with a line break. Figures are rounded only here. */
export function debriefMarkdown(debrief: Debrief, titles: Titles = ID_TITLES): string {
	const { well, missed, unanswered } = debrief;
	const card = (id: string): string => markdownText(titles.card(id));
	const parts = [
		'# Interview run',
		summary(debrief),
		table(debrief.kinds),
		...section('What went well', well, (answer) => `- ${card(answer.card)}: ${wellLine(answer)}`),
		...(missed.length > 0 ? ['## What was missed', ...missed.flatMap((group) => missedParts(group, titles))] : []),
		...section('Not answered', unanswered, (question) => `- ${card(question.card)}: ${unansweredLine(question)}`),
	];
	return `${parts.join('\n\n')}\n`;
}

const summary = ({ answered, planned, seconds, minutes, score }: Debrief): string =>
	`${answered} of ${planned} questions answered in ${timeText(seconds)}; ${timeText(minutes * 60)} were given. Score: ${scoreText(score)}.`;

function table(kinds: readonly KindDebrief[]): string {
	return [
		'| kind | answered | score | time |',
		'| :--- | ---: | ---: | ---: |',
		...kinds
			.filter(({ planned }) => planned > 0)
			.map(
				({ kind, answered, planned, score, seconds }) =>
					`| ${KINDS[kind]} | ${answered} of ${planned} | ${scoreText(score)} | ${timeText(seconds)} |`,
			),
	].join('\n');
}

function section<T>(title: string, items: readonly T[], line: (item: T) => string): readonly string[] {
	return items.length === 0 ? [] : [`## ${title}`, items.map(line).join('\n')];
}

function missedParts({ lesson, points }: LessonMisses, titles: Titles): readonly string[] {
	const title = lesson === null ? 'In no lesson' : markdownText(titles.lesson(lesson));
	const lines = points.map(({ text, times }) => `- ${markdownText(text)}${times > 1 ? ` (${times} times)` : ''}`);
	return [`### ${title}`, lines.join('\n')];
}

const wellLine = ({ kind, score, seconds }: GoodAnswer): string =>
	`${KINDS[kind].toLowerCase()}, ${scoreText(score)} in ${timeText(seconds)}`;

const unansweredLine = ({ kind, begun }: UnansweredQuestion): string =>
	`${KINDS[kind].toLowerCase()}, ${begun ? 'begun' : 'not reached'}`;

const scoreText = (score: number | null): string => (score === null ? '–' : `${Math.round(score * 100)}%`);

/** Formats a duration to the nearest second: `45 s`, `2 min`, `2 min 5 s`. */
function timeText(seconds: number): string {
	const whole = Math.round(seconds);
	const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
	return minutes === 0 ? `${rest} s` : rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/**
 * Escapes foreign text as one line of Markdown that renders literally: it cannot start a block, tag, link, emphasis or
 * column, wherever it is placed. Runs of whitespace become one space, unsafe characters a replacement character.
 */
const markdownText = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(UNSAFE_CHARACTERS, '\ufffd')
		.replace(/[\\`*_[\]|~$]/g, '\\$&')
		// GitHub turns bare addresses into links.
		.replace(/:(?=\/\/)|(?<=\bwww)\.|@/gi, '\\$&')
		// At the start these begin a heading, list or rule; at the end # closes a heading.
		.replace(/^[#+=-]/, '\\$&')
		.replace(/^(\d{1,9})([.)])/, '$1\\$2')
		.replace(/#+$/, (marks) => marks.replaceAll('#', '\\#'))
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');

/**
 * Returns a debrief as JSON for other programs: unrounded, with ids instead of titles, ending with a line break.
 * Characters unsafe for a terminal are written as `\uXXXX`, which parses to the same text.
 */
export const debriefJson = (debrief: Debrief): string =>
	`${JSON.stringify(debrief, null, 2).replace(UNSAFE_CHARACTERS, (unit) => (unit === '\n' ? unit : escapeUnit(unit)))}\n`;

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

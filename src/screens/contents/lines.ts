import { factTitle } from '../../chapter/facts.js';
import { TERMS } from '../../chapter/terms.js';
import type { LessonDocument, ScenarioDocument } from '../../content/index.js';
import {
	countedLessons,
	type LessonReading,
	type LessonState,
	lessonOutline,
	lessonState,
	listedNumber,
	minutesLeft,
	nextLesson,
} from '../../course/index.js';
import { catalogueEntry, filterDocuments } from '../../present/board/catalogue.js';
import type { Line, Tone } from '../../text/line.js';
import { justify } from '../../text/line-layout.js';
import { pad, shorten, width } from '../../text/width.js';
import type { ContentsEntry } from '../screen.js';
import { filterWords, findTerms } from '../terms.js';

type Readings = Readonly<Record<string, LessonReading>>;

/**
 * Returns the entries of the contents: the lessons and the worksheet. A filter selects from these, the terms and the
 * scenarios.
 */
export function contentsEntries(
	lessons: readonly LessonDocument[],
	documents: readonly ScenarioDocument[],
	filter: string,
): readonly ContentsEntry[] {
	const found = lessons.filter((lesson) => matches(lesson, filter) || filter.trim() === String(lesson.number ?? ''));
	const entries = found.map(({ id }): ContentsEntry => ({ kind: 'lesson', id }));
	if (filter.trim() === '') return [...entries, WORKSHEET];
	return [
		...entries,
		...(filterWords(filter).every((word) => NOW_YOURS.toLowerCase().includes(word)) ? [WORKSHEET] : []),
		...findTerms(filter).map(({ id }): ContentsEntry => ({ kind: 'term', id })),
		...filterDocuments(documents, filter).map(({ scenario }): ContentsEntry => ({ kind: 'scenario', id: scenario.id })),
	];
}

/** The last entry, after the lessons. */
const WORKSHEET: ContentsEntry = { kind: 'worksheet', id: 'worksheet' };
const NOW_YOURS = 'A worksheet: a feature of your own, ready for review';

/** Whether every word of a filter is in a lesson's texts, or is the id of one of its facts. */
function matches({ id, title, part, scenario, teaches, revisits }: LessonDocument, filter: string): boolean {
	const facts = [...teaches, ...revisits];
	const text = [id, title, part, scenario, ...facts.map(factTitle)].join('\n').toLowerCase();
	return filterWords(filter).every((word) =>
		/^[a-z]\d{1,2}$/.test(word) ? facts.some((fact) => fact.toLowerCase() === word) : text.includes(word),
	);
}

/** Width that a title needs to be recognized. */
const MIN_TITLE = 16;

/** Draws the reader's progress in one line. */
export function progressLine(lessons: readonly LessonDocument[], readings: Readings, room: number): Line {
	const courses = lessons.map(lessonOutline);
	const count = (state: LessonState): number =>
		countedLessons(courses).filter((course) => lessonState(course, readings[course.id]) === state).length;
	const skipped = count('skipped');
	const next = nextLesson(courses, readings);
	const title = lessons.find(({ id }) => id === next?.id)?.title;
	const left = minutesLeft(courses, readings);
	const head = `${count('done')} of ${countedLessons(courses).length} lessons done${skipped > 0 ? `, ${skipped} skipped` : ''}`;
	const rests = next ? [` · about ${left} minutes left · next: `, ' · next: '] : [' · all of it'];
	const rest = rests.find((text) => width(head) + width(text) + MIN_TITLE <= room) ?? rests.at(-1) ?? '';
	const name = title === undefined ? '' : shorten(title, Math.max(1, room - width(head) - width(rest)));
	return [
		{ text: head, tone: 'plain' },
		{ text: rest, tone: 'dim' },
		{ text: name, tone: 'accent' },
	];
}

/** Data that the contents are drawn from. */
export interface ContentsInput {
	readonly lessons: readonly LessonDocument[];
	readonly documents: readonly ScenarioDocument[];
	readonly readings: Readings;
	readonly filter: string;
	/** Index of the chosen entry. */
	readonly at: number;
	/** Columns that a line may take. */
	readonly room: number;
}

/** Returns the part that an entry is listed in; empty: none. */
export const partOf = ({ kind, id }: ContentsEntry, lessons: readonly LessonDocument[]): string =>
	kind === 'worksheet' ? 'Now yours' : (lessons.find((lesson) => lesson.id === id)?.part ?? '');

/** Draws the contents, with a heading above each part unless there is a filter. `chosen`: the chosen entry's line. */
export function contentsLines(input: ContentsInput): { readonly lines: readonly Line[]; readonly chosen: number } {
	const { lessons, documents, filter, at } = input;
	const entries = contentsEntries(lessons, documents, filter);
	const lines: Line[] = [];
	let chosen = 0;
	let part = '';
	for (const [i, entry] of entries.entries()) {
		const heading = filter.trim() === '' ? partOf(entry, lessons) : '';
		if (heading !== part) {
			if (lines.length > 0) lines.push([]);
			lines.push([{ text: ` ${heading}`, tone: 'title' }]);
			part = heading;
		}
		if (i === at) chosen = lines.length;
		lines.push(entryLine(entry, i === at, input));
	}
	return { lines, chosen };
}

const MARKS = {
	done: ['✓', 'good'],
	skipped: ['↷', 'unsure'],
	begun: ['◐', 'unsure'],
	unread: ['○', 'dim'],
} as const satisfies Record<string, readonly [string, Tone]>;

function entryLine(entry: ContentsEntry, chosen: boolean, { lessons, documents, readings, room }: ContentsInput): Line {
	const { mark, tone, text, tail } = ((): { mark: string; tone: Tone; text: string; tail: string } => {
		if (entry.kind === 'lesson') {
			const lesson = lessons.find(({ id }) => id === entry.id) as LessonDocument;
			const state = lessonState(lessonOutline(lesson), readings[lesson.id]);
			const [sign, look] = MARKS[state];
			return {
				mark: sign,
				tone: look,
				text: `${pad(String(listedNumber(lesson) ?? ''), 2, 'right')}  ${lesson.title}`,
				tail: state === 'skipped' ? 'skipped' : `${lesson.minutes} min`,
			};
		}
		if (entry.kind === 'worksheet') return { mark: '→', tone: 'accent', text: NOW_YOURS, tail: '10 min' };
		const term = TERMS.find(({ id }) => id === entry.id);
		if (entry.kind === 'term')
			return { mark: '·', tone: 'dim', text: `${term?.name}: ${term?.definition}`, tail: 'term' };
		const document = documents.find(({ scenario }) => scenario.id === entry.id) as ScenarioDocument;
		return { mark: '·', tone: 'dim', text: document.scenario.title, tail: catalogueEntry(document).kind };
	})();
	return justify(
		[
			{ text: chosen ? ' ›' : '  ', tone: 'title' },
			{ text: `${mark} `, tone },
			{ text: shorten(text, room - width(tail) - 7), tone: chosen ? 'focus' : 'plain', bold: chosen },
		],
		[{ text: tail, tone: 'dim' }],
		room - 2,
	);
}

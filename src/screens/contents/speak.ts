import { TERMS } from '../../chapter/terms.js';
import { lessonName, lessonOutline, lessonState } from '../../course/index.js';
import { catalogueEntry } from '../../present/board/catalogue.js';
import { UNBROKEN } from '../../present/speak/drawn.js';
import { counted, speakLine, speakScreen, speakText } from '../../present/speak/sentences.js';
import type { ContentsEntry } from '../screen.js';
import { type ContentsInput, contentsEntries, partOf, progressLine } from './lines.js';

interface ContentsSpeech extends Omit<ContentsInput, 'room'> {
	/** Whether the filter is being typed. */
	readonly finding: boolean;
}

/**
 * Speaks the contents: the reader's progress or the search, then the entries, each part with its heading.
 *
 * @param status the open question or the notice
 */
export function speakContents(input: ContentsSpeech, status: string): readonly string[] {
	const { lessons, documents, readings, filter, at, finding } = input;
	const entries = contentsEntries(lessons, documents, filter);
	const isSearch = finding || filter.trim() !== '';
	const sentences = [
		'Contents',
		isSearch
			? `find “${filter}”: ${entries.length === 0 ? 'nothing' : counted(entries.length, 'entry', 'entries')} found`
			: '',
	].map(speakText);
	if (!isSearch) sentences.push(speakLine(progressLine(lessons, readings, UNBROKEN)));
	let part = '';
	for (const [i, entry] of entries.entries()) {
		const heading = filter.trim() === '' ? partOf(entry, lessons) : '';
		if (heading !== part) sentences.push(speakText(heading));
		part = heading;
		sentences.push(speakText(entryWords(entry, i === at ? ', chosen' : '', input)));
	}
	return speakScreen(sentences, status);
}

const STATES = { done: 'done', skipped: 'its challenge skipped', begun: 'begun', unread: 'not read yet' } as const;

function entryWords(
	{ kind, id }: ContentsEntry,
	chosen: string,
	{ lessons, documents, readings }: ContentsSpeech,
): string {
	switch (kind) {
		case 'lesson': {
			const lesson = lessons.find((one) => one.id === id);
			if (!lesson) return '';
			const state = STATES[lessonState(lessonOutline(lesson), readings[id])];
			return `${lessonName(lesson, ', ')}${chosen}: ${lesson.minutes} min, ${state}`;
		}
		case 'worksheet':
			return `A worksheet${chosen}: a feature of your own, ready for review, 10 min`;
		case 'term': {
			const term = TERMS.find((one) => one.id === id);
			return `term, ${term?.name}${chosen}: ${term?.definition}`;
		}
		case 'scenario': {
			const document = documents.find(({ scenario }) => scenario.id === id);
			return document ? `${document.scenario.title}${chosen}: ${catalogueEntry(document).kind}` : '';
		}
	}
}

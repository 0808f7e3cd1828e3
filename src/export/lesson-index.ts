import type { LessonDocument } from '../content/index.js';
import { pad, width } from '../text/width.js';
import type { HandoutFormat } from './formats.js';
import { HANDOUT_STYLES } from './handout-stylesheet.js';
import { html } from './html-template.js';
import { escapeText } from './markdown.js';
import { renderPage } from './page.js';

/** A lesson in the index. */
export interface IndexEntry {
	/** Number in the book, from 1; null: none, and it does not count. */
	readonly number: number | null;
	readonly lesson: Pick<LessonDocument, 'title' | 'part' | 'minutes'>;
	/** Its file in the same folder, or its id. */
	readonly name: string;
}

/** Renders the index of a folder of handouts, ending with a line break. Every entry leads to its file. */
export function renderLessonIndex(entries: readonly IndexEntry[], format: HandoutFormat, answers: boolean): string {
	const title = `Lessons of Dispatch Board${answers ? ' · Leader’s edition with answers' : ''}`;
	const counted = entries.filter(({ number }) => number !== null);
	const minutes = counted.reduce((sum, { lesson }) => sum + lesson.minutes, 0);
	const summary = `${counted.length} lessons, about ${minutes} minutes.`;
	switch (format) {
		case 'text':
			return `${title}\n${'='.repeat(title.length)}\n${summary}\n\n${lessonList(entries)}`;
		case 'md':
			return renderMarkdown(entries, title, summary);
		case 'html':
			return renderIndexPage(entries, title, summary);
	}
}

/** Returns the lessons as text, by part, with their numbers and names. */
export function lessonList(entries: readonly IndexEntry[]): string {
	const nameWidth = Math.max(0, ...entries.map(({ name }) => width(name)));
	const numberWidth = Math.max(0, ...entries.map(({ number }) => String(number ?? '').length));
	const line = ({ number, lesson, name }: IndexEntry): string =>
		`  ${pad(String(number ?? ''), numberWidth, 'right')}  ${pad(name, nameWidth)}  ${lesson.title} (${lesson.minutes} min)`;
	return `${byPart(entries)
		.map(([part, members]) => [part, ...members.map(line)].join('\n'))
		.join('\n\n')}\n`;
}

/** Groups entries by part, in the order of the first of each. */
function byPart(entries: readonly IndexEntry[]): readonly (readonly [part: string, members: readonly IndexEntry[]])[] {
	const parts = new Map<string, IndexEntry[]>();
	for (const entry of entries) parts.set(entry.lesson.part, [...(parts.get(entry.lesson.part) ?? []), entry]);
	return [...parts];
}

function renderMarkdown(entries: readonly IndexEntry[], title: string, summary: string): string {
	const line = ({ number, lesson, name }: IndexEntry): string =>
		`${number === null ? '-' : `${number}.`} [${escapeText(lesson.title)}](${name}) (${lesson.minutes} min)`;
	const parts = byPart(entries).map(([part, members]) => `## ${escapeText(part)}\n\n${members.map(line).join('\n')}`);
	return `${[`# ${escapeText(title)}`, summary, ...parts].join('\n\n')}\n`;
}

const renderIndexPage = (entries: readonly IndexEntry[], title: string, summary: string): string =>
	renderPage(
		title,
		html`<header>
<h1>${title}</h1>
<p class="summary">${summary}</p>
</header>
<main class="lessons">
${byPart(entries).map(
	([part, members]) => html`<h2>${part}</h2>
<ol>
${members.map(({ number, lesson, name }) => html`<li${number === null ? UNNUMBERED : html` value="${number}"`}><a href="${name}">${lesson.title}</a> <span class="dim">${lesson.minutes} min</span></li>\n`)}</ol>
`,
)}</main>`,
		HANDOUT_STYLES,
	);

const UNNUMBERED = html` class="unnumbered"`;

import type { Fact, Part, Section } from '../present/review/document.js';
import type { Cell, Line, TableModel } from '../text/line.js';
import { visible } from '../text/visible.js';
import { plainLine } from './text.js';

/** Prints a section as GitHub Markdown, so that it reads well in a pull request. */
export const markdownSection = ({ title, parts }: Section): string =>
	[`## ${escapeText(title)}`, ...markdownParts(parts)].join('\n\n');

/** Prints parts, without those that are only space. */
export const markdownParts = (parts: readonly Part[]): readonly string[] =>
	parts.map(markdownPart).filter((part) => part !== '');

function markdownPart(part: Part): string {
	switch (part.kind) {
		case 'table':
			return `${part.captioned ? `**${escapeText(part.table.title)}**\n\n` : ''}${markdownTable(part.table)}`;
		case 'words':
			return part.paragraphs
				? part.sentences.map(markdownSentence).join('\n\n')
				: markdownList(part.sentences.map(markdownSentence));
		case 'drawing':
			return fence(part.draw(DRAWING).map(plainLine).join('\n'));
		case 'spare':
			return part.blocks.map(markdownPart).join('\n\n');
		case 'space':
			return '';
		case 'heading':
			return `### ${escapeText(part.text)}`;
		case 'facts':
			return markdownList(part.facts.map(factText));
		case 'command':
			return fence(visible(part.command), 'sh');
	}
}

/** Room for a drawing between other text. */
const DRAWING = { width: 100, height: 21, focus: null };

export const markdownList = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const factText = ({ label, value }: Fact): string => `**${escapeText(label)}**: ${markdownSentence(value)}`;

/** A table of a pane, with its notes under it. */
function markdownTable({ columns, rows, notes }: TableModel): string {
	return [
		markdownRow(columns.map(({ label }) => escapeText(label))),
		markdownRow(columns.map(({ align }) => (align === 'right' ? '---:' : ':---'))),
		...rows.map(({ cells, kind }) => markdownRow(columns.map((_, i) => cellText(cells[i], kind === 'total')))),
		...notes.map((note) => `\n${escapeText(note)}`),
	].join('\n');
}

/** @param cells Markdown already */
export const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function cellText(cell: Cell | undefined, strong: boolean): string {
	const text = escapeText(cell?.text ?? '');
	return strong && text !== '' ? `**${text}**` : text;
}

/** As it stands, whatever it holds: a fence ends at backticks that are as many as its own. */
function fence(text: string, language = 'text'): string {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const marks = '`'.repeat(longest + 1);
	return `${marks}${language}\n${text}\n${marks}`;
}

/** Spans as one line, which opens no block whatever they hold. */
export const markdownSentence = (line: Line): string =>
	markdownLine(
		line
			.map(({ text, bold }) =>
				bold ? text.replace(/^(\s*)(.*?)(\s*)$/s, (_, a, b, c) => `${a}**${escapeText(b)}**${c}`) : escapeText(text),
			)
			.join(''),
	);

/** Between the mark of a mention or a reference and its name it takes no room, and GitHub sees neither. */
const APART = '&#8203;';

/**
 * Text that somebody wrote, for the middle of a line of Markdown: it shows as it is, and opens no tag, link, emphasis,
 * formula or column. Addresses become no links, and names and numbers call nobody and nothing: a backslash does not
 * stop that, because GitHub looks for them in the finished page.
 */
export const escapeText = (text: string): string =>
	visible(text)
		.replace(/[\\`*_[\]|~$]/g, '\\$&')
		.replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replace(/@(?=\w)|#(?=\d)|\bGH-(?=\d)/gi, `$&${APART}`);

/** A line of Markdown that begins or ends with such text: it opens no heading, list or rule either. */
export const markdownLine = (line: string): string =>
	line
		.trim()
		.replace(/^[#+=-]/, '\\$&')
		.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
		.replace(/#+$/, (marks) => marks.replaceAll('#', '\\#'));

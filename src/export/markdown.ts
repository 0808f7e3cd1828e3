import type { Fact, Part, Section } from '../present/review/document.js';
import type { Cell, Line, TableModel } from '../text/line.js';
import { toVisibleLine } from '../text/safe-text.js';
import { DRAWING_ROOM, plainLine } from './text.js';

/** Renders a section as GitHub Markdown, for pull requests. */
export const markdownSection = ({ title, parts }: Section): string =>
	[`## ${escapeText(title)}`, ...markdownParts(parts)].join('\n\n');

/** Renders parts, leaving out empty ones. */
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
			return fence(part.draw(DRAWING_ROOM).map(plainLine).join('\n'));
		case 'spare':
			return part.blocks.map(markdownPart).join('\n\n');
		case 'space':
			return '';
		case 'heading':
			return `### ${escapeText(part.text)}`;
		case 'facts':
			return markdownList(part.facts.map(factText));
		case 'command':
			return fence(toVisibleLine(part.command), 'sh');
	}
}

export const markdownList = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const factText = ({ label, value }: Fact): string => `**${escapeText(label)}**: ${markdownSentence(value)}`;

/** Renders a table, with its notes under it. */
function markdownTable({ columns, rows, notes }: TableModel): string {
	return [
		markdownRow(columns.map(({ label }) => escapeText(label))),
		markdownRow(columns.map(({ align }) => (align === 'right' ? '---:' : ':---'))),
		...rows.map(({ cells, kind }) => markdownRow(columns.map((_, i) => cellText(cells[i], kind === 'total')))),
		...notes.map((note) => `\n${escapeText(note)}`),
	].join('\n');
}

/** @param cells Markdown, escaped where needed */
export const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function cellText(cell: Cell | undefined, isBold: boolean): string {
	const text = escapeText(cell?.text ?? '');
	return isBold && text !== '' ? `**${text}**` : text;
}

/**
 * Renders text in a code fence that is longer than any run of backticks in it, so that the text cannot end the fence.
 */
function fence(text: string, language = 'text'): string {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const marks = '`'.repeat(longest + 1);
	return `${marks}${language}\n${text}\n${marks}`;
}

/** Renders spans as one line that opens no block, whatever their text. */
export const markdownSentence = (line: Line): string =>
	markdownLine(
		line
			.map(({ text, bold }) =>
				bold ? text.replace(/^(\s*)(.*?)(\s*)$/s, (_, a, b, c) => `${a}**${escapeText(b)}**${c}`) : escapeText(text),
			)
			.join(''),
	);

/** Zero-width space; between the mark and the name of a mention or a reference it keeps GitHub from linking them. */
const SEPARATOR = '&#8203;';

/**
 * Escapes text of unknown origin for the middle of a line of Markdown, so that it opens no tag, link, emphasis, formula
 * or column, and creates no link, mention or issue reference. A backslash does not prevent mentions and references,
 * because GitHub searches the rendered page for them.
 */
export const escapeText = (text: string): string =>
	toVisibleLine(text)
		.replace(/[\\`*_[\]|~$]/g, '\\$&')
		.replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replace(/@(?=\w)|#(?=\d)|\bGH-(?=\d)/gi, `$&${SEPARATOR}`);

/** Escapes a line of Markdown that begins or ends with such text, so that it opens no heading, list or rule. */
export const markdownLine = (line: string): string =>
	line
		.trim()
		.replace(/^[#+=-]/, '\\$&')
		.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
		.replace(/#+$/, (marks) => marks.replaceAll('#', '\\#'));

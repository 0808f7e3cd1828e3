import chalk from 'chalk';
import wrapAnsi from 'wrap-ansi';
import { drawTable } from './block-table.js';
import type { ProseBlock, ProseSpan } from './prose.js';

const LIST_INDENT = 1;
const QUOTE_INDENT = 2;
/** Columns that are left to a text however deep it stands. */
const MIN_TEXT_WIDTH = 10;
const MIN_TABLE_WIDTH = 20;

/** Lays prose out as styled lines of at most `width` columns, an empty line between blocks. */
export const layoutProse = (blocks: readonly ProseBlock[], width: number): string[] =>
	drawBlocks(blocks, width).trimEnd().split('\n');

/** @param room columns inside the lists and quotes around it */
const drawBlocks = (blocks: readonly ProseBlock[], room: number): string =>
	blocks.map((block) => drawBlock(block, room)).join('');

function drawBlock(block: ProseBlock, room: number): string {
	switch (block.kind) {
		case 'paragraph':
			return `${wrapSpans(block.spans, room)}${block.tight ? '' : '\n\n'}`;
		case 'heading': {
			const lines = wrapSpans(block.spans, room).split('\n');
			return `${lines.map((line) => chalk.bold.cyan(line)).join('\n')}\n\n`;
		}
		case 'list': {
			const items = block.items.map(({ mark, blocks }) => drawItem(mark, blocks, block.loose, room));
			return `${items.join(block.loose ? '\n\n' : '\n')}\n\n`;
		}
		case 'table': {
			const texts = block.rows.map((row) => row.map(drawSpans));
			return `${drawTable(texts, block.align, Math.max(MIN_TABLE_WIDTH, room))}\n\n`;
		}
		case 'quote': {
			const lines = trimLines(drawBlocks(block.blocks, room - QUOTE_INDENT)).split('\n');
			return `${lines.map((line) => chalk.dim('│ ') + chalk.italic(line)).join('\n')}\n\n`;
		}
		case 'verbatim': {
			const lines = block.lines.map((line) => wrap(line, room - LIST_INDENT, false));
			return `${indent(lines.join('\n'), ' '.repeat(LIST_INDENT))}\n\n`;
		}
		case 'rule':
			return `${chalk.dim('─'.repeat(Math.max(MIN_TEXT_WIDTH, room)))}\n\n`;
	}
}

/** Draws an item of a list: its mark, and its text beside it. */
function drawItem(mark: string, blocks: readonly ProseBlock[], loose: boolean, room: number): string {
	const inside = room - LIST_INDENT - mark.length;
	// Tight text ends without a line end.
	const body = blocks.map((block, i) => (isTight(blocks[i - 1]) ? '\n' : '') + drawBlock(block, inside)).join('');
	const lines = trimLines(body)
		.split('\n')
		.filter((line) => loose || line.trim() !== '');
	return lines.map((line, i) => ' '.repeat(LIST_INDENT) + (i === 0 ? mark : ' '.repeat(mark.length)) + line).join('\n');
}

const isTight = (block: ProseBlock | undefined): boolean => block?.kind === 'paragraph' && block.tight;

/** Removes empty lines at both ends; the first line keeps what it is indented by. */
const trimLines = (text: string): string => text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();

const indent = (text: string, by: string): string =>
	text
		.split('\n')
		.map((line) => by + line)
		.join('\n');

const wrap = (text: string, room: number, trim = true): string =>
	wrapAnsi(text, Math.max(MIN_TEXT_WIDTH, room), { hard: true, trim });

const wrapSpans = (spans: readonly ProseSpan[], room: number): string => wrap(drawSpans(spans), room);

const drawSpans = (spans: readonly ProseSpan[]): string => spans.map(drawSpan).join('');

function drawSpan(span: ProseSpan): string {
	switch (span.kind) {
		case 'text':
			return span.text;
		case 'code':
			return chalk.cyan(span.text);
		case 'strong':
			return chalk.bold(drawSpans(span.spans));
		case 'emphasis':
			return chalk.italic(drawSpans(span.spans));
		case 'deleted':
			return chalk.dim.strikethrough(drawSpans(span.spans));
		case 'link':
			// The workbook's own links have no address that helps a reader.
			return OWN.test(span.href) ? chalk.cyan(drawSpans(span.spans)) : drawLink(drawSpans(span.spans), span.href);
		case 'break':
			return '\n';
	}
}

/** Draws a link with its address, unless that is what it says. */
function drawLink(text: string, href: string): string {
	const says = text.replace(STYLE, '');
	const address = chalk.blue.underline(href);
	if (says === '') return address;
	return says === href || `mailto:${says}` === href ? chalk.blue.underline(text) : `${chalk.blue(text)} (${address})`;
}

/** Links inside the workbook: to a lesson, a scenario, a term. */
const OWN = /^(?:lesson|scenario|term):/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken out
const STYLE = /\u001b\[[0-9;]*m/g;

/** Lays prose out without any style, for a pipe or a file. */
export const layoutPlainProse = (blocks: readonly ProseBlock[], width: number): string[] =>
	layoutProse(blocks, width).map((line) => line.replace(STYLE, ''));

/** Returns Markdown without the workbook's own links: their words stay. */
export const withoutOwnLinks = (source: string): string =>
	source.replace(/\[([^\]\n]*)\]\((?:lesson|scenario|term):[^)\s]*\)/g, '$1');

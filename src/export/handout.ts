import { TICK_BOX } from '../present/lesson/blanks.js';
import { layoutPage } from '../present/lesson/layout.js';
import type { PageBlock } from '../present/lesson/page.js';
import { type Line, textOf } from '../text/line.js';
import { trimLineEnd } from '../text/line-layout.js';
import { stripInternalLinks } from '../text/prose-layout.js';
import { wrap } from '../text/width.js';
import type { HandoutFormat } from './formats.js';
import { renderHandoutPage } from './handout-html.js';
import { type HandoutInput, type HandoutModel, handoutModel } from './handout-model.js';
import { escapeText, markdownParts, markdownRow } from './markdown.js';
import type { DrawLine } from './text.js';

const WIDTH = 88;

/**
 * Renders a lesson as a handout that ends with a line break.
 *
 * @param width columns of the text
 * @param draw draws the lines of the text; by default without colours
 */
export function renderHandout(
	input: HandoutInput,
	format: HandoutFormat,
	width = WIDTH,
	draw: DrawLine = textOf,
): string {
	const model = handoutModel(input);
	switch (format) {
		case 'text':
			return renderText(model, width, draw);
		case 'md':
			return renderMarkdown(model);
		case 'html':
			return renderHandoutPage(model);
	}
}

const underTitle = ({ kind, byline }: HandoutModel): string => (kind === '' ? byline : `${kind}. ${byline}`);

function renderText(model: HandoutModel, width: number, draw: DrawLine): string {
	const { title, blocks } = model;
	const { lines } = layoutPage(blocks, { width, focus: null });
	const head: readonly Line[] = [
		[{ text: title, tone: 'title' }],
		[{ text: '='.repeat(Math.min(title.length, width)), tone: 'dim' }],
		...wrap(underTitle(model), width).map((text): Line => [{ text, tone: 'dim' }]),
		[],
	];
	const text = [...head, ...lines].map((line) => draw(trimLineEnd(line))).join('\n');
	return `${text.trimEnd()}\n`;
}

function renderMarkdown(model: HandoutModel): string {
	const { title, blocks } = model;
	const head = [`# ${escapeText(title)}`, `*${escapeText(underTitle(model))}*`];
	return `${[...head, ...blocks.flat().map(markdownPart)].join('\n\n').trimEnd()}\n`;
}

function markdownPart(part: PageBlock): string {
	switch (part.kind) {
		case 'prose':
			return stripInternalLinks(part.markdown);
		case 'artifact': {
			const { title, columns, rows } = part.artifact;
			const row = (cells: readonly (string | number)[]): string =>
				markdownRow(cells.map((cell) => escapeText(String(cell))));
			const rule = markdownRow(columns.map(() => '---'));
			return [`**${escapeText(title)}**`, '', row(columns), rule, ...rows.map(row)].join('\n');
		}
		case 'live':
			return markdownParts(part.blocks).join('\n\n');
		case 'ruled':
			return part.sentences.map((line) => `> ${ruledText(line)}`).join('\n>\n');
	}
}

/** Renders a line of a question. A box to tick is no link, so it stays readable where Markdown is not rendered. */
const ruledText = ([first, ...rest]: Line): string =>
	first?.text === TICK_BOX
		? `${TICK_BOX}${escapeText(textOf(rest))}`
		: escapeText(textOf([...(first ? [first] : []), ...rest]).trim());

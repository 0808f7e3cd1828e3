import { BLANK } from '../present/lesson/blanks.js';
import type { PageBlock } from '../present/lesson/page.js';
import type { Line, TableModel } from '../text/line.js';
import type { HandoutModel } from './handout-model.js';
import { HANDOUT_STYLES } from './handout-stylesheet.js';
import { partHtml, spanHtml, tableHtml } from './html.js';
import { type Html, html, NO_HTML } from './html-template.js';
import { renderPage } from './page.js';
import { proseHtml } from './prose-html.js';

/** Renders a handout as one self-contained page, made to be printed. */
export const renderHandoutPage = ({ title, kind, byline, blocks }: HandoutModel): string =>
	renderPage(
		title,
		html`<header>
${kind === '' ? NO_HTML : html`<p class="kind">${kind}</p>\n`}<h1>${title}</h1>
<p class="summary">${byline}</p>
</header>
<main>
${blocks.flat().map(blockHtml)}</main>
<footer><p>Printed by Dispatch Board. “Not measured” is never counted as 0.</p></footer>`,
		HANDOUT_STYLES,
	);

function blockHtml(block: PageBlock): Html {
	switch (block.kind) {
		case 'prose':
			return proseHtml(block.blocks);
		case 'artifact':
			return tableHtml(artifactTable(block.artifact));
		case 'live':
			return html`<div class="live">\n${block.blocks.map(partHtml)}</div>\n`;
		case 'ruled':
			return html`<div class="ruled">\n${block.sentences.map((line) => html`<p>${ruledHtml(line)}</p>\n`)}</div>\n`;
	}
}

/** Renders a line of a question. The dots of a blank are still there to be copied. */
const ruledHtml = (line: Line): Html =>
	html`${line.map((span) => (span.text === BLANK ? html`<span class="blank">${BLANK}</span>` : spanHtml(span)))}`;

type Artifact = Extract<PageBlock, { kind: 'artifact' }>['artifact'];

const artifactTable = ({ title, columns, rows }: Artifact): TableModel => ({
	id: 'artifact',
	title,
	columns: columns.map((label, i) => ({ id: `${i}`, label, align: 'left', width: label.length, dropPriority: 0 })),
	rows: rows.map((row, i) => ({
		id: `${i}`,
		kind: 'body',
		cells: row.map((cell) => ({ raw: cell, text: String(cell) })),
	})),
	notes: [],
});

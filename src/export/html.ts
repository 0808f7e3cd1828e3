import { shadingBlock } from '../present/format/cells.js';
import type { Part, Section } from '../present/review/document.js';
import type { Cell, Column, Line, Row, Span, TableModel } from '../text/line.js';
import { allowBreaks, type Html, html, NO_HTML } from './html-template.js';
import { curveHtml } from './svg.js';
import { DRAWING_ROOM, plainLine } from './text.js';

export const sectionHtml = ({
	id,
	title,
	parts,
}: Section): Html => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${parts.map(partHtml)}</section>
`;

/** Renders a part of a section. */
export function partHtml(part: Part): Html {
	switch (part.kind) {
		case 'table':
			return tableHtml(part.table);
		case 'words':
			return part.paragraphs
				? html`${part.sentences.map((line) => html`<p>${lineHtml(line)}</p>\n`)}`
				: html`<ul>${part.sentences.map((line) => html`<li>${lineHtml(line)}</li>`)}</ul>\n`;
		case 'drawing':
			return part.plot
				? curveHtml(part.plot)
				: html`<pre>${part.draw(DRAWING_ROOM).map((line) => html`${plainLine(line)}\n`)}</pre>\n`;
		case 'spare':
			return html`${part.blocks.map(partHtml)}`;
		case 'space':
			return NO_HTML;
		case 'heading':
			return html`<h3>${part.text}</h3>\n`;
		case 'facts':
			return html`<dl>
${part.facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${lineHtml(value)}</dd></div>\n`)}</dl>
`;
		case 'command':
			return html`<pre><code>${part.command}</code></pre>\n`;
	}
}

export const lineHtml = (line: Line): Html => html`${line.map(spanHtml)}`;

/** Renders a span, with its tone as the class. The stylesheet isolates the writing direction of each span. */
export function spanHtml({ text, tone = 'plain', bold = false }: Span): Html {
	const toned = html`<span class="${tone}">${text}</span>`;
	return bold ? html`<strong>${toned}</strong>` : toned;
}

/**
 * Renders a table in a box that scrolls, also by keyboard, where the page is too narrow for it. The first cell of a row
 * is its heading.
 */
export function tableHtml({ id, title, columns, rows, notes }: TableModel): Html {
	const classes = columns.map((column, i) =>
		columnClass(
			column,
			rows.map(({ cells }) => cells[i]?.text.length ?? 0),
		),
	);
	const caption = title === '' ? NO_HTML : html`<caption><span>${allowBreaks(title)}</span></caption>\n`;
	return html`<div class="scroll" role="region" aria-label="${title || 'Figures'}" tabindex="0">
<table class="${id}">
${caption}<thead><tr>${columns.map((column, i) => html`<th scope="col" class="${classes[i] ?? ''}">${column.label}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(row, columns, classes, id.startsWith('confusion')))}</tbody>
</table>
</div>
${notes.map((note) => html`<p class="note">${note}</p>\n`)}`;
}

function rowHtml(
	{ cells, kind }: Row,
	columns: readonly Column[],
	classes: readonly string[],
	isShaded: boolean,
): Html {
	const attribute = kind === 'total' ? html` class="total"` : NO_HTML;
	return html`<tr${attribute}>${columns.map((column, i) => {
		const cell = cells[i];
		const text = html`<span class="${cell?.tone ?? 'plain'}">${allowBreaks(cell?.text ?? '')}</span>`;
		const kind = classes[i] ?? '';
		if (i === 0) return html`<th scope="row" class="${kind}">${text}</th>`;
		// A short figure never wraps, even in a column with longer texts.
		const whole =
			column.align === 'right' && !kind.includes('short') && (cell?.text.length ?? 0) <= MAX_SHORT_LENGTH
				? ' short'
				: '';
		return html`<td class="${kind}${whole}${isShaded ? heatClass(cell, column) : ''}">${text}</td>`;
	})}</tr>
`;
}

/**
 * Returns the CSS class of a column. Short texts do not wrap, and long texts get a wide column, so that rows stay low.
 */
function columnClass({ align }: Column, lengths: readonly number[]): string {
	const longest = Math.max(0, ...lengths);
	const size = longest <= MAX_SHORT_LENGTH ? ' short' : longest > MAX_MEDIUM_LENGTH ? ' long' : '';
	return `${align === 'right' ? 'figure' : 'words'}${size}`;
}

const MAX_SHORT_LENGTH = 12;
const MAX_MEDIUM_LENGTH = 50;

/**
 * Returns the CSS class that shades a count of the matrix (out of 1,000 requests), as dark as its block in a terminal.
 */
function heatClass(cell: Cell | undefined, { id }: Column): string {
	if (typeof cell?.raw !== 'number' || id === 'routedSmall' || id === 'interval') return '';
	return ` heat-${' ░▒▓█'.indexOf(shadingBlock(cell.raw / 1000))}`;
}

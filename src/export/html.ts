import { shade } from '../present/format/cells.js';
import type { Part, Section } from '../present/review/document.js';
import type { Cell, Column, Line, Row, Span, TableModel } from '../text/line.js';
import { breakable, type Html, html, NOTHING } from './html-text.js';
import { curveHtml } from './svg.js';
import { plainLine } from './text.js';

export const sectionHtml = ({
	id,
	title,
	parts,
}: Section): Html => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${parts.map(partHtml)}</section>
`;

function partHtml(part: Part): Html {
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
				: html`<pre>${part.draw(DRAWING).map((line) => html`${plainLine(line)}\n`)}</pre>\n`;
		case 'spare':
			return html`${part.blocks.map(partHtml)}`;
		case 'space':
			return NOTHING;
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

/** Room for a drawing between other text. */
const DRAWING = { width: 100, height: 21, focus: null };

export const lineHtml = (line: Line): Html => html`${line.map(spanHtml)}`;

/** The tone is a class; marks and words say it too. Each span keeps the direction of its writing to itself. */
export function spanHtml({ text, tone = 'plain', bold = false }: Span): Html {
	const marked = html`<span class="${tone}">${text}</span>`;
	return bold ? html`<strong>${marked}</strong>` : marked;
}

/**
 * A table in a box of its own, which scrolls where the page is too narrow for it, also by the keyboard. Figures are
 * aligned; the first cell of a row is its heading.
 */
function tableHtml({ id, title, columns, rows, notes }: TableModel): Html {
	const kinds = columns.map((one, i) =>
		kindOf(
			one,
			rows.map(({ cells }) => cells[i]?.text.length ?? 0),
		),
	);
	return html`<div class="scroll" role="region" aria-label="${title}" tabindex="0">
<table class="${id}">
<caption><span>${breakable(title)}</span></caption>
<thead><tr>${columns.map((one, i) => html`<th scope="col" class="${kinds[i] ?? ''}">${one.label}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(row, columns, kinds, id.startsWith('confusion')))}</tbody>
</table>
</div>
${notes.map((note) => html`<p class="note">${note}</p>\n`)}`;
}

function rowHtml({ cells, kind }: Row, columns: readonly Column[], kinds: readonly string[], shaded: boolean): Html {
	const marked = kind === 'total' ? html` class="total"` : NOTHING;
	return html`<tr${marked}>${columns.map((one, i) => {
		const cell = cells[i];
		const text = html`<span class="${cell?.tone ?? 'plain'}">${breakable(cell?.text ?? '')}</span>`;
		const kind = kinds[i] ?? '';
		if (i === 0) return html`<th scope="row" class="${kind}">${text}</th>`;
		// A figure is never broken, whatever stands above or below it.
		const whole = one.align === 'right' && !kind.includes('short') && (cell?.text.length ?? 0) <= SHORT ? ' short' : '';
		return html`<td class="${kind}${whole}${shaded ? heat(cell, one) : ''}">${text}</td>`;
	})}</tr>
`;
}

/** Short texts stay on one line, and long ones get room, so that a row of them is not as high as the page. */
function kindOf({ align }: Column, lengths: readonly number[]): string {
	const longest = Math.max(0, ...lengths);
	const size = longest <= SHORT ? ' short' : longest > LONG ? ' long' : '';
	return `${align === 'right' ? 'figure' : 'words'}${size}`;
}

const SHORT = 12;
const LONG = 50;

/** The background of a count of the matrix, out of 1,000 requests: as dark as the block that shades it in a terminal. */
function heat(cell: Cell | undefined, { id }: Column): string {
	if (typeof cell?.raw !== 'number' || id === 'routedSmall' || id === 'interval') return '';
	return ` heat-${' ░▒▓█'.indexOf(shade(cell.raw / 1000))}`;
}

import type { ProseBlock, ProseItem, ProseSpan } from '../text/prose.js';
import { INTERNAL_LINK } from '../text/prose-layout.js';
import { type Html, html, NO_HTML } from './html-template.js';

/** Renders parsed prose. */
export const proseHtml = (blocks: readonly ProseBlock[]): Html => html`${blocks.map(blockHtml)}`;

function blockHtml(block: ProseBlock): Html {
	switch (block.kind) {
		case 'paragraph':
			return block.tight ? html`${spansHtml(block.spans)}\n` : html`<p>${spansHtml(block.spans)}</p>\n`;
		case 'heading':
			return html`<h2>${spansHtml(block.spans)}</h2>\n`;
		case 'list':
			return listHtml(block.items);
		case 'table':
			return tableHtml(block);
		case 'quote':
			return html`<blockquote>\n${proseHtml(block.blocks)}</blockquote>\n`;
		case 'verbatim':
			return html`<pre>${block.lines.map((line) => html`${line}\n`)}</pre>\n`;
		case 'rule':
			return html`<hr>\n`;
	}
}

function listHtml(items: readonly ProseItem[]): Html {
	const [, first] = /^(\d+)\. $/.exec(items[0]?.mark ?? '') ?? [];
	// The page numbers items and draws bullets; only the box of a task is part of the text.
	const item = ({ mark, blocks }: ProseItem): Html =>
		html`<li>${mark.startsWith('[') ? mark : NO_HTML}${proseHtml(blocks)}</li>\n`;
	return first === undefined
		? html`<ul>\n${items.map(item)}</ul>\n`
		: html`<ol start="${first}">\n${items.map(item)}</ol>\n`;
}

function tableHtml({ align, rows: [head = [], ...body] }: Extract<ProseBlock, { kind: 'table' }>): Html {
	const kindOf = (i: number): string => (align[i] === 'right' ? 'figure' : 'words');
	return html`<div class="scroll" role="region" aria-label="Table" tabindex="0">
<table>
<thead><tr>${head.map((cell, i) => html`<th scope="col" class="${kindOf(i)}">${spansHtml(cell)}</th>`)}</tr></thead>
<tbody>
${body.map((row) => html`<tr>${row.map((cell, i) => html`<td class="${kindOf(i)}">${spansHtml(cell)}</td>`)}</tr>\n`)}</tbody>
</table>
</div>
`;
}

const spansHtml = (spans: readonly ProseSpan[]): Html => html`${spans.map(spanHtml)}`;

function spanHtml(span: ProseSpan): Html {
	switch (span.kind) {
		case 'text':
			return html`${span.text}`;
		case 'code':
			return html`<code>${span.text}</code>`;
		case 'strong':
			return html`<strong>${spansHtml(span.spans)}</strong>`;
		case 'emphasis':
			return html`<em>${spansHtml(span.spans)}</em>`;
		case 'deleted':
			return html`<del>${spansHtml(span.spans)}</del>`;
		case 'link':
			return linkHtml(span.href, spansHtml(span.spans));
		case 'break':
			return html`<br>\n`;
	}
}

/** Renders a link if it leads to the web or to an address for mail: anything else could run a script. */
function linkHtml(href: string, label: Html): Html {
	if (INTERNAL_LINK.test(href)) return label;
	if (/^(?:https?:\/\/|mailto:)/i.test(href)) return html`<a href="${href}">${label.text === '' ? href : label}</a>`;
	return label.text === '' ? html`${href}` : html`${label} (${href})`;
}

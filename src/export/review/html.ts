import type { Fact, ReviewModel, ReviewPart, ReviewSection } from '../../present/review/index.js';
import type { Line, Span } from '../../text/line.js';
import { tableHtml } from './html-table.js';
import { Html, html, NOTHING } from './html-text.js';
import { STYLE, STYLE_HASH } from './style.js';
import { curveHtml } from './svg.js';

/** Nothing is fetched, run or sent: the one thing that is allowed is the stylesheet with this hash. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** The artifact as one page that needs nothing beside itself. */
export function reviewHtml(model: ReviewModel): string {
	const { title, sections } = model;
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Design review: ${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
${headHtml(model)}
<nav aria-label="Sections"><ol>
${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>\n`)}</ol></nav>
<main>
${sections.map(sectionHtml)}</main>
<footer><p>Printed by Dispatch Board. “Not measured” is never counted as 0.</p></footer>
</body>
</html>
`.text;
}

function headHtml({ title, summary, verdict, cause, saving, counted, guardrails, readiness }: ReviewModel): Html {
	return html`<header>
<p class="kind">Design review</p>
<h1>${title}</h1>
<p class="summary">${summary}</p>
<div class="verdict ${verdict.tone ?? 'plain'}">
<p class="word">${verdict.text}</p>
<p class="cause">${cause}</p>
<p>${saving}</p>
${[...(counted ? [counted] : []), ...guardrails].map((line) => html`<p>${lineHtml(line)}</p>\n`)}
</div>
<div class="readiness">
<p>${spanHtml({ ...readiness.words, bold: true })}</p>
${readiness.gaps.length > 0 ? html`<ul class="${readiness.gaps.length > 4 ? 'many' : 'few'}">${readiness.gaps.map((gap) => html`<li>${gap}</li>`)}</ul>` : NOTHING}
</div>
</header>`;
}

const sectionHtml = ({
	id,
	title,
	parts,
}: ReviewSection): Html => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${parts.map(partHtml)}</section>
`;

function partHtml(part: ReviewPart): Html {
	switch (part.kind) {
		case 'words':
			return html`${part.lines.map((line) => html`<p>${lineHtml(line)}</p>\n`)}`;
		case 'facts':
			return factsHtml(part.facts);
		case 'topic':
			return html`<h3>${part.title}</h3>\n${factsHtml(part.facts)}`;
		case 'table':
			return tableHtml(part.table);
		case 'curve':
			return curveHtml(part.curve);
		case 'command':
			return html`<pre><code>${part.command}</code></pre>\n`;
	}
}

const factsHtml = (facts: readonly Fact[]): Html =>
	html`<dl>
${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${lineHtml(value)}</dd></div>\n`)}</dl>
`;

const lineHtml = (line: Line): Html => html`${line.map(spanHtml)}`;

/** The tone is a class; marks and words say it too. Each span keeps the direction of its writing to itself. */
function spanHtml({ text, tone = 'plain', bold = false }: Span): Html {
	const marked = html`<span class="${tone}">${text}</span>`;
	return bold ? html`<strong>${marked}</strong>` : marked;
}

import type { ReviewInput } from '../present/review/document.js';
import { type ReviewModel, reviewModel } from '../present/review/review.js';
import type { ReviewFormat } from './formats.js';
import { lineHtml, sectionHtml, spanHtml } from './html.js';
import { Html, html, NO_HTML } from './html-template.js';
import { renderReviewJson } from './json.js';
import { escapeText, markdownLine, markdownList, markdownSection, markdownSentence } from './markdown.js';
import { STYLESHEET, STYLESHEET_HASH } from './stylesheet.js';

/** Renders the artifact for a design review in the given format, ending with a line break. */
export function renderReview(input: ReviewInput, format: ReviewFormat): string {
	switch (format) {
		case 'md':
			return renderMarkdown(reviewModel(input));
		case 'html':
			return renderPage(reviewModel(input));
		case 'json':
			return renderReviewJson(input);
	}
}

/** Renders the artifact as GitHub Markdown, to be pasted into a pull request. */
function renderMarkdown(model: ReviewModel): string {
	const { title, summary, verdict, cause, saving, points, readiness, sections } = model;
	const blocks = [
		`# Design review: ${escapeText(title)}`,
		markdownLine(escapeText(summary)),
		`**${escapeText(verdict.text)}**: ${escapeText(cause)}`,
		markdownList([[{ text: saving }], ...points].map(markdownSentence)),
		[`**${escapeText(readiness.summary.text)}**`, ...readiness.gaps.map((gap) => markdownLine(escapeText(gap)))].join(
			'\n- ',
		),
		...sections.map(markdownSection),
	];
	return `${blocks.join('\n\n')}\n`;
}

/** Forbids fetching, running and sending anything; allows only the stylesheet with this hash. */
const POLICY = `default-src 'none'; style-src '${STYLESHEET_HASH}'; base-uri 'none'; form-action 'none'`;

/** Renders the artifact as one self-contained page. */
function renderPage(model: ReviewModel): string {
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
<style>${new Html(STYLESHEET)}</style>
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

function headHtml({ title, summary, verdict, cause, saving, points, readiness }: ReviewModel): Html {
	return html`<header>
<p class="kind">Design review</p>
<h1>${title}</h1>
<p class="summary">${summary}</p>
<div class="verdict ${verdict.tone ?? 'plain'}">
<p class="word">${verdict.text}</p>
<p class="cause">${cause}</p>
<p>${saving}</p>
${points.map((line) => html`<p>${lineHtml(line)}</p>\n`)}
</div>
<div class="readiness">
<p>${spanHtml({ ...readiness.summary, bold: true })}</p>
${readiness.gaps.length > 0 ? html`<ul class="${readiness.gaps.length > 4 ? 'many' : 'few'}">${readiness.gaps.map((gap) => html`<li>${gap}</li>`)}</ul>` : NO_HTML}
</div>
</header>`;
}

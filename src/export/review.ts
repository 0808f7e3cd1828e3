import type { ReviewInput } from '../present/review/document.js';
import { type ReviewModel, reviewModel } from '../present/review/review.js';
import type { ReviewFormat } from './formats.js';
import { lineHtml, sectionHtml, spanHtml } from './html.js';
import { type Html, html, NO_HTML } from './html-template.js';
import { renderReviewJson } from './json.js';
import { escapeText, markdownLine, markdownList, markdownSection, markdownSentence } from './markdown.js';
import { renderPage } from './page.js';

/** Renders the artifact for a design review in the given format, ending with a line break. */
export function renderReview(input: ReviewInput, format: ReviewFormat): string {
	switch (format) {
		case 'md':
			return renderMarkdown(reviewModel(input));
		case 'html':
			return renderReviewPage(reviewModel(input));
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

/** Renders the artifact as one self-contained page. */
function renderReviewPage(model: ReviewModel): string {
	const { title, sections } = model;
	return renderPage(
		`Design review: ${title}`,
		html`${headHtml(model)}
<nav aria-label="Sections"><ol>
${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>\n`)}</ol></nav>
<main>
${sections.map(sectionHtml)}</main>
<footer><p>Printed by Dispatch Board. “Not measured” is never counted as 0.</p></footer>`,
	);
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

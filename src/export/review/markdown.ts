import { drawPlot } from '../../present/curve/plot.js';
import type { CurveFigure, Fact, ReviewModel, ReviewPart, ReviewSection } from '../../present/review/index.js';
import { markdownLine, visible } from '../../text/visible.js';
import { escaped } from '../escaped.js';
import { fenced, markdownSentence, markdownTable } from '../markdown.js';

/** The artifact as GitHub Markdown, to be pasted into a pull request. */
export function reviewMarkdown(model: ReviewModel): string {
	const { title, summary, verdict, cause, saving, counted, guardrails, readiness, sections } = model;
	const blocks = [
		`# Design review: ${escaped(title)}`,
		markdownLine(escaped(summary)),
		`**${escaped(verdict.text)}**: ${escaped(cause)}`,
		[[{ text: saving }], ...(counted ? [counted] : []), ...guardrails]
			.map((line) => `- ${markdownSentence(line)}`)
			.join('\n'),
		[`**${escaped(readiness.words.text)}**`, ...readiness.gaps.map((gap) => `- ${markdownLine(escaped(gap))}`)].join(
			'\n',
		),
		...sections.map(sectionMarkdown),
	];
	return `${blocks.join('\n\n')}\n`;
}

const sectionMarkdown = ({ title, parts }: ReviewSection): string =>
	[`## ${escaped(title)}`, ...parts.map(partMarkdown)].join('\n\n');

function partMarkdown(part: ReviewPart): string {
	switch (part.kind) {
		case 'words':
			return part.lines.map(markdownSentence).join('\n\n');
		case 'facts':
			return factsMarkdown(part.facts);
		case 'topic':
			return `### ${escaped(part.title)}\n\n${factsMarkdown(part.facts)}`;
		case 'table':
			return `**${escaped(part.table.title)}**\n\n${markdownTable(part.table)}`;
		case 'curve':
			return curveMarkdown(part.curve);
		case 'command':
			return fenced(visible(part.command), 'sh');
	}
}

const factsMarkdown = (facts: readonly Fact[]): string =>
	facts.map(({ label, value }) => `- **${escaped(label)}**: ${markdownSentence(value)}`).join('\n');

/** As wide as a pull request shows without scrolling. */
const ROOM = { width: 96, height: 24, focus: null };

const curveMarkdown = ({ lines, now }: CurveFigure): string =>
	fenced(
		drawPlot(lines, now, ROOM)
			.map((line) =>
				line
					.map(({ text }) => text)
					.join('')
					.trimEnd(),
			)
			.join('\n'),
	);

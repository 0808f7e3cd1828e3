import type { LessonDocument, ScenarioDocument } from '../content/index.js';
import { fillFigures } from '../present/lesson/fill.js';
import { handoutBlocks } from '../present/lesson/handout.js';
import { layoutPage } from '../present/lesson/layout.js';
import type { PageBlock } from '../present/lesson/page.js';
import { textOf } from '../text/line.js';
import { stripInternalLinks } from '../text/prose-layout.js';
import { wrap } from '../text/width.js';
import type { HandoutFormat } from './formats.js';
import { escapeText, markdownParts, markdownRow } from './markdown.js';

export interface HandoutInput {
	readonly lesson: LessonDocument;
	/** The lesson's scenario. */
	readonly document: ScenarioDocument;
	/** Whether to print the answers, the hints and a solution, for the leader of a workshop. */
	readonly answers: boolean;
}

const WIDTH = 88;

/**
 * Renders a lesson as a handout that ends with a line break. Its live parts show the state in which the lesson starts.
 *
 * @param width columns of the text
 */
export function renderHandout(input: HandoutInput, format: HandoutFormat, width = WIDTH): string {
	return format === 'md' ? renderMarkdown(input) : renderText(input, width);
}

const blocksOf = ({ lesson, document, answers }: HandoutInput): readonly (readonly PageBlock[])[] =>
	handoutBlocks(lesson, document, answers);

const byline = ({ lesson, document }: HandoutInput): string =>
	`${lesson.part}, about ${lesson.minutes} minutes. Scenario: ${document.scenario.id}. Figures: ${document.source}`;

function renderText(input: HandoutInput, width: number): string {
	const { title } = input.lesson;
	const { lines } = layoutPage(blocksOf(input), { width, focus: null });
	const head = [title, '='.repeat(Math.min(title.length, width)), ...wrap(byline(input), width), ''];
	return `${[...head, ...lines.map((line) => textOf(line).trimEnd()), ...solutions(input)].join('\n').trimEnd()}\n`;
}

function renderMarkdown(input: HandoutInput): string {
	const parts = blocksOf(input).flatMap((blocks) => blocks.map(markdownPart));
	const solutionLines = solutions(input);
	return `${[`# ${escapeText(input.lesson.title)}`, `*${escapeText(byline(input))}*`, ...parts, ...(solutionLines.length > 0 ? [solutionLines.map((line) => escapeText(line)).join('\n\n')] : [])].join('\n\n').trimEnd()}\n`;
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
			return part.sentences.map((line) => `> ${escapeText(textOf(line).trim())}`).join('\n>\n');
	}
}

/** Returns one solution of each challenge, as edits that can be typed. */
function solutions({ lesson, document, answers }: HandoutInput): readonly string[] {
	if (!answers) return [];
	return lesson.blocks.flatMap((block) =>
		block.kind !== 'challenge'
			? []
			: [
					`A solution of “${fillFigures(block.goal, document.scenario)}”: ${Object.entries(block.solution)
						.map(([path, value]) => `${path}=${value ?? 'off'}`)
						.join(', ')}`,
				],
	);
}

import {
	computeLab,
	fill,
	handoutReading,
	type LessonDocument,
	type Line,
	layoutPage,
	type PageBlock,
	type PageLine,
	type Painters,
	pageBlocks,
	type ScenarioDocument,
	startOf,
	wrap,
} from '../present/index.js';
import { layoutPlainProse, withoutOwnLinks } from '../prose/index.js';
import { parseProse } from '../prose/parse.js';
import { escaped } from './escaped.js';
import type { HandoutFormat } from './formats.js';
import { markdownBlock } from './markdown.js';

export interface HandoutInput {
	readonly lesson: LessonDocument;
	/** The scenario that it is played on. */
	readonly document: ScenarioDocument;
	/** With what the questions hide, the hints, and a solution: for whoever leads a workshop. */
	readonly answers: boolean;
}

const WIDTH = 88;

/**
 * A lesson as a handout, its live parts filled in from its start, ending with a line break.
 *
 * @param width columns of the text
 */
export function handout(input: HandoutInput, format: HandoutFormat, width = WIDTH): string {
	return format === 'md' ? markdown(input) : text(input, width);
}

/** The blocks as they stand at the start, with nothing typed. */
function blocksOf({ lesson, document, answers }: HandoutInput): readonly (readonly PageBlock[])[] {
	const lab = computeLab(startOf(lesson, document.scenario), null, null);
	return pageBlocks({
		lesson,
		document,
		lab,
		reading: handoutReading(lesson, answers),
		focus: null,
		typing: null,
		paper: true,
	});
}

const byline = ({ lesson, document }: HandoutInput): string =>
	`${lesson.part}, about ${lesson.minutes} minutes. Scenario: ${document.scenario.id}. Figures: ${document.source}`;

function text(input: HandoutInput, width: number): string {
	const { title } = input.lesson;
	const { lines } = layoutPage(blocksOf(input), { width, focus: null }, PLAIN);
	const head = [title, '='.repeat(Math.min(title.length, width)), ...wrap(byline(input), width), ''];
	return `${[...head, ...lines.map(plainLine), ...solutions(input)].join('\n').trimEnd()}\n`;
}

/** Draws prose for a pipe or a file; of a lesson that somebody brings it is parsed here. */
const PLAIN: Painters = {
	prose: ({ markdown, blocks }, columns) => layoutPlainProse(blocks ?? parseProse(markdown), columns),
};

const plainLine = (line: PageLine): string => (typeof line === 'string' ? line : spans(line)).trimEnd();
const spans = (line: Line): string => line.map((span) => span.text).join('');

function markdown(input: HandoutInput): string {
	const parts = blocksOf(input).flatMap((blocks) => blocks.map(markdownPart));
	const more = solutions(input);
	return `${[`# ${escaped(input.lesson.title)}`, `*${escaped(byline(input))}*`, ...parts, ...(more.length > 0 ? [more.map((line) => escaped(line)).join('\n\n')] : [])].join('\n\n').trimEnd()}\n`;
}

function markdownPart(part: PageBlock): string {
	switch (part.kind) {
		case 'prose':
			return withoutOwnLinks(part.markdown);
		case 'artifact': {
			const { title, columns, rows } = part.artifact;
			const row = (cells: readonly (string | number)[]): string =>
				`| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`;
			return [
				`**${escaped(title)}**`,
				'',
				row(columns),
				`| ${columns.map(() => '---').join(' | ')} |`,
				...rows.map(row),
			].join('\n');
		}
		case 'live':
			return part.blocks
				.map(markdownBlock)
				.filter((block) => block !== '')
				.join('\n\n');
		case 'ruled':
			return part.sentences.map((line) => `> ${escaped(spans(line).trim())}`).join('\n>\n');
	}
}

/** One solution of each challenge, as edits that can be typed. */
function solutions({ lesson, document, answers }: HandoutInput): readonly string[] {
	if (!answers) return [];
	return lesson.blocks.flatMap((block) =>
		block.kind !== 'challenge'
			? []
			: [
					`A solution of “${fill(block.goal, document.scenario)}”: ${Object.entries(block.solution)
						.map(([path, value]) => `${path}=${value ?? 'off'}`)
						.join(', ')}`,
				],
	);
}

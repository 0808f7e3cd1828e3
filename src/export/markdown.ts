import { figuresFrom } from '../present/format/format.js';
import type { Block } from '../present/pane/block.js';
import { reportGaps } from '../present/review/report-figures.js';
import type { Cell, Line, TableModel } from '../text/line.js';
import { markdownLine } from '../text/visible.js';
import { escaped } from './escaped.js';
import type { ReportInput } from './formats.js';
import { allSections } from './sections.js';

/** The report as GitHub Markdown: every table a table, so that it reads well in a pull request. */
export function markdownReport({ lab, summary, source, notes, edits, baseline }: ReportInput): string {
	const set = [...edits.map((edit) => `--set ${edit}`), ...(baseline ?? []).map((edit) => `--baseline ${edit}`)];
	const sections = allSections(lab).map(({ title, blocks }) => {
		const parts = blocks.map(markdownBlock);
		return `## ${escaped(title)}\n\n${parts.filter((part) => part !== '').join('\n\n')}`;
	});
	const missing = reportGaps(lab).notMeasured;
	const state = [
		...(set.length > 0 ? [`State: \`${set.join(' ')}\``] : []),
		...(missing.length > 0 ? [`not measured: ${missing.join(', ')}`] : []),
	];
	return `${[`# ${escaped(lab.scenario.title)}`, markdownLine(escaped(summary)), `Figures: ${escaped(figuresFrom(source, notes))}`, ...state, ...sections].join('\n\n')}\n`;
}

/** One block of a pane as Markdown; empty where it is only space. */
export function markdownBlock(block: Block): string {
	switch (block.kind) {
		case 'table':
			return markdownTable(block.table);
		case 'words':
			return block.sentences.map((line) => `- ${markdownSentence(line)}`).join('\n');
		case 'drawing':
			return fenced(block.draw(DRAWING).map(plain).join('\n'));
		case 'spare':
			return block.blocks.map(markdownBlock).join('\n\n');
		case 'space':
			return '';
	}
}

/** A table of a pane, with its notes under it. */
export function markdownTable({ columns, rows, notes }: TableModel): string {
	const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
	return [
		row(columns.map((column) => escaped(column.label))),
		row(columns.map((column) => (column.align === 'right' ? '---:' : ':---'))),
		...rows.map(({ cells, kind }) => row(columns.map((_, i) => strong(cells[i], kind === 'total')))),
		...notes.map((note) => `\n${escaped(note)}`),
	].join('\n');
}

function strong(cell: Cell | undefined, on: boolean): string {
	const text = escaped(cell?.text ?? '');
	return on && text !== '' ? `**${text}**` : text;
}

/** As it stands, whatever it holds: a fence ends at backticks that are as many as its own. */
export function fenced(text: string, language = 'text'): string {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language}\n${text}\n${fence}`;
}

/** Room for a diagram between other text. */
const DRAWING = { width: 100, height: 21, focus: null };

const plain = (line: Line): string =>
	line
		.map(({ text }) => text)
		.join('')
		.trimEnd();

/** Spans as one line, which opens no block whatever they hold. */
export const markdownSentence = (line: Line): string =>
	markdownLine(
		line
			.map(({ text, bold }) =>
				bold ? text.replace(/^(\s*)(.*?)(\s*)$/s, (_, a, b, c) => `${a}**${escaped(b)}**${c}`) : escaped(text),
			)
			.join(''),
	);

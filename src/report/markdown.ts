import { type Block, type Cell, type Line, reportSections, type TableModel } from '../present/index.js';
import type { ReportInput } from './report.js';

/** The report as GitHub Markdown: every table a table, so that it reads well in a pull request. */
export function markdownReport({ lab, summary, source, edits, baseline }: ReportInput): string {
	const set = [...edits.map((edit) => `--set ${edit}`), ...(baseline ?? []).map((edit) => `--baseline ${edit}`)];
	const sections = reportSections(lab).map(({ title, blocks }) => {
		const parts = blocks.map(markdownBlock);
		return `## ${escaped(title)}\n\n${parts.filter((part) => part !== '').join('\n\n')}`;
	});
	const state = set.length > 0 ? [`State: \`${set.join(' ')}\``] : [];
	return `${[`# ${escaped(lab.scenario.title)}`, escaped(summary), `Figures: ${escaped(source)}`, ...state, ...sections].join('\n\n')}\n`;
}

function markdownBlock(block: Block): string {
	switch (block.kind) {
		case 'table':
			return markdownTable(block.table);
		case 'words':
			return block.sentences.map((line) => `- ${sentence(line)}`).join('\n');
		case 'drawing':
			return `\`\`\`text\n${block.draw(DRAWING).map(plain).join('\n')}\n\`\`\``;
		case 'spare':
			return block.blocks.map(markdownBlock).join('\n\n');
		case 'space':
			return '';
	}
}

function markdownTable({ columns, rows, notes }: TableModel): string {
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

/** Room for a diagram between other text. */
const DRAWING = { width: 100, height: 21, focus: null };

const plain = (line: Line): string =>
	line
		.map(({ text }) => text)
		.join('')
		.trimEnd();

const sentence = (line: Line): string =>
	line
		.map(({ text, bold }) =>
			bold ? text.replace(/^(\s*)(.*?)(\s*)$/s, (_, a, b, c) => `${a}**${escaped(b)}**${c}`) : escaped(text),
		)
		.join('')
		.trim();

/** Text that somebody wrote, so that it cannot open a tag, a link or a column. */
const escaped = (text: string): string =>
	text
		.replace(/[\\`*_[\]|]/g, '\\$&')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');

import type { Block } from '../present/pane/block.js';
import { layoutPane } from '../present/pane/pane-layout.js';
import { type Part, type Section, sentenceList } from '../present/review/document.js';
import { type Line, textOf } from '../text/line.js';

/** Room for a drawing between other text. */
export const DRAWING_ROOM = { width: 100, height: 21, focus: null };

/** Renders a section as plain text: no colours, no control sequences. */
export function textSection({ title, parts }: Section, width: number): string {
	const pane = { id: 'board', title, blocks: parts.flatMap(asBlocks) } as const;
	const lines = layoutPane(pane, { width, height: Number.POSITIVE_INFINITY, focus: null, namesDropped: true });
	return [...textHeading(title), ...lines.map(plainLine)].join('\n');
}

export const textHeading = (title: string): readonly string[] => [title, '-'.repeat(title.length)];

export const plainLine = (line: Line): string => textOf(line).trimEnd();

/** Returns a part as blocks of a pane, including the parts that only documents have. */
function asBlocks(part: Part): readonly Block[] {
	switch (part.kind) {
		case 'table':
			return part.captioned ? [sentenceList([[{ text: part.table.title }]]), part] : [part];
		case 'heading':
			return [{ kind: 'space' }, sentenceList([[{ text: part.text }]])];
		case 'facts':
			return [sentenceList(part.facts.map(({ label, value }) => [{ text: `${label}: ` }, ...value]))];
		case 'command':
			return [sentenceList([[{ text: part.command }]])];
		default:
			return [part];
	}
}

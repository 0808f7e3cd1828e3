import type { Block } from '../present/pane/block.js';
import { layoutPane } from '../present/pane/pane-layout.js';
import { type Part, type Section, sentenceList } from '../present/review/document.js';
import { type Line, textOf } from '../text/line.js';
import { trimLineEnd } from '../text/line-layout.js';

/** Turns a line into text, with or without escape sequences. */
export type DrawLine = (line: Line) => string;

/** Room for a drawing between other text. */
export const DRAWING_ROOM = { width: 100, height: 21, focus: null };

/**
 * Renders a section as text.
 *
 * @param draw draws its lines; by default without colours
 */
export function textSection({ title, parts }: Section, width: number, draw: DrawLine = textOf): string {
	const pane = { id: 'board', title, blocks: parts.flatMap(asBlocks) } as const;
	const lines = layoutPane(pane, { width, height: Number.POSITIVE_INFINITY, focus: null, namesDropped: true });
	return [...textHeading(title), ...lines].map((line) => draw(trimLineEnd(line))).join('\n');
}

export const plainLine = (line: Line): string => textOf(line).trimEnd();

export const textHeading = (title: string): readonly Line[] => [
	[{ text: title, tone: 'title' }],
	[{ text: '-'.repeat(title.length), tone: 'dim' }],
];

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

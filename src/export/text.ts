import type { Block } from '../present/pane/block.js';
import { layoutPane } from '../present/pane/pane-layout.js';
import type { Part, Section } from '../present/review/document.js';
import type { Line } from '../text/line.js';

/** Prints a section as plain text: no colours, no control sequences. */
export function textSection({ title, parts }: Section, width: number): string {
	const pane = { id: 'board', title, blocks: parts.flatMap(asBlocks) } as const;
	const lines = layoutPane(pane, { width, height: Number.POSITIVE_INFINITY, focus: null });
	return [...textHeading(title), ...lines.map(plainLine)].join('\n');
}

export const textHeading = (title: string): readonly string[] => [title, '-'.repeat(title.length)];

export const plainLine = (line: Line): string => plainText(line).trimEnd();

export const plainText = (line: Line): string => line.map(({ text }) => text).join('');

/** What only paper has, as a pane would show it. */
function asBlocks(part: Part): readonly Block[] {
	switch (part.kind) {
		case 'table':
			return part.captioned ? [words([{ text: part.table.title }]), part] : [part];
		case 'heading':
			return [{ kind: 'space' }, words([{ text: part.text }])];
		case 'facts':
			return [words(...part.facts.map(({ label, value }) => [{ text: `${label}: ` }, ...value]))];
		case 'command':
			return [words([{ text: part.command }])];
		default:
			return [part];
	}
}

const words = (...sentences: readonly Line[]): Block => ({ kind: 'words', sentences, lines: 0 });

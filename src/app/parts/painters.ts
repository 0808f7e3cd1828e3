import type { Painters } from '../../present/lesson/layout.js';
import { layoutProse } from '../../text/blocks.js';
import type { ProseBlock } from '../../text/prose.js';

/** A text is drawn again with every key, and stays the same. */
const drawnBefore = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 300;

/** Draws the prose of a lesson. */
export const PAINTERS: Painters = {
	prose({ markdown, blocks }, columns) {
		const key = `${columns} ${markdown}`;
		const known = drawnBefore.get(key);
		if (known) return known;
		if (drawnBefore.size >= MOST_REMEMBERED) drawnBefore.clear();
		const lines = layoutProse(blocks ?? unparsed(markdown), columns);
		drawnBefore.set(key, lines);
		return lines;
	},
};

/** What ships is parsed; a text that is not is shown as it is written. */
const unparsed = (markdown: string): readonly ProseBlock[] => [{ kind: 'verbatim', lines: markdown.split('\n') }];

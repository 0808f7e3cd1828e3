import type { Painters } from '../../present/index.js';

export type Prose = typeof import('../../prose/index.js');

/** A text is drawn again with every key, and stays the same. */
const drawnBefore = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 300;

/** @param prose null: it is still being loaded */
export const paintersOf = (prose: Prose | null): Painters => ({
	markdown(source, columns) {
		if (!prose) return ['…'];
		const key = `${columns} ${source}`;
		const known = drawnBefore.get(key);
		if (known) return known;
		if (drawnBefore.size >= MOST_REMEMBERED) drawnBefore.clear();
		const lines = prose.renderMarkdown(source, columns);
		drawnBefore.set(key, lines);
		return lines;
	},
});

import { GOING } from '../../src/app/going.js';
import { openLab } from '../../src/board/lab.js';
import type { Surroundings } from '../../src/screens/around.js';

/** Builds an environment without lessons, drills and worksheets, in which a scenario opens as loaded. */
export const plainAround = (
	given: Pick<Surroundings, 'panes' | 'find' | 'grid'> & Partial<Surroundings>,
): Surroundings => ({
	go: GOING,
	lessons: [],
	drills: () => null,
	sheets: () => null,
	markdown: () => null,
	now: () => 0,
	items: () => [],
	search: () => [],
	nameOf: (id) => id,
	reopen: (opened) => ({ lab: openLab(opened), pane: given.panes[0] ?? '', focus: {} }),
	...given,
});

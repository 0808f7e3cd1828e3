import { currentEntry, type Lab } from '../board/lab.js';

/** Returns the notice that a scenario opens as it was left, and the way back to its file; null: it opens as in its file. */
export function leftText(lab: Lab): string | null {
	const { edits, baseline } = currentEntry(lab);
	if (edits.length === 0) return baseline ? 'as you left it: a baseline is pinned; B unpins it' : null;
	return `as you left it: ${edits.length === 1 ? '1 edit' : `${edits.length} edits`}; X puts the file’s numbers back`;
}

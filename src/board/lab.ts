import type { Edit } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';

/** A scenario with edits applied. */
export interface Snapshot {
	readonly scenario: Scenario;
	/** Edits that produce it from the loaded scenario, in an order in which they can be applied. */
	readonly edits: readonly Edit[];
}

/** One entry of the undo history. */
export interface HistoryEntry extends Snapshot {
	/** The pinned baseline; null: the scenario's own. */
	readonly baseline: Snapshot | null;
	/** What the reader did, in words. */
	readonly description: string;
	/** Made by a lesson, not by the reader: undo in a lesson stops here. */
	readonly byLesson?: true;
}

/** The reader's work on one scenario. */
export interface Lab {
	readonly loaded: Scenario;
	/** Oldest first; starts with the scenario as loaded. */
	readonly history: readonly HistoryEntry[];
	/** Index of the current entry of the history. */
	readonly position: number;
	/**
	 * The state before the last change, with which deltas compare; null: no change yet. Several edits of one input in a
	 * row are one change.
	 */
	readonly before: Scenario | null;
	/** Path of the input that the last change edited; null: it was no edit of one input. */
	readonly editedPath: string | null;
}

/** Returns a lab without edits. */
export const openLab = (scenario: Scenario): Lab => ({
	loaded: scenario,
	history: [{ scenario, edits: [], baseline: null, description: 'opened' }],
	position: 0,
	before: null,
	editedPath: null,
});

/** Returns a lab with the edits and the baseline of an earlier session. */
export const restoreLab = (loaded: Scenario, now: Snapshot, baseline: Snapshot | null): Lab => ({
	loaded,
	history: [
		{ scenario: loaded, edits: [], baseline: null, description: 'opened' },
		{ ...now, baseline, description: 'came back to the edits of last time' },
	],
	position: 1,
	before: null,
	editedPath: null,
});

/** Returns the current entry of the history. */
export function currentEntry(lab: Lab): HistoryEntry {
	const entry = lab.history[lab.position];
	if (!entry) throw new Error(`history has no point ${lab.position}`);
	return entry;
}

/**
 * Adds an entry after the current one and discards undone entries.
 *
 * @param editedPath path of the input that was edited; null: the entry is no edit of one input
 */
export function recordEntry(
	lab: Lab,
	entry: Omit<HistoryEntry, 'baseline'> & { readonly baseline?: Snapshot | null },
	editedPath: string | null = null,
): Lab {
	const { scenario, baseline } = currentEntry(lab);
	const history = [...lab.history.slice(0, lab.position + 1), { baseline, ...entry }];
	const continues = editedPath !== null && editedPath === lab.editedPath;
	return { ...lab, history, position: history.length - 1, before: continues ? lab.before : scenario, editedPath };
}

/** Records an entry made by a lesson, without marking anything on screen as changed. */
export const recordLessonEntry = (lab: Lab, entry: Parameters<typeof recordEntry>[1]): Lab => ({
	...recordEntry(lab, { ...entry, byLesson: true }),
	before: null,
});

/** Moves through the history by `steps` (negative: undo), stopping at its ends. */
export function moveInHistory(lab: Lab, steps: number): Lab {
	const at = Math.min(lab.history.length - 1, Math.max(0, lab.position + steps));
	return at === lab.position ? lab : { ...lab, position: at, before: currentEntry(lab).scenario, editedPath: null };
}

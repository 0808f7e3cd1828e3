import type { Edit } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';

/** A scenario as some edits left it. */
export interface Snapshot {
	readonly scenario: Scenario;
	/** What makes it from the scenario as loaded, in an order in which it can be applied. */
	readonly edits: readonly Edit[];
}

/** One point of the history. */
export interface Entry extends Snapshot {
	/** The pinned baseline; null: the scenario's own. */
	readonly baseline: Snapshot | null;
	/** What was done to get here, in words. */
	readonly did: string;
	/** A lesson did it, and not the reader: undo in a lesson stops here. */
	readonly byLesson?: true;
}

/** The reader's work on one scenario. */
export interface Lab {
	readonly loaded: Scenario;
	/** Oldest first; the first is the scenario as loaded. */
	readonly history: readonly Entry[];
	/** The present point of the history. */
	readonly at: number;
	/** The state that deltas compare with: what was on screen before the last change. */
	readonly before: Scenario | null;
}

/** A lab in which nothing has been done yet. */
export const openLab = (scenario: Scenario): Lab => ({
	loaded: scenario,
	history: [{ scenario, edits: [], baseline: null, did: 'opened' }],
	at: 0,
	before: null,
});

/** A lab that comes back with the edits and the baseline of another time. */
export const reopenLab = (loaded: Scenario, now: Snapshot, baseline: Snapshot | null): Lab => ({
	loaded,
	history: [
		{ scenario: loaded, edits: [], baseline: null, did: 'opened' },
		{ ...now, baseline, did: 'came back to the edits of last time' },
	],
	at: 1,
	before: null,
});

/** The present point. */
export function present(lab: Lab): Entry {
	const entry = lab.history[lab.at];
	if (!entry) throw new Error(`history has no point ${lab.at}`);
	return entry;
}

/** Adds a point after the present one; what was undone before it is given up. */
export function record(lab: Lab, entry: Omit<Entry, 'baseline'> & { readonly baseline?: Snapshot | null }): Lab {
	const { scenario, baseline } = present(lab);
	const history = [...lab.history.slice(0, lab.at + 1), { baseline, ...entry }];
	return { ...lab, history, at: history.length - 1, before: scenario };
}

/** As `record`, for what the reader did not do: nothing is marked as changed by it. */
export const recordQuietly = (lab: Lab, entry: Parameters<typeof record>[1]): Lab => ({
	...record(lab, { ...entry, byLesson: true }),
	before: null,
});

/** Moves along the history by steps, as far as it goes. */
export function travel(lab: Lab, steps: number): Lab {
	const at = Math.min(lab.history.length - 1, Math.max(0, lab.at + steps));
	return at === lab.at ? lab : { ...lab, at, before: present(lab).scenario };
}

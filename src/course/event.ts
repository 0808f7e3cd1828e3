import type { Reading } from './reading.js';

/** Version of the journal lines that this program writes. */
export const VERSION = 1;

/** A scenario was opened. */
export interface Opened {
	readonly type: 'opened';
	readonly scenario: string;
	/** File that it was read from; null: shipped with the program. */
	readonly file: string | null;
}

/** The reader moved to a pane or an input of a scenario. */
export interface Placed {
	readonly type: 'placed';
	readonly scenario: string;
	readonly pane: string;
	/** Path of the focused input; null: none. */
	readonly focus: string | null;
}

/** An edit, a reset, an undo or a pin. Holds the whole state after it, so that the last event wins. */
export interface Edited {
	readonly type: 'edited';
	readonly scenario: string;
	/** All edits in force, as `PATH=VALUE`. */
	readonly edits: readonly string[];
	/** Edits of the pinned baseline; null: the scenario's own baseline. */
	readonly baseline: readonly string[] | null;
}

/** A metric was guessed before its value was shown. */
export interface Predicted {
	readonly type: 'predicted';
	readonly scenario: string;
	readonly name: string;
	readonly metric: string;
	/** In the metric's unit, like `truth` and `error`. */
	readonly guess: number;
	/** null: not measured. */
	readonly truth: number | null;
	/** guess − truth; null if `truth` is. */
	readonly error: number | null;
}

/** The reader went to another screen. */
export interface Went {
	readonly type: 'went';
	readonly screen: string;
	/** Id of the open lesson; null: none. */
	readonly lesson: string | null;
}

/** The reader read or did something in a lesson. Holds the whole state after it, so that the last event wins. */
export interface Read extends Reading {
	readonly type: 'read';
	readonly lesson: string;
}

/** A drill question was answered. */
export interface AnsweredEvent {
	readonly type: 'answered';
	readonly card: string;
	readonly text: string;
}

/** A drill answer was graded: 1 again, 2 hard, 3 good, 4 easy. */
export interface Reviewed {
	readonly type: 'reviewed';
	readonly card: string;
	readonly grade: 1 | 2 | 3 | 4;
	/** Time of the review, ISO 8601 in UTC; `at` of the line is when it was written. */
	readonly when: string;
}

/** The last grade of a card was undone. */
export interface Unreviewed {
	readonly type: 'unreviewed';
	readonly card: string;
}

/** An event about a scenario, without its stamp. */
export type ScenarioHappening = Opened | Placed | Edited | Predicted;

/** An event without its stamp. */
export type Happening = ScenarioHappening | Went | Read | AnsweredEvent | Reviewed | Unreviewed;

/** Version, time and program run of a journal line. */
export interface Stamp {
	readonly v: typeof VERSION;
	/** ISO 8601 in UTC. */
	readonly at: string;
	readonly run: string;
}

/** A line of the journal. */
export type JournalEvent = Stamp & Happening;

/** Adds the stamp that makes an event a journal line. */
export const stampEvent = (body: Happening, at: string, run: string): JournalEvent => ({
	v: VERSION,
	at,
	run,
	...body,
});

import type { Reading } from './reading.js';

/** The version of the journal's lines that this program writes. */
export const VERSION = 1;

/** A scenario was opened. */
export interface Opened {
	readonly type: 'opened';
	readonly scenario: string;
	/** The file that it was read from; null: it came with the program. */
	readonly file: string | null;
}

/** The reader went somewhere within a scenario. */
export interface Placed {
	readonly type: 'placed';
	readonly scenario: string;
	readonly pane: string;
	/** Path of the focused input; null: none is. */
	readonly focus: string | null;
}

/** An input was changed, put back, undone or pinned. Says the whole state after it, so that the last one wins. */
export interface Edited {
	readonly type: 'edited';
	readonly scenario: string;
	/** `PATH=VALUE` of every edit in force. */
	readonly edits: readonly string[];
	/** The same of the pinned baseline; null: the scenario's own. */
	readonly baseline: readonly string[] | null;
}

/** Somebody guessed a metric, and then looked. */
export interface Predicted {
	readonly type: 'predicted';
	readonly scenario: string;
	readonly name: string;
	readonly metric: string;
	/** In the metric's unit, as truth and error are. */
	readonly guess: number;
	/** null: not measured. */
	readonly truth: number | null;
	/** guess − truth; null where there is no truth. */
	readonly error: number | null;
}

/** Which screen was gone to. */
export interface Went {
	readonly type: 'went';
	readonly screen: string;
	/** The lesson that is open; null: none is. */
	readonly lesson: string | null;
}

/** Something was read or done in a lesson. Says the whole state of it, so that the last one wins. */
export interface Read extends Reading {
	readonly type: 'read';
	readonly lesson: string;
}

/** A question of a drill was answered. */
export interface AnsweredEvent {
	readonly type: 'answered';
	readonly card: string;
	readonly text: string;
}

/** An answer was graded: 1 again, 2 hard, 3 good, 4 easy. */
export interface Reviewed {
	readonly type: 'reviewed';
	readonly card: string;
	readonly grade: 1 | 2 | 3 | 4;
	/** When: ISO 8601 in UTC. The line's own time is when it was written. */
	readonly when: string;
}

/** The last grade of a card was taken back. */
export interface Unreviewed {
	readonly type: 'unreviewed';
	readonly card: string;
}

/** What a reader did with a scenario. */
export type ScenarioHappening = Opened | Placed | Edited | Predicted;

/** What a reader did. */
export type Happening = ScenarioHappening | Went | Read | AnsweredEvent | Reviewed | Unreviewed;

/** When and by which run of the program a line was written. */
export interface Stamp {
	readonly v: typeof VERSION;
	/** ISO 8601 in UTC. */
	readonly at: string;
	readonly run: string;
}

/** A line of the journal. */
export type JournalEvent = Stamp & Happening;

/** A happening as a line of the journal. */
export const stampEvent = (happening: Happening, at: string, run: string): JournalEvent => ({
	v: VERSION,
	at,
	run,
	...happening,
});

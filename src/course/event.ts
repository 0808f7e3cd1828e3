import type { LessonReading } from './lesson-state.js';

/** Version of the journal lines that this program writes. */
export const JOURNAL_VERSION = 1;

/** A scenario was opened. */
export interface OpenedEvent {
	readonly type: 'opened';
	readonly scenario: string;
	/** File that it was read from; null: shipped with the program. */
	readonly file: string | null;
}

/** The reader moved to a pane or an input of a scenario. */
export interface PlacedEvent {
	readonly type: 'placed';
	readonly scenario: string;
	readonly pane: string;
	/** Path of the focused input; null: none. */
	readonly focus: string | null;
}

/** An edit, a reset, an undo or a pin. Contains the whole state after it, so that the last event wins. */
export interface EditedEvent {
	readonly type: 'edited';
	readonly scenario: string;
	/** All edits in force, as `PATH=VALUE`. */
	readonly edits: readonly string[];
	/** Edits of the pinned baseline; null: the scenario's own baseline. */
	readonly baseline: readonly string[] | null;
	/** Id of the lesson in which it was made; missing: it was made in the lab, or by a version that did not record it. */
	readonly lesson?: string;
}

/** A metric was guessed before its value was shown. */
export interface PredictedEvent {
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
export interface WentEvent {
	readonly type: 'went';
	readonly screen: string;
	/** Id of the open lesson; null: none. */
	readonly lesson: string | null;
}

/** The reader read or did something in a lesson. Contains the whole state after it, so that the last event wins. */
export interface ReadEvent extends LessonReading {
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
export interface ReviewedEvent {
	readonly type: 'reviewed';
	readonly card: string;
	readonly grade: 1 | 2 | 3 | 4;
	/** Time of the review, ISO 8601 in UTC; `at` of the line is when it was written. */
	readonly when: string;
}

/** The last grade of a card was undone. */
export interface UnreviewedEvent {
	readonly type: 'unreviewed';
	readonly card: string;
}

/** An event about a scenario, without its stamp. */
export type ScenarioEventBody = OpenedEvent | PlacedEvent | EditedEvent | PredictedEvent;

/** An event without its stamp. */
export type EventBody = ScenarioEventBody | WentEvent | ReadEvent | AnsweredEvent | ReviewedEvent | UnreviewedEvent;

/** Version, time and program run of a journal line. */
export interface EventStamp {
	readonly v: typeof JOURNAL_VERSION;
	/** ISO 8601 in UTC. */
	readonly at: string;
	readonly run: string;
}

/** A line of the journal. */
export type JournalEvent = EventStamp & EventBody;

/** Adds the stamp that makes an event a journal line. */
export const stampEvent = (body: EventBody, at: string, run: string): JournalEvent => ({
	v: JOURNAL_VERSION,
	at,
	run,
	...body,
});

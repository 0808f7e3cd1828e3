/** How well a card was remembered: 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

export const GRADES: readonly Grade[] = [1, 2, 3, 4];

/** One graded answer to a card. */
export interface Review {
	/** `recall/R1`, `numbers/blended-cost`, `diagnose/F3`, `diagrams/trace`. */
	readonly card: string;
	/** ISO 8601 in UTC. */
	readonly at: string;
	readonly grade: Grade;
}

/** Format of times in the journal. Without the Z, a time would depend on the machine's time zone. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** Parses an ISO 8601 time in UTC with a four-digit year into milliseconds since 1970; null for any other text. */
export function parseTime(at: string): number | null {
	const ms = TIME.test(at) ? Date.parse(at) : Number.NaN;
	return Number.isNaN(ms) ? null : ms;
}

/** Formats a time as reviews store it; an invalid date gives a text that cannot be read back. */
export const formatTime = (moment: Date): string => (Number.isNaN(moment.getTime()) ? 'unknown' : moment.toISOString());

/** State of a card after all its reviews. */
export interface CardState {
	/** When to ask it again: ISO 8601 in UTC. */
	readonly due: string;
	/** Days until the probability of remembering falls to 90%. */
	readonly stability: number;
	/** Difficulty of memorising it, 1..10. */
	readonly difficulty: number;
	/** Number of reviews. */
	readonly reps: number;
	/** Times it was forgotten after it had been learnt; an “again” during learning does not count. */
	readonly lapses: number;
	/** Last grade. */
	readonly grade: Grade;
	/** Learning and relearning use steps of minutes, review uses days. */
	readonly phase: Phase;
	/** Step within the phase, from 0. */
	readonly step: number;
	/** Time of the last review: ISO 8601 in UTC; null if none of its reviews has a valid time. */
	readonly reviewed: string | null;
}

export type Phase = 'learning' | 'review' | 'relearning';

/** States by card id, in the order of the first review. A missing card was never reviewed. */
export type Schedule = ReadonlyMap<string, CardState>;

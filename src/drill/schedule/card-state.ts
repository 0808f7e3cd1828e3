/** How well a card was remembered: 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

export const GRADES: readonly Grade[] = [1, 2, 3, 4];

/** A card was answered and graded. */
export interface Review {
	/** `recall/R1`, `numbers/blended-cost`, `diagnose/F3`, `diagrams/trace`. */
	readonly card: string;
	/** ISO 8601 in UTC. */
	readonly at: string;
	readonly grade: Grade;
}

/** The form in which the journal writes a time. Without the Z a time would depend on the zone of the machine. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** @returns milliseconds since 1970; null: not a time in ISO 8601, UTC, of a year of four digits */
export function readTime(at: string): number | null {
	const ms = TIME.test(at) ? Date.parse(at) : Number.NaN;
	return Number.isNaN(ms) ? null : ms;
}

/** A moment as a review says it; one that is no moment gives a text that `readTime` refuses. */
export const timeText = (moment: Date): string => (Number.isNaN(moment.getTime()) ? 'unknown' : moment.toISOString());

/** What the reviews of one card add up to. */
export interface CardState {
	/** When it should be asked again: ISO 8601 in UTC. */
	readonly due: string;
	/** Days after which it is remembered with a probability of 90%. */
	readonly stability: number;
	/** How hard it is to make it last, 1..10. */
	readonly difficulty: number;
	/** How often it was reviewed. */
	readonly reps: number;
	/** How often it was forgotten after it had been learnt: an “again” while it is still being learnt is none. */
	readonly lapses: number;
	/** The last grade. */
	readonly grade: Grade;
	/** Learning and relearning go by steps of minutes, review by days. */
	readonly phase: Phase;
	/** The step of the phase, from 0. */
	readonly step: number;
	/** When it was reviewed last: ISO 8601 in UTC; null: no review of it has a time that can be read. */
	readonly reviewed: string | null;
}

export type Phase = 'learning' | 'review' | 'relearning';

/** By card, in the order of the first review. A card that is not in it was never reviewed. */
export type Schedule = ReadonlyMap<string, CardState>;

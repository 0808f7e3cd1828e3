import type { Grade } from './review.js';

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

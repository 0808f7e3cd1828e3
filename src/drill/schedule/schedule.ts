import { type CardState, type Review, readTime, type Schedule } from './card-state.js';
import { graded } from './memory.js';

/**
 * Computes the schedule by replaying the reviews in order: the log is the only stored state. Never throws on an invalid
 * time, and copes with clocks that went back.
 */
export function scheduleOf(reviews: readonly Review[]): Schedule {
	const cards = new Map<string, CardState>();
	for (const review of reviews) cards.set(review.card, nextState(cards, review));
	return cards;
}

/** Returns the schedule after one more review, the same as replaying all reviews with this one last. */
export const reviewed = (schedule: Schedule, review: Review): Schedule =>
	new Map(schedule).set(review.card, nextState(schedule, review));

const nextState = (schedule: Schedule, { card, at, grade }: Review): CardState =>
	graded(schedule.get(card) ?? null, readTime(at), grade);

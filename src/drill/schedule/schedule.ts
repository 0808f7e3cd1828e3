import { type CardState, type Review, readTime, type Schedule } from './card-state.js';
import { graded } from './memory.js';

/**
 * What reviews add up to, replayed in their order: the log is the truth, and nothing else is kept. Never throws for
 * a time, whatever it says; see `graded` for what becomes of clocks that went back.
 */
export function scheduleOf(reviews: readonly Review[]): Schedule {
	const cards = new Map<string, CardState>();
	for (const review of reviews) cards.set(review.card, after(cards, review));
	return cards;
}

/** A schedule after one more review: the same as replaying the reviews behind it and then this one. */
export const reviewed = (schedule: Schedule, review: Review): Schedule =>
	new Map(schedule).set(review.card, after(schedule, review));

const after = (schedule: Schedule, { card, at, grade }: Review): CardState =>
	graded(schedule.get(card) ?? null, readTime(at), grade);

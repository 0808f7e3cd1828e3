import { type CardState, parseTime, type Review, type Schedule } from './card-state.js';
import { applyGrade } from './fsrs.js';

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
export const applyReview = (schedule: Schedule, review: Review): Schedule =>
	new Map(schedule).set(review.card, nextState(schedule, review));

const nextState = (schedule: Schedule, { card, at, grade }: Review): CardState =>
	applyGrade(schedule.get(card) ?? null, parseTime(at), grade);

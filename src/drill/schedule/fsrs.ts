import { createEmptyCard, type Card as FsrsCard, fsrs, State } from 'ts-fsrs';
import type { CardState, Grade, Phase } from './card-state.js';

/**
 * FSRS-6 with its published weights, set for drills of ten minutes:
 *
 * - No fuzz. Fuzz randomly spreads cards that are due on the same day. With a few dozen cards there is little to
 *   spread, and the reader sees the interval before choosing the grade: a wrong preview is worse than cards that bunch.
 * - Steps of two minutes after “again”, for new and forgotten cards alike: an answer takes about as long, so a failed
 *   card comes back after one or two others, within the same session. “Good” on a new card means ten minutes once,
 *   then days; on a forgotten card it means days at once.
 * - At most a year: the subject changes faster than memory fades.
 */
const SCHEDULER = fsrs({
	request_retention: 0.9,
	maximum_interval: 365,
	enable_fuzz: false,
	enable_short_term: true,
	learning_steps: ['2m', '10m'],
	relearning_steps: ['2m'],
});

/**
 * Returns the state of a card after one more review.
 *
 * A review is never earlier than the previous one of the same card: if the clock went back or the time is invalid
 * (null), the previous review's time counts. If no earlier review had a valid time either, the card is due at once (in
 * 1970), and the next review with a valid time counts no elapsed days.
 *
 * @param before null for the first review
 * @param at milliseconds since 1970; null if the time is invalid
 */
export function applyGrade(before: CardState | null, at: number | null, grade: Grade): CardState {
	const last = before?.reviewed == null ? null : Date.parse(before.reviewed);
	const time = last === null ? at : Math.max(last, at ?? last);
	const now = new Date(time ?? 0);
	const card = before ? fsrsCard(before, new Date(last ?? now)) : createEmptyCard(now);
	const after = SCHEDULER.next(card, now, grade).card;
	return {
		due: after.due.toISOString(),
		stability: after.stability,
		difficulty: after.difficulty,
		reps: after.reps,
		lapses: after.lapses,
		grade,
		phase: phaseOf(after.state),
		step: after.learning_steps,
		reviewed: time === null ? null : now.toISOString(),
	};
}

const STATES = { learning: State.Learning, review: State.Review, relearning: State.Relearning } as const;

function phaseOf(state: State): Phase {
	if (state === State.Review) return 'review';
	return state === State.Relearning ? 'relearning' : 'learning';
}

/** Converts to the card of ts-fsrs, which derives elapsed days from the times; so its day fields can be 0. */
const fsrsCard = ({ due, stability, difficulty, reps, lapses, phase, step }: CardState, reviewed: Date): FsrsCard => ({
	due: new Date(due),
	stability,
	difficulty,
	elapsed_days: 0,
	scheduled_days: 0,
	learning_steps: step,
	reps,
	lapses,
	state: STATES[phase],
	last_review: reviewed,
});

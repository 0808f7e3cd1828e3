import { createEmptyCard, type Card as FsrsCard, fsrs, State } from 'ts-fsrs';
import type { CardState, Grade, Phase } from './card-state.js';

/**
 * FSRS-6 with its published weights, set for drills of ten minutes:
 *
 * - No fuzz. It spreads cards over days that were due on one, by chance; with a few dozen cards there is little to
 *   spread, and the reader is shown the interval before choosing the grade. A preview that does not come true is
 *   worse than cards that bunch.
 * - Steps of two minutes after “again”, for new and for forgotten cards alike: an answer takes about as long, so
 *   a failed card comes back after one or two others and is seen again within the session. Good on a new card
 *   means ten minutes, once, and days after that; good on a forgotten one means days at once.
 * - A year at the most. What is asked changes faster than memory fades.
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
 * A card after one more review.
 *
 * A review is never earlier than the one before it of the same card: a clock that went back, or a time that cannot
 * be read (null), counts as the time of that one. Where none before it had a time either, the card is due at once
 * (in 1970), and the next review that has one counts no days.
 *
 * @param before null: this is the first review
 * @param at milliseconds since 1970
 */
export function graded(before: CardState | null, at: number | null, grade: Grade): CardState {
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

/** The card as ts-fsrs wants it; it works the days out again from the times, so that theirs can be nothing. */
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

import type { Schedule } from './card-state.js';
import { intervalWords } from './interval.js';
import { graded } from './memory.js';
import type { Grade } from './review.js';
import { readTime, timeText } from './time.js';

/** What a grade would bring. */
export interface Preview {
	/** ISO 8601 in UTC. */
	readonly due: string;
	/** From now until then, in words: `10 min`, `1 day`, `3 weeks`. */
	readonly interval: string;
}

/**
 * What each grade would bring, if it were given now: worked out by giving it, so that it comes true.
 *
 * @param now where it is before the card's last review, the interval says how long it is from here all the same
 */
export function previews(schedule: Schedule, card: string, now: Date): Readonly<Record<Grade, Preview>> {
	const before = schedule.get(card) ?? null;
	const at = readTime(timeText(now));
	const preview = (grade: Grade): Preview => {
		const { due, reviewed } = graded(before, at, grade);
		const from = at ?? (reviewed === null ? 0 : Date.parse(reviewed));
		return { due, interval: intervalWords(Date.parse(due) - from) };
	};
	return { 1: preview(1), 2: preview(2), 3: preview(3), 4: preview(4) };
}

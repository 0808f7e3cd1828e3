import type { Schedule } from './card-state.js';

/**
 * Lapses from which a card is a leech: asking it once more will not mend it, reading its lesson again may. Half of
 * what Anki waits for by default (8), because here every card has a lesson to go back to. Only what had been learnt
 * can lapse: failing a new card over and over counts nothing.
 */
export const LEECH_LAPSES = 4;

/** Which of some cards to ask. */
export interface Due {
	/** Their time has come; the most overdue first. */
	readonly due: readonly string[];
	/** Never reviewed; in the order in which they were given. */
	readonly fresh: readonly string[];
	/** Forgotten `LEECH_LAPSES` times or more, due or not; in the order in which they were given. */
	readonly leeches: readonly string[];
}

/**
 * @param cards what can be asked: a reviewed card that is not among them stays out; one that is named twice counts once
 * @param now a moment that is none (an invalid date) makes nothing due
 */
export function dueOf(schedule: Schedule, cards: readonly string[], now: Date): Due {
	const distinct = [...new Set(cards)];
	const dueAt = (card: string): number => Date.parse(schedule.get(card)?.due ?? '');
	return {
		due: distinct.filter((card) => dueAt(card) <= now.getTime()).sort((a, b) => dueAt(a) - dueAt(b)),
		fresh: distinct.filter((card) => !schedule.has(card)),
		leeches: distinct.filter((card) => (schedule.get(card)?.lapses ?? 0) >= LEECH_LAPSES),
	};
}

/** How some cards stand. Due, fresh and later add up to all of them. */
export interface Counts {
	readonly cards: number;
	readonly due: number;
	readonly fresh: number;
	/** Reviewed, and not due yet. */
	readonly later: number;
	readonly leeches: number;
	/** When the next of those that are not due yet will be: ISO 8601 in UTC; null: there is none. */
	readonly next: string | null;
}

/** As `dueOf`, counted. */
export function countsOf(schedule: Schedule, cards: readonly string[], now: Date): Counts {
	const { due, fresh, leeches } = dueOf(schedule, cards, now);
	const asked = new Set([...due, ...fresh]);
	const later = [...new Set(cards)].flatMap((card) => (asked.has(card) ? [] : [schedule.get(card)?.due ?? '']));
	return {
		cards: asked.size + later.length,
		due: due.length,
		fresh: fresh.length,
		later: later.length,
		leeches: leeches.length,
		next: later.reduce<string | null>(
			(first, next) => (first !== null && Date.parse(first) <= Date.parse(next) ? first : next),
			null,
		),
	};
}

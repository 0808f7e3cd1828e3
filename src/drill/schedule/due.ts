import type { Schedule } from './card-state.js';

/**
 * Lapses from which a card is a leech: asking it again will not help, rereading its lesson may. Half of Anki's default
 * (8), because here every card has a lesson to go back to. Only a card that was learnt can lapse: repeated failures on
 * a new card do not count.
 */
export const LEECH_LAPSES = 4;

/** Cards to ask, by reason. */
export interface DueCards {
	/** Due now; the most overdue first. */
	readonly due: readonly string[];
	/** Never reviewed; in the given order. */
	readonly fresh: readonly string[];
	/** Forgotten `LEECH_LAPSES` times or more, due or not; in the given order. */
	readonly leeches: readonly string[];
}

/**
 * Finds the cards that are due, new or leeches.
 *
 * @param cards cards that can be asked; other reviewed cards are left out, and duplicates count once
 * @param now with an invalid date nothing is due
 */
export function findDue(schedule: Schedule, cards: readonly string[], now: Date): DueCards {
	const distinct = [...new Set(cards)];
	const dueAt = (card: string): number => Date.parse(schedule.get(card)?.due ?? '');
	return {
		due: distinct.filter((card) => dueAt(card) <= now.getTime()).sort((a, b) => dueAt(a) - dueAt(b)),
		fresh: distinct.filter((card) => !schedule.has(card)),
		leeches: distinct.filter((card) => (schedule.get(card)?.lapses ?? 0) >= LEECH_LAPSES),
	};
}

/** Card counts. `due`, `fresh` and `later` add up to `cards`. */
export interface DueCounts {
	readonly cards: number;
	readonly due: number;
	readonly fresh: number;
	/** Reviewed and not yet due. */
	readonly later: number;
	readonly leeches: number;
	/** Earliest due time among `later`: ISO 8601 in UTC; null if there is none. */
	readonly next: string | null;
}

/** Counts the cards that are due, fresh, later and leeches. */
export function countDue(schedule: Schedule, cards: readonly string[], now: Date): DueCounts {
	const { due, fresh, leeches } = findDue(schedule, cards, now);
	const askable = new Set([...due, ...fresh]);
	const later = [...new Set(cards)].flatMap((card) => (askable.has(card) ? [] : [schedule.get(card)?.due ?? '']));
	return {
		cards: askable.size + later.length,
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

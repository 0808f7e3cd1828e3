import { cardsOf, DRILL_KINDS, type DrillKit } from './kit.js';
import { countDue, type DueCounts, type Review, scheduleOf } from './schedule/index.js';

/** Returns the cards of every kind, in the order of the menu. */
export const allCards = (kit: DrillKit): readonly string[] => DRILL_KINDS.flatMap((kind) => cardsOf(kit, kind));

/** Counts how many of all cards are due, new or scheduled for later. */
export const practiceCounts = (kit: DrillKit, reviews: readonly Review[], now: Date): DueCounts =>
	countDue(scheduleOf(reviews), allCards(kit), now);

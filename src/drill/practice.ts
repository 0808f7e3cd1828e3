import { cardsOf, DRILL_KINDS, type DrillKit } from './kit.js';
import { type Counts, countsOf, type Review, scheduleOf } from './schedule/index.js';

/** Returns the cards of every kind, in the order of the menu. */
export const allCards = (kit: DrillKit): readonly string[] => DRILL_KINDS.flatMap((kind) => cardsOf(kit, kind));

/** Counts how many of all cards are due, new or scheduled for later. */
export const practiceOf = (kit: DrillKit, reviews: readonly Review[], now: Date): Counts =>
	countsOf(scheduleOf(reviews), allCards(kit), now);

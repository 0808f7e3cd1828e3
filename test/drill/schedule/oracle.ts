import { type Card, createEmptyCard, fsrs } from 'ts-fsrs';
import type { Grade } from '../../../src/drill/schedule/index.js';

const scheduler = fsrs({
	request_retention: 0.9,
	maximum_interval: 365,
	enable_fuzz: false,
	learning_steps: ['2m', '10m'],
	relearning_steps: ['2m'],
});

/** Replays one card's reviews with ts-fsrs alone, passing its own card from each to the next. */
export function fsrsCardOf(reviews: readonly { readonly at: string; readonly grade: Grade }[]): Card {
	let card = createEmptyCard(new Date(reviews[0]?.at ?? 0));
	for (const { at, grade } of reviews) card = scheduler.next(card, new Date(at), grade).card;
	return card;
}

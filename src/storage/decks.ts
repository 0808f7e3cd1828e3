import decks from 'virtual:decks';
import type { DeckDocument, LoadedDeck } from '../content/index.js';
import { describeReadError, readFirstBytes, type Unreadable } from './scenario-file.js';
import { LESSONS } from './shipped.js';

/** Shipped decks of questions. Loaded only with the drills. */
export const DECKS: readonly DeckDocument[] = decks;

/**
 * Reads and validates a deck file.
 *
 * @param ownLessons ids of lessons that its links may lead to, in addition to the shipped ones
 */
export async function readDeckFile(path: string, ownLessons: readonly string[]): Promise<LoadedDeck | Unreadable> {
	const { loadDeck, MAX_BYTES } = await import('../content/index.js');
	const lessons = [...LESSONS.map(({ id }) => id), ...ownLessons];
	try {
		return loadDeck(await readFirstBytes(path, MAX_BYTES + 1), path, (id) => lessons.includes(id), lessons);
	} catch (error) {
		return { ok: false, unreadable: describeReadError(error) };
	}
}

/** Whether the program already uses a deck id. */
export const isShippedDeckId = (id: string): boolean =>
	['numbers', 'diagnose', 'diagrams'].includes(id) || DECKS.some((deck) => deck.id === id);

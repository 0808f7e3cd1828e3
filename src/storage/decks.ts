import decks from 'virtual:decks';
import type { DeckDocument, LoadedDeck } from '../content/index.js';
import { firstBytes, reason, type Unreadable } from './scenario-file.js';
import { LESSONS } from './shipped.js';

/** The decks of questions that come with the program. Loaded with the drills only. */
export const DECKS: readonly DeckDocument[] = decks;

/**
 * Reads and validates a deck that somebody wrote.
 *
 * @param own ids of lessons that its links may lead to, beside those of the program
 */
export async function readDeckFile(path: string, own: readonly string[]): Promise<LoadedDeck | Unreadable> {
	const { loadDeck, MAX_BYTES } = await import('../content/index.js');
	const lessons = [...LESSONS.map(({ id }) => id), ...own];
	try {
		return loadDeck(await firstBytes(path, MAX_BYTES + 1), path, (id) => lessons.includes(id), lessons);
	} catch (error) {
		return { ok: false, unreadable: reason(error) };
	}
}

/** Whether the program has questions under a deck's id. */
export const isTakenDeck = (id: string): boolean =>
	['numbers', 'diagnose', 'diagrams'].includes(id) || DECKS.some((deck) => deck.id === id);

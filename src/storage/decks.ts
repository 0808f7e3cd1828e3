import decks from 'virtual:decks';
import type { DeckDocument, LoadedDeck } from '../content/index.js';
import { firstBytes, reason, type Unreadable } from './scenario-file.js';
import { LESSONS } from './shipped.js';

/** The decks of questions that come with the program. Loaded with the drills only. */
export const DECKS: readonly DeckDocument[] = decks;

/** Reads and validates a deck that somebody wrote; its links lead to the program's own lessons. */
export async function readDeckFile(path: string): Promise<LoadedDeck | Unreadable> {
	const { loadDeck, MAX_BYTES } = await import('../content/index.js');
	const lessons = LESSONS.map(({ id }) => id);
	try {
		return loadDeck(await firstBytes(path, MAX_BYTES + 1), path, (id) => lessons.includes(id), lessons);
	} catch (error) {
		return { ok: false, unreadable: reason(error) };
	}
}

/** Whether a YAML file is meant as a deck: it has cards. */
export async function isDeckFile(path: string): Promise<boolean> {
	const bytes = await firstBytes(path, 200_000).catch(() => null);
	return bytes !== null && /^cards:/m.test(Buffer.from(bytes).toString('utf8'));
}

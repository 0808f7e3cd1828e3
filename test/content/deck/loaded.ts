import type { DeckDocument } from '../../../src/content/deck/document.js';
import { loadDeck } from '../../../src/content/deck/load.js';
import { formatProblem, type Problem } from '../../../src/content/index.js';
import { isLesson } from './base.js';

/** The document of a deck that loads. */
export function deck(input: string | Uint8Array): DeckDocument {
	const loaded = loadDeck(input, 'deck.yaml', isLesson);
	if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
	return loaded.document;
}

/** The problems of one that does not. */
export function problemsOf(input: string | Uint8Array, names: readonly string[] = []): readonly Problem[] {
	const loaded = loadDeck(input, 'deck.yaml', isLesson, names);
	if (loaded.ok) throw new Error('it loaded');
	return loaded.problems;
}

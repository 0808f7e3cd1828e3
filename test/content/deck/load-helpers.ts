import type { DeckDocument } from '../../../src/content/deck/document.js';
import { loadDeck } from '../../../src/content/deck/load.js';
import { formatProblem, type Problem } from '../../../src/content/index.js';
import { isLesson } from './base.js';

/** Loads a valid deck; throws if it is refused. */
export function loadDeckDocument(input: string | Uint8Array): DeckDocument {
	const loaded = loadDeck(input, 'deck.yaml', isLesson);
	if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
	return loaded.document;
}

/** Returns the problems of an invalid deck; throws if it loads. */
export function problemsOf(input: string | Uint8Array, names: readonly string[] = []): readonly Problem[] {
	const loaded = loadDeck(input, 'deck.yaml', isLesson, names);
	if (loaded.ok) throw new Error('it loaded');
	return loaded.problems;
}

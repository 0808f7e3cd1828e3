import { readFileSync } from 'node:fs';
import lessons from 'virtual:lessons';
import type { CardDocument, DeckDocument } from '../../../src/content/deck/document.js';
import { loadDeck } from '../../../src/content/deck/load.js';
import { formatProblem } from '../../../src/content/index.js';

function load(name: string): DeckDocument {
	const ids = lessons.map(({ id }) => id);
	const file = readFileSync(new URL(`../../../drills/${name}.yaml`, import.meta.url));
	const loaded = loadDeck(file, `drills/${name}.yaml`, (id) => ids.includes(id), ids);
	if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
	return loaded.document;
}

/** The shipped decks. */
export const recall = load('recall');
export const interview = load('interview');

export const cards: readonly CardDocument[] = [...recall.cards, ...interview.cards];

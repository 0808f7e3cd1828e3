import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { type DeckDocument, formatProblem, loadDeck } from '../src/content/index.js';
import { loadShippedLessons } from './lessons.js';
import { shippedContent } from './shipped-content.js';

const FOLDER = 'drills';

/**
 * Provides `import decks from 'virtual:decks'`: the shipped decks, checked at build time. Works in Rolldown and Vitest.
 */
export const shippedDecks = (): Plugin =>
	shippedContent(
		'decks',
		() => listDeckFiles().map((name) => join(FOLDER, name)),
		() => loadDecks(listDeckFiles()),
	);

/** Lists the deck files, recall before interview: the order in which they are practised. */
const listDeckFiles = (): readonly string[] =>
	readdirSync(FOLDER)
		.filter((name) => name.endsWith('.yaml'))
		.sort()
		.reverse();

/** Loads all decks; throws one error that lists every problem in every file. */
function loadDecks(names: readonly string[]): readonly DeckDocument[] {
	const lessons = new Set(loadShippedLessons().map(({ id }) => id));
	const problems: string[] = [];
	const decks = names.flatMap((name) => {
		const path = `${FOLDER}/${name}`;
		const loaded = loadDeck(readFileSync(path), path, (id) => lessons.has(id), [...lessons]);
		if (loaded.ok) return [loaded.document];
		problems.push(...loaded.problems.map(formatProblem));
		return [];
	});
	if (problems.length > 0) throw new Error(`Decks with problems:\n\n${problems.join('\n\n')}\n`);
	return decks;
}

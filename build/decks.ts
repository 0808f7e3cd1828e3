import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { type DeckDocument, formatProblem, loadDeck } from '../src/content/index.js';
import { lessonsIn } from './lessons.js';
import { shippedContent } from './shipped-content.js';

const FOLDER = 'drills';

/** `import decks from 'virtual:decks'`: the shipped decks of questions, checked while building. Works in Rolldown and in Vitest. */
export const shippedDecks = (): Plugin =>
	shippedContent(
		'decks',
		() => deckFiles().map((name) => join(FOLDER, name)),
		() => loadDecks(deckFiles()),
	);

/** Recall comes before interview: that is the order in which they are practised. */
const deckFiles = (): readonly string[] =>
	readdirSync(FOLDER)
		.filter((name) => name.endsWith('.yaml'))
		.sort()
		.reverse();

/** Reads all of them; throws one error that names every problem in every file. */
function loadDecks(names: readonly string[]): readonly DeckDocument[] {
	const lessons = new Set(lessonsIn().map(({ id }) => id));
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

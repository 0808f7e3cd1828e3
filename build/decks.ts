import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { type DeckDocument, formatProblem, loadDeck } from '../src/content/index.js';
import { lessonsIn } from './lessons.js';

const FOLDER = 'drills';
const RESOLVED = '\0virtual:decks';

/** `import decks from 'virtual:decks'`: the shipped decks of questions, checked while building. Works in Rolldown and in Vitest. */
export function shippedDecks(): Plugin {
	return {
		name: 'shipped-decks',
		resolveId: {
			filter: { id: /^virtual:decks$/ },
			handler: () => RESOLVED,
		},
		load: {
			filter: { id: /^\0virtual:decks$/ },
			handler() {
				// Recall comes before interview: that is the order in which they are practised.
				const names = readdirSync(FOLDER)
					.filter((name) => name.endsWith('.yaml'))
					.sort()
					.reverse();
				for (const name of names) this.addWatchFile(join(FOLDER, name));
				return `export default JSON.parse(${JSON.stringify(JSON.stringify(loadDecks(names)))});`;
			},
		},
	};
}

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

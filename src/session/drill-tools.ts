import type { DeckDocument } from '../content/index.js';
import type { DrillTools } from '../screens/drill/tools.js';
import { SHIPPED } from '../storage/index.js';

/**
 * Loads everything that drills need; nothing else of the program does.
 *
 * @param more decks that the reader brought: their questions, and not the program's own
 */
export async function loadDrillTools(more: readonly DeckDocument[] = []): Promise<DrillTools> {
	const [drill, { DECKS }] = await Promise.all([import('../drill/index.js'), import('../storage/decks.js')]);
	return {
		drill,
		kit: {
			decks: more.length > 0 ? more : DECKS,
			scenarios: SHIPPED.map(({ scenario }) => scenario),
			contexts: SHIPPED.filter(({ kind }) => kind === 'context').map(({ scenario }) => scenario),
		},
	};
}

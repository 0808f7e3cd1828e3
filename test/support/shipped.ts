import documents from 'virtual:scenarios';
import type { ScenarioDocument } from '../../src/content/index.js';

/** Returns a shipped scenario by its id; throws if there is none. */
export function shippedScenario(id: string): ScenarioDocument {
	const found = documents.find(({ scenario }) => scenario.id === id);
	if (!found) throw new Error(`no shipped scenario ${id}`);
	return found;
}

export const SHIPPED_IDS: readonly string[] = documents.map(({ scenario }) => scenario.id);

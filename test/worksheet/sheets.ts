import documents from 'virtual:scenarios';
import type { ScenarioDocument } from '../../src/content/index.js';
import type { Result } from '../../src/engine/inputs/index.js';
import { type Sheet, sheetFromTemplate } from '../../src/worksheet/index.js';

export function template(id = 'support-bot'): ScenarioDocument {
	const found = documents.find(({ scenario }) => scenario.id === id);
	if (!found) throw new Error(`no scenario ${id}`);
	return found;
}

/** Returns a new worksheet from a template. */
export const newSheet = (id = 'support-bot'): Sheet => sheetFromTemplate(template(id), { id: 'mine', title: 'Mine' });

/** Returns the value of a result, or throws its refusal. */
export function unwrap<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(`${result.message}. ${result.help}`);
	return result.value;
}

import { loadScenario, type ScenarioDocument } from '../../../src/content/index.js';

/** Text of a worksheet, with comments of its author. */
export const TEXT = `# Agreed with the desk.
id: mine
title: Mine
summary: A file of my own.
source: Illustrative.
prices:
  small: { input: 1, cachedInput: 1, output: 1 } # from the contract
  strong: { input: 10, cachedInput: 10, output: 10 }
tokens: { fresh: 1000, cached: 0, output: 100 }
segments:
  - { id: all, name: All, share: 1, risk: low, routedSmall: 0.5 }
`;

export function documentOf(text: string): ScenarioDocument {
	const loaded = loadScenario(text, 'test.yaml');
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
	return loaded.document;
}

export const withTitle = (title: string, document = documentOf(TEXT)): ScenarioDocument => ({
	...document,
	scenario: { ...document.scenario, title },
});

/** Text longer than one disk block. */
export const LONG_TEXT = `${TEXT.replace(
	'title: Mine',
	`${Array.from({ length: 300 }, (_, n) => `# Note ${n}: as it was agreed with the desk that week.\n`).join('')}title: Mine`,
)}volumePerWeek: 0
`;

import { readFileSync } from 'node:fs';
import documents from 'virtual:scenarios';
import { expect, it } from 'vitest';
import { renderCatalogue } from '../../src/export/catalogue.js';

it('docs/scenarios.md is up to date with the scenarios (npm run catalogue writes it)', () => {
	expect(readFileSync(new URL('../../docs/scenarios.md', import.meta.url), 'utf8')).toBe(
		renderCatalogue(documents, 'md'),
	);
});

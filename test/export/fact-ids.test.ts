import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../../src/chapter/facts.js';
import { TERMS } from '../../src/chapter/terms.js';
import { renderCatalogue } from '../../src/export/catalogue.js';
import { renderReview } from '../../src/export/review.js';
import { speakGlossary, speakScenarios } from '../../src/screens/overlays/speak.js';
import { fieldsOf, gapsOf, STEPS, sheetFromTemplate } from '../../src/worksheet/index.js';
import { shownFactIds } from '../support/fact-ids.js';
import { shippedScenario } from '../support/shipped.js';
import { reviewInput } from './review/sheets.js';

const NO_FILTER = { filter: '', finding: false } as const;
const sheet = sheetFromTemplate(shippedScenario('week-31'), { id: 'ours', title: 'Ours' });

const TEXTS: Readonly<Record<string, () => string>> = {
	'the catalogue as text': () => renderCatalogue(documents, 'text', { detailed: true }),
	'the catalogue as Markdown': () => renderCatalogue(documents, 'md'),
	'the list of scenarios': () => speakScenarios(documents, { offset: 0, ...NO_FILTER }, '').join('\n'),
	'the glossary': () => speakGlossary([{ heading: null, terms: TERMS }], NO_FILTER, '').join('\n'),
	'the review of an empty worksheet': () => renderReview(reviewInput(sheet), 'md'),
	'its page': () => renderReview(reviewInput(sheet), 'html').replace(/<svg[\s\S]*?<\/svg>/g, ''),
	'the form of a worksheet': () =>
		STEPS.flatMap(({ id }) => fieldsOf(sheet, id).flatMap(({ label, help }) => [label, help])).join('\n'),
	'the gaps of a worksheet': () =>
		gapsOf(sheet)
			.map(({ says }) => says)
			.join('\n'),
};

describe('ids of facts', () => {
	it.each(Object.keys(TEXTS))('are not in %s', (name) => {
		const text = TEXTS[name]?.() ?? '';
		expect(text.length).toBeGreaterThan(400);
		expect(shownFactIds(text)).toEqual([]);
	});

	it('are not in titles of lessons, nor in their own titles', () => {
		const texts = lessons.flatMap(({ title, part }) => [title, part]);
		expect(shownFactIds([...texts, ...Object.values(FACTS)].join('\n'))).toEqual([]);
		expect(shownFactIds('S2 repair, (G1)')).toEqual(['S2', 'G1']);
	});
});

import decks from 'virtual:decks';
import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../../src/chapter/facts.js';
import { TERMS } from '../../src/chapter/terms.js';
import { STEPS } from '../../src/worksheet/index.js';

/** Ids of cards that are also facts: a card may ask for a fact that no lesson teaches. */
const cardIds = decks.flatMap(({ cards }) => cards.map(({ id }) => id));
/** Facts that only the worksheet teaches: the last steps of the chapter (A1 and so on). It revisits the others. */
const worksheetFacts = [...new Set(STEPS.flatMap(({ facts }): readonly string[] => facts))].filter((id) =>
	/^A\d$/.test(id),
);
const taught = [...lessons.flatMap(({ teaches }) => teaches), ...cardIds, ...worksheetFacts];

describe('the facts of the chapter', () => {
	it('are all taught', () => {
		expect(Object.keys(FACTS).filter((id) => !taught.includes(id))).toEqual([]);
	});

	it('are taught once each', () => {
		expect(taught.filter((id, i) => taught.indexOf(id) !== i)).toEqual([]);
	});
});

describe('the glossary', () => {
	it('has unique ids, refers only to existing facts and covers the metaphor', () => {
		const ids = TERMS.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { fact } of TERMS) if (fact !== null) expect(Object.keys(FACTS)).toContain(fact);
		const metaphor = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7'];
		expect(TERMS.flatMap(({ fact }) => fact ?? [])).toEqual(expect.arrayContaining(metaphor));
	});
});

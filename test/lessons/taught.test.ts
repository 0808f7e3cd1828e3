import decks from 'virtual:decks';
import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../../src/chapter/facts.js';
import { TERMS } from '../../src/chapter/terms.js';
import { STEPS } from '../../src/worksheet/index.js';

/** A question asks for a fact of its own; the facts behind it are taught by lessons. */
const asked = decks.flatMap(({ cards }) => cards.map(({ id }) => id));
/** The worksheet is where the last steps of the chapter are taken; other facts it only comes back to. */
const done = [...new Set(STEPS.flatMap(({ facts }): readonly string[] => facts))].filter((id) => /^A\d$/.test(id));
const taught = [...lessons.flatMap(({ teaches }) => teaches), ...asked, ...done];

describe('the chapter', () => {
	it('is taught whole', () => {
		expect(Object.keys(FACTS).filter((id) => !taught.includes(id))).toEqual([]);
	});

	it('teaches each fact once', () => {
		expect(taught.filter((id, i) => taught.indexOf(id) !== i)).toEqual([]);
	});

	it('explains terms of facts that it has, each by an id of its own', () => {
		const ids = TERMS.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { fact } of TERMS) if (fact !== null) expect(Object.keys(FACTS)).toContain(fact);
		const metaphor = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7'];
		expect(TERMS.flatMap(({ fact }) => fact ?? [])).toEqual(expect.arrayContaining(metaphor));
	});
});

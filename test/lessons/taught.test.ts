import { readFileSync } from 'node:fs';
import decks from 'virtual:decks';
import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../../src/chapter/facts.js';
import { TERMS } from '../../src/chapter/terms.js';

const listed = readFileSync(new URL('../../lessons/not-yet-taught.txt', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => !line.startsWith('#'))
	.join(' ')
	.split(/\s+/)
	.filter(Boolean);
/** A question asks for a fact of its own; the facts behind it are taught by lessons. */
const asked = decks.flatMap(({ cards }) => cards.map(({ id }) => id));
const taught = [...lessons.flatMap(({ teaches }) => teaches), ...asked];

describe('the chapter', () => {
	it('is taught whole, but for what is listed as not yet taught', () => {
		expect(Object.keys(FACTS).filter((id) => !taught.includes(id) && !listed.includes(id))).toEqual([]);
	});

	it('lists nothing as not yet taught that is taught, is no fact, or is named twice', () => {
		expect(listed.filter((id) => taught.includes(id) || !Object.hasOwn(FACTS, id))).toEqual([]);
		expect(new Set(listed).size).toBe(listed.length);
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

import { describe, expect, it } from 'vitest';
import { byEffort } from '../support/effort.js';
import { seeded } from '../support/random.js';
import { attempt, campaign, corpusOf } from './campaign.js';
import { mutated } from './mutate.js';
import { TARGETS, type Target } from './targets.js';

const SEED = 31;
/** How many inputs of each; those that are shown in every pane and format take longest. */
const MOST: Readonly<Record<string, number>> = {
	scenarios: 8,
	lessons: 15,
	decks: 20,
	prices: 12,
	edits: 3,
	keys: 500,
};

describe.each(TARGETS)('whatever comes as $name', (target) => {
	it('is taken whole or refused in words', async () => {
		const most = byEffort(100, 1) * (MOST[target.name] ?? 0);
		const { failure, taken } = await campaign(target, SEED, (tried) => tried >= most);
		expect(failure).toBeNull();
		expect(taken).toBeGreaterThan(0);
	});

	it.each([...corpusOf(target)])('is right for what once broke it: %s', async (_, input) => {
		expect(await attempt(target, input)).toBeTypeOf('boolean');
	});
});

describe('a campaign', () => {
	/** Fails on a text with a 7 and an x in it. */
	const frail: Target = {
		name: 'none',
		seeds: ['a: 1\nb: 2\n'],
		read: (input) => {
			if (input.includes('7') && input.includes('x')) throw new Error('seven');
			return true;
		},
	};

	it('finds what fails and makes it short', async () => {
		const { failure } = await campaign({ ...frail, make: () => 'one\nx two\nthree 7\n'.repeat(9) }, 1, () => false);
		expect(failure?.reason).toContain('seven');
		expect([...(failure?.input ?? '')].filter((character) => character !== '\n').sort()).toEqual(['7', 'x']);
	});

	it('tries the same with the same seed, and something else with another', () => {
		const inputs = (seed: number): readonly string[] => {
			const random = seeded(seed);
			return Array.from({ length: 20 }, () => mutated('a: 1\nb: [2, 3]\n', ['c: d\n'], random));
		};
		expect(inputs(5)).toEqual(inputs(5));
		expect(inputs(5)).not.toEqual(inputs(6));
		expect(new Set(inputs(5)).size).toBeGreaterThan(10);
	});
});

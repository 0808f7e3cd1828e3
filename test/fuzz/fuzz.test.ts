import { describe, expect, it } from 'vitest';
import { byEffort } from '../support/effort.js';
import { seeded } from '../support/random.js';
import { attempt, campaign, corpusOf } from './campaign.js';
import { mutate } from './mutate.js';
import { TARGETS, type Target } from './targets.js';

const SEED = 31;
/** Number of inputs per target; those shown in every pane and format take longest. */
const MAX_INPUTS: Readonly<Record<string, number>> = {
	scenarios: 8,
	lessons: 15,
	decks: 20,
	prices: 12,
	edits: 3,
	keys: 500,
};

describe.each(TARGETS)('any input of the target $name', (target) => {
	it('is accepted as a whole or rejected with a message', async () => {
		const limit = byEffort(100, 1) * (MAX_INPUTS[target.name] ?? 0);
		const { failure, taken } = await campaign(target, SEED, (tried) => tried >= limit);
		expect(failure).toBeNull();
		expect(taken).toBeGreaterThan(0);
	});

	it.each([...corpusOf(target)])('no longer fails on a former failure: %s', async (_, input) => {
		expect(await attempt(target, input)).toBeTypeOf('boolean');
	});
});

describe('a campaign', () => {
	/** Fails on a text that contains both a 7 and an x. */
	const failing: Target = {
		name: 'none',
		seeds: ['a: 1\nb: 2\n'],
		read: (input) => {
			if (input.includes('7') && input.includes('x')) throw new Error('seven');
			return true;
		},
	};

	it('finds a failing input and shortens it', async () => {
		const { failure } = await campaign({ ...failing, make: () => 'one\nx two\nthree 7\n'.repeat(9) }, 1, () => false);
		expect(failure?.reason).toContain('seven');
		expect([...(failure?.input ?? '')].filter((character) => character !== '\n').sort()).toEqual(['7', 'x']);
	});

	it('tries the same inputs with the same seed, and others with another', () => {
		const inputs = (seed: number): readonly string[] => {
			const random = seeded(seed);
			return Array.from({ length: 20 }, () => mutate('a: 1\nb: [2, 3]\n', ['c: d\n'], random));
		};
		expect(inputs(5)).toEqual(inputs(5));
		expect(inputs(5)).not.toEqual(inputs(6));
		expect(new Set(inputs(5)).size).toBeGreaterThan(10);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pool, RUN_KINDS, type Run } from '../../../src/drill/interview/index.js';
import { anyPool, anySeed, cards, POOL, start } from './runs.js';

const idsOf = ({ questions }: Run): string[] => questions.map(({ card }) => card);
const mix = ({ questions }: Run): number[] =>
	RUN_KINDS.map((kind) => questions.filter((question) => question.kind === kind).length);
const sizeOf = (pool: Pool): number => RUN_KINDS.reduce((sum, kind) => sum + pool[kind].length, 0);

describe('the questions of a run', () => {
	it.each([
		[1, [1, 0, 0]],
		[3.9, [1, 0, 0]],
		[4, [1, 1, 0]],
		[5, [1, 1, 1]],
		[8, [2, 1, 1]],
		[10, [3, 1, 1]],
		[12, [3, 2, 1]],
		[16, [4, 2, 2]],
		[20, [5, 3, 2]],
		[28, [7, 4, 3]],
	])('fill %d minutes, about half of them interview: %j', (minutes, counts) => {
		expect(mix(start(minutes))).toEqual(counts);
	});

	it('come from other kinds if one has too few cards, without repeats while cards are left', () => {
		expect(mix(start(40))).toEqual([7, 7, 6]);
		expect(mix(start(46))).toEqual([7, 9, 7]);
		const pool = { ...POOL, interview: [] };
		expect(mix(start(12, 1, 'at-the-end', pool))).toEqual([0, 3, 3]);
	});

	it('have the right kinds and number for any pool, with no repeat before all cards were used', () => {
		fc.assert(
			fc.property(anyPool, anySeed, fc.double({ min: 1, max: 240, noNaN: true }), (pool, seed, minutes) => {
				const run = start(minutes, seed, 'at-the-end', pool);
				const size = sizeOf(pool);
				const ids = idsOf(run);
				expect(ids.length).toBe(size === 0 ? 0 : Math.max(minutes >= 5 ? 3 : 1, Math.floor(minutes / 2)));
				for (const { card, kind } of run.questions) expect(pool[kind]).toContain(card);
				for (let from = 0; from < ids.length; from += size) {
					const round = ids.slice(from, from + size);
					expect(new Set(round).size).toBe(round.length);
				}
				if (size > 1) for (const [i, id] of ids.entries()) expect(id).not.toBe(ids[i + 1]);
				if (minutes >= 5 && RUN_KINDS.every((kind) => pool[kind].length > 0))
					for (const count of mix(run)) expect(count).toBeGreaterThan(0);
			}),
			{ numRuns: 300 },
		);
	});

	it('never repeat a card directly, in pools of two and three', () => {
		const pools: readonly Pool[] = [
			{ interview: ['i'], numbers: ['n'], diagnose: [] },
			{ interview: [], numbers: ['n', 'm'], diagnose: [] },
			{ interview: ['i'], numbers: ['n'], diagnose: ['d'] },
		];
		for (const pool of pools)
			for (let seed = 0; seed < 100; seed++)
				for (const minutes of [10, 14, 18]) {
					const ids = idsOf(start(minutes, seed, 'at-the-end', pool));
					for (const [i, id] of ids.entries()) expect(id).not.toBe(ids[i + 1]);
				}
	});

	it('come in another order in the second round', () => {
		const repeats = Array.from({ length: 20 }, (_, seed) => {
			const ids = idsOf(start(92, seed));
			return ids.slice(0, 23).join() === ids.slice(23).join();
		});
		expect(repeats).not.toContain(true);
	});

	it('are half interview, to within rounding, if the pool is large enough', () => {
		const pool: Pool = {
			interview: cards('interview', 99),
			numbers: cards('numbers', 99),
			diagnose: cards('diagnose', 99),
		};
		for (let minutes = 5; minutes <= 180; minutes++) {
			const [interview = 0, numbers = 0, diagnose = 0] = mix(start(minutes, 1, 'at-the-end', pool));
			const total = interview + numbers + diagnose;
			expect(Math.abs(interview - total / 2)).toBeLessThanOrEqual(0.5);
			expect(Math.abs(numbers - diagnose)).toBeLessThanOrEqual(1);
		}
	});

	it('are the same for the same seed, and differ for other seeds', () => {
		fc.assert(
			fc.property(anySeed, (seed) => {
				expect(start(30, seed).questions).toEqual(start(30, seed).questions);
			}),
		);
		const orders = new Set(Array.from({ length: 50 }, (_, seed) => idsOf(start(20, seed)).join()));
		expect(orders.size).toBe(50);
	});

	it('use all 53 bits of the seed', () => {
		expect(idsOf(start(30, 7))).not.toEqual(idsOf(start(30, 7 + 2 ** 32)));
	});

	it('use every card, and put every kind first, in fair shares', () => {
		const seen = new Map<string, number>();
		const first = { interview: 0, numbers: 0, diagnose: 0 };
		const RUNS = 3000;
		for (let seed = 0; seed < RUNS; seed++) {
			const { questions } = start(10, seed);
			for (const { card } of questions) seen.set(card, (seen.get(card) ?? 0) + 1);
			if (questions[0]) first[questions[0].kind]++;
		}
		// Three of 7 interview cards, one of 9 numbers and one of 7 cases: within five standard errors of a fair draw.
		const expectShare = (count: number, share: number): void =>
			expect(Math.abs(count / RUNS - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / RUNS));
		for (const card of POOL.interview) expectShare(seen.get(card) ?? 0, 3 / 7);
		for (const card of POOL.numbers) expectShare(seen.get(card) ?? 0, 1 / 9);
		for (const card of POOL.diagnose) expectShare(seen.get(card) ?? 0, 1 / 7);
		expectShare(first.interview, 3 / 5);
		expectShare(first.numbers, 1 / 5);
		expectShare(first.diagnose, 1 / 5);
	});

	it('have different seeds, so that a repeated card gets other figures', () => {
		const pool: Pool = { interview: [], numbers: ['numbers/veto-value'], diagnose: [] };
		const { questions } = start(20, 3, 'at-the-end', pool);
		expect(questions.map(({ card }) => card)).toEqual(Array(10).fill('numbers/veto-value'));
		expect(new Set(questions.map(({ seed }) => seed)).size).toBe(10);
		for (const { seed } of questions) expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
	});

	it('treat a card listed twice in the pool as one', () => {
		const pool: Pool = { interview: ['i', 'i', 'i'], numbers: ['n', 'n'], diagnose: ['d'] };
		expect(idsOf(start(6, 1, 'at-the-end', pool)).sort()).toEqual(['d', 'i', 'n']);
		expect(idsOf(start(12, 1, 'at-the-end', pool)).sort()).toEqual(['d', 'd', 'i', 'i', 'n', 'n']);
	});

	it('clamp the minutes to 1..240', () => {
		expect(start(Number.NaN)).toMatchObject({ minutes: 1 });
		expect(start(-3)).toMatchObject({ minutes: 1 });
		expect(start(Infinity)).toMatchObject({ minutes: 240 });
		expect(start(1e9).questions).toHaveLength(120);
	});
});

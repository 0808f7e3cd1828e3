import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDue, findDue, LEECH_LAPSES, type Review, scheduleOf } from '../../../src/drill/schedule/index.js';
import { anyNow, anyReviews, DAY, iso, MINUTE, review, START } from './reviews.js';

const at = (after: number): Date => new Date(START + after);

describe('findDue', () => {
	// Due after 10 minutes, 2 minutes, 8 days, 3 minutes.
	const schedule = scheduleOf([
		review(0, 3, 'ten'),
		review(0, 1, 'two'),
		review(0, 4, 'week'),
		review(MINUTE, 1, 'three'),
	]);

	it('sorts due cards most overdue first, keeps new cards in order, and leaves out the rest', () => {
		const cards = ['new-b', 'ten', 'three', 'week', 'new-a', 'two'];
		expect(findDue(schedule, cards, at(0))).toEqual({ due: [], fresh: ['new-b', 'new-a'], leeches: [] });
		expect(findDue(schedule, cards, at(30 * MINUTE)).due).toEqual(['two', 'three', 'ten']);
		expect(findDue(schedule, cards, at(9 * DAY)).due).toEqual(['two', 'three', 'ten', 'week']);
	});

	it('includes a card at its due time, but not a millisecond before', () => {
		expect(findDue(schedule, ['two'], at(2 * MINUTE - 1)).due).toEqual([]);
		expect(findDue(schedule, ['two'], at(2 * MINUTE)).due).toEqual(['two']);
	});

	it('returns only the given cards, each once', () => {
		expect(findDue(schedule, ['two', 'two', 'x', 'x'], at(DAY))).toEqual({ due: ['two'], fresh: ['x'], leeches: [] });
		expect(findDue(schedule, [], at(DAY))).toEqual({ due: [], fresh: [], leeches: [] });
	});

	it('keeps the given order among cards due at the same time', () => {
		const tied = scheduleOf([review(0, 1, 'p'), review(0, 1, 'q'), review(0, 1, 'r')]);
		expect(findDue(tied, ['r', 'p', 'q'], at(DAY)).due).toEqual(['r', 'p', 'q']);
	});

	it('returns no due cards for an invalid date', () => {
		expect(findDue(schedule, ['two', 'x'], new Date(Number.NaN))).toEqual({ due: [], fresh: ['x'], leeches: [] });
	});
});

describe('leeches of findDue', () => {
	const withLapses = (times: number): Review[] => [
		review(0, 4),
		...Array.from({ length: times }, (_, i) => [
			review((i + 1) * 9 * DAY, 1),
			review((i + 1) * 9 * DAY + 2 * MINUTE, 3),
		]).flat(),
	];

	it('are cards forgotten four times, due or not', () => {
		expect(LEECH_LAPSES).toBe(4);
		for (const [times, leeches] of [
			[3, []],
			[4, ['a']],
			[5, ['a']],
		] as const) {
			const schedule = scheduleOf(withLapses(times));
			expect(schedule.get('a')?.lapses).toBe(times);
			expect(findDue(schedule, ['a'], at(0)).leeches).toEqual(leeches);
			expect(findDue(schedule, ['a'], at(999 * DAY)).leeches).toEqual(leeches);
			expect(findDue(schedule, ['b'], at(0)).leeches).toEqual([]);
		}
	});

	it('exclude cards that were never learnt', () => {
		const failed = Array.from({ length: 9 }, (_, i) => review(i * 2 * MINUTE, 1));
		expect(findDue(scheduleOf(failed), ['a'], at(DAY)).leeches).toEqual([]);
	});
});

describe('countDue', () => {
	it('counts each group, and gives the next due time', () => {
		const schedule = scheduleOf([review(0, 4, 'week'), review(0, 3, 'ten'), review(0, 1, 'two')]);
		const cards = ['week', 'ten', 'two', 'new', 'new'];
		expect(countDue(schedule, cards, at(5 * MINUTE))).toEqual({
			cards: 4,
			due: 1,
			fresh: 1,
			later: 2,
			leeches: 0,
			next: iso(START + 10 * MINUTE),
		});
		expect(countDue(schedule, cards, at(99 * DAY))).toMatchObject({ due: 3, later: 0, next: null });
	});

	it('adds up to all cards at any time', () => {
		const cards = ['a', 'b', 'c', '__proto__', 'recall/R1'];
		fc.assert(
			fc.property(anyReviews, anyNow, (reviews, now) => {
				const schedule = scheduleOf(reviews);
				const counts = countDue(schedule, cards, now);
				expect(counts.due + counts.fresh + counts.later).toBe(cards.length);
				expect(counts.cards).toBe(cards.length);
				const { due } = findDue(schedule, cards, now);
				expect(counts.due).toBe(due.length);
				if (counts.next !== null && !Number.isNaN(now.getTime()))
					expect(Date.parse(counts.next)).toBeGreaterThan(now.getTime());
			}),
		);
	});
});

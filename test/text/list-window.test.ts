import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	clampIndex,
	hiddenLinesText,
	type ListWindow,
	maxStart,
	windowAround,
	windowFrom,
	windowShowing,
} from '../../src/text/list-window.js';

const contains = ({ from, to }: ListWindow, at: number): boolean => at >= from && at < to;

describe('a window over a list', () => {
	it.each([
		['the start', windowFrom(20, 5, 0), [0, 5]],
		['a start in the middle', windowFrom(20, 5, 8), [8, 13]],
		['the end for a start too far down', windowFrom(20, 5, 18), [15, 20]],
		['the start for a negative start', windowFrom(20, 5, -3), [0, 5]],
		['all of a short list', windowFrom(3, 5, 2), [0, 3]],
		['nothing of an empty list', windowFrom(0, 5, 2), [0, 0]],
		['one line at a height of 0', windowFrom(20, 0, 7), [7, 8]],
		['the chosen item in the middle', windowAround(20, 5, 10), [8, 13]],
		['the start around an early item', windowAround(20, 5, 1), [0, 5]],
		['the end around the last item', windowAround(20, 5, 19), [15, 20]],
		['the same lines when the item is among them', windowShowing(20, 5, 6, 10), [6, 11]],
		['one more line below for an item just below it', windowShowing(20, 5, 6, 11), [7, 12]],
		['one more line above for an item just above it', windowShowing(20, 5, 6, 5), [5, 10]],
		['several items together', windowShowing(20, 5, 0, 8, 10), [6, 11]],
		['the first of more items than fit', windowShowing(20, 2, 0, 8, 12), [8, 10]],
	])('shows %s', (_, { from, to }, expected) => {
		expect([from, to]).toEqual(expected);
	});

	const cases = fc.record({
		length: fc.integer({ min: 1, max: 200 }),
		height: fc.integer({ min: -2, max: 60 }),
		start: fc.integer({ min: -50, max: 250 }),
		share: fc.double({ min: 0, max: 1, noNaN: true }),
	});

	it('is full, inside the list and contains the chosen item', () => {
		fc.assert(
			fc.property(cases, ({ length, height, start, share }) => {
				const at = clampIndex(length, Math.floor(share * length));
				for (const window of [windowAround(length, height, at), windowShowing(length, height, start, at, at + 2)]) {
					expect(contains(window, at)).toBe(true);
					expect(window.to - window.from).toBe(Math.min(length, Math.max(1, height)));
					expect(window.from).toBeGreaterThanOrEqual(0);
					expect(window.from).toBeLessThanOrEqual(maxStart(length, height));
				}
			}),
		);
	});

	it('does not move for a visible item, and otherwise moves just far enough', () => {
		fc.assert(
			fc.property(cases, ({ length, height, start, share }) => {
				const at = clampIndex(length, Math.floor(share * length));
				const before = windowFrom(length, height, start);
				const after = windowShowing(length, height, start, at);
				if (contains(before, at)) expect(after).toEqual(before);
				else expect([after.from, after.to - 1]).toContain(at);
			}),
		);
	});
});

describe('the nearest index in a list', () => {
	it.each([
		[5, 3, 3],
		[5, -1, 0],
		[5, 9, 4],
		[0, 0, 0],
		[0, -1, 0],
	])('of %i items to %i is %i', (length, at, expected) => {
		expect(clampIndex(length, at)).toBe(expected);
	});
});

describe('the hidden lines of a window', () => {
	it.each([
		[windowFrom(5, 5, 0), {}, ''],
		[windowFrom(6, 5, 0), {}, '↓ 1 more line'],
		[windowFrom(9, 5, 0), { keys: true }, '↓ 4 more lines (PgDn)'],
		[windowFrom(9, 5, 1), {}, '↑ 1 line above   ↓ 3 more lines'],
		[windowFrom(9, 5, 9), { keys: true }, '↑ 4 lines above (PgUp)'],
	])('are counted in words: %j', (window, options, expected) => {
		expect(hiddenLinesText(window, options)).toBe(expected);
	});
});

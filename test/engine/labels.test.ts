import { describe, expect, test } from 'vitest';
import { labelsNeeded, wilson } from '../../src/engine/index.js';

describe('labels needed', () => {
	test.each([
		[0.98, 0.95, 588],
		[0.95, 0.92, 1059],
		[0.92, 0.95, 1059],
	])('from %d to %d', (a, b, labels) => {
		expect(labelsNeeded(a, b)).toBe(labels);
	});

	test('are rounded up: a part of a label is a whole one', () => {
		// The formula gives 768.018.
		expect(labelsNeeded(0.99, 0.97)).toBe(769);
	});

	test('to see no change are without end', () => {
		expect(labelsNeeded(0.9, 0.9)).toBe(Infinity);
	});
});

describe('Wilson’s interval', () => {
	// Newcombe (1998), method 3, with z = 1.96 to four digits.
	test.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718],
		[29, 29, 0.883, 1],
	])('of %d in %d', (hits, labels, low, high) => {
		expect(wilson(hits / labels, labels)).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
	});

	test('of nothing is everything', () => {
		expect(wilson(0.5, 0)).toEqual([0, 1]);
	});
});

import { describe, expect, test } from 'vitest';
import { labelMargin, labelsNeeded, wilsonInterval } from '../../src/engine/index.js';
import { aGuardrail, week31 } from '../support/scenarios.js';

const rates = (smallSuccess: number, strongOnEasy: number, strongOnHard: number) => ({
	smallSuccess,
	strongOnEasy,
	strongOnHard,
});

describe('labels needed', () => {
	// (1.96 + 0.8416)² = 7.84896256. With q = 0.9, tₑ = 0.95, tₕ = 0.6: b = 0.9 · 0.05 = 0.045, c = 0.1 · 0.6 = 0.06,
	// b + c − (b − c)² = 0.104775; s = 0.855 + 0.06 = 0.915, q(1 − q) + s(1 − s) = 0.09 + 0.077775 = 0.167775.
	test.each([
		// 0.82237… and 1.31686… over 0.03², 0.02² and 0.01².
		[0.03, 914, 1464],
		[0.02, 2056, 3293],
		[0.01, 8224, 13_169],
	])('to detect a loss of %d, paired and unpaired, are those computed by hand', (margin, paired, unpaired) => {
		expect(labelsNeeded(rates(0.9, 0.95, 0.6), margin)).toEqual({ paired, unpaired });
	});

	test('are fewer when paired, the more the lanes agree', () => {
		// Strong is right whenever small is: b = 0, c = 0.1 · 0.5, c − c² = 0.0475.
		expect(labelsNeeded(rates(0.9, 1, 0.5), 0.03).paired).toBe(Math.ceil((7.84896256 * 0.0475) / 0.0009));
		// It is right exactly when small is: no request tells them apart.
		expect(labelsNeeded(rates(0.9, 1, 0), 0.03).paired).toBe(0);
	});

	test('are rounded up', () => {
		// b = c = 0.25: 7.84896256 · 0.5 / 0.05² = 1569.79…
		expect(labelsNeeded(rates(0.5, 0.5, 0.5), 0.05)).toEqual({ paired: 1570, unpaired: 1570 });
	});
});

describe('labelMargin', () => {
	const board = aGuardrail({ metric: 'resolution', side: 'atLeast', limit: -0.02, relative: true });
	const own = { ...board, limit: -0.05, segment: 'faq' };

	test('is the loss that the segment’s relative limit on resolution allows, else the board’s', () => {
		expect(labelMargin({ guardrails: [board, own] }, 'faq')).toBe(0.05);
		expect(labelMargin({ guardrails: [board, own] }, 'refund')).toBe(0.02);
		expect(labelMargin(week31(), 'faq')).toBe(0.01);
	});

	test('is 3 points if no limit allows a loss', () => {
		const others = [{ ...board, relative: false, limit: 0.9 }, { ...own, limit: 0 }, aGuardrail()];
		expect(labelMargin({ guardrails: others }, 'faq')).toBe(0.03);
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
	])('of %d in %d is the published one', (hits, labels, low, high) => {
		expect(wilsonInterval(hits / labels, labels)).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
	});

	test('without labels is 0 to 1', () => {
		expect(wilsonInterval(0.5, 0)).toEqual([0, 1]);
	});
});

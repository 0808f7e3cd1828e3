import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phi } from '../../src/engine/normal.js';
import {
	discrimination,
	observedDiscrimination,
	routerAuc,
	routeSegment,
	splitAtThreshold,
} from '../../src/engine/router.js';
import { segmentThreshold } from '../../src/engine/threshold.js';

const inside = (from = 1e-6): fc.Arbitrary<number> => fc.double({ min: from, max: 1 - from, noNaN: true });
const skill = fc.double({ min: 0.5, max: 0.9999, noNaN: true });
const sharp = fc.double({ min: 0.501, max: 0.99, noNaN: true });

describe('router skill and the distance of its scores', () => {
	test.each([
		[0.5, 0],
		[0.65, 0.544925],
		[0.9999, 5.259483],
	])('A = %d lies %d apart', (auc, d) => {
		expect(discrimination(auc)).toBeCloseTo(d, 5);
	});

	test('convert into each other without loss', () => {
		fc.assert(
			fc.property(skill, (auc) => {
				expect(routerAuc(discrimination(auc))).toBeCloseTo(auc, 12);
			}),
		);
	});
});

describe('the threshold', () => {
	const share = (tau: number, easy: number, d: number): number => easy * phi(d - tau) + (1 - easy) * phi(-tau);
	const rest = (tau: number, easy: number, d: number): number => easy * phi(tau - d) + (1 - easy) * phi(tau);

	test('routes exactly p small, accurate relative to the smaller of p and 1 − p', () => {
		const exponent = fc.double({ min: -250, max: -0.31, noNaN: true });
		fc.assert(
			fc.property(exponent, inside(), skill, (log, easy, auc) => {
				const p = 10 ** log;
				const d = discrimination(auc);
				expect(share(segmentThreshold(p, easy, d), easy, d) / p).toBeCloseTo(1, 10);
			}),
		);
		fc.assert(
			fc.property(fc.double({ min: 0.5, max: 1 - 1e-15, noNaN: true }), inside(), skill, (p, easy, auc) => {
				const d = discrimination(auc);
				expect(rest(segmentThreshold(p, easy, d), easy, d) / (1 - p)).toBeCloseTo(1, 10);
			}),
		);
	});

	test('is found for distances far beyond any router', () => {
		for (const d of [0, 1e-9, 8, 20, 37])
			for (const easy of [1e-12, 0.3, 0.5, 1 - 1e-12])
				for (const p of [1e-12, 0.2, 0.3, 0.5, 0.7, 1 - 1e-12]) {
					const tau = segmentThreshold(p, easy, d);
					const off = p <= 0.5 ? share(tau, easy, d) / p : rest(tau, easy, d) / (1 - p);
					expect(off, `p ${p}, E ${easy}, d ${d}`).toBeCloseTo(1, 9);
				}
	});

	test('is infinite if everything goes one way', () => {
		expect([segmentThreshold(0, 0.4, 1), segmentThreshold(1, 0.4, 1)]).toEqual([Infinity, -Infinity]);
	});
});

describe('observedDiscrimination', () => {
	test('gives a router with the observed success at the observed mix', () => {
		fc.assert(
			fc.property(inside(1e-3), inside(1e-3), fc.double({ min: 0, max: 0.99, noNaN: true }), (p, easy, way) => {
				const q = easy + way * (Math.min(1, easy / p) - easy);
				const found = observedDiscrimination(p, q, easy);
				if (found.kind !== 'found') throw new Error(found.kind);
				expect(found.d).toBeGreaterThanOrEqual(0);
				expect(routeSegment(p, easy, found.d, 0, Number.NaN).q).toBeCloseTo(q, 9);
			}),
		);
	});

	test('gives a coin flip at a coin flip’s success', () => {
		const found = observedDiscrimination(0.3, 0.6, 0.6);
		expect(found).toEqual({ kind: 'found', d: expect.closeTo(0, 12) });
	});

	test.each([
		['below a coin flip', 0.5, 0.59, 0.6],
		['of a perfect router', 0.8, 0.75, 0.6],
		['above a perfect router', 0.8, 0.9, 0.6],
		['of 100%', 0.3, 1, 0.6],
	])('reports a contradiction for a success %s', (_, p, q, easy) => {
		expect(observedDiscrimination(p, q, easy)).toEqual({
			kind: 'contradictory',
			from: easy,
			below: Math.min(1, easy / p),
		});
	});

	test.each([
		[0, 0.8, 0.6],
		[1, 0.6, 0.6],
		[0.5, 0, 0],
		[0.5, 1, 1],
	])('does not identify the router at p = %d, q = %d, E = %d', (p, q, easy) => {
		expect(observedDiscrimination(p, q, easy)).toEqual({ kind: 'not-identified' });
	});
});

describe('small success', () => {
	const success = (p: number, easy: number, auc: number): number =>
		routeSegment(p, easy, discrimination(auc), 0, Number.NaN).q;

	test('falls strictly as the small share rises, and ends at the easy share', () => {
		fc.assert(
			fc.property(inside(0.01), inside(0.01), inside(0.01), sharp, (one, other, easy, auc) => {
				fc.pre(Math.abs(one - other) > 1e-3);
				const [less, more] = [Math.min(one, other), Math.max(one, other)];
				// A few units in the last place: near q = 1 there is no room to fall further.
				if (1 - success(less, easy, auc) > 1e-12)
					expect(success(more, easy, auc)).toBeLessThan(success(less, easy, auc));
				expect(success(more, easy, auc)).toBeGreaterThan(easy);
				expect(success(1, easy, auc)).toBe(easy);
				expect(success(1 - 1e-12, easy, auc)).toBeCloseTo(easy, 9);
			}),
		);
	});

	test('is the easy share at every mix for a coin flip', () => {
		fc.assert(
			fc.property(inside(), inside(), (p, easy) => {
				expect(success(p, easy, 0.5)).toBeCloseTo(easy, 12);
			}),
		);
	});

	test('stays between a coin flip’s and a perfect router’s', () => {
		fc.assert(
			fc.property(inside(), inside(), skill, (p, easy, auc) => {
				expect(success(p, easy, auc)).toBeGreaterThanOrEqual(easy - 1e-12);
				expect(success(p, easy, auc)).toBeLessThanOrEqual(Math.min(1, easy / p) + 1e-12);
			}),
		);
	});

	test('rises with the router’s skill', () => {
		fc.assert(
			fc.property(inside(0.05), inside(0.05), sharp, (p, easy, auc) => {
				expect(success(p, easy, auc + 0.009)).toBeGreaterThan(success(p, easy, auc));
			}),
		);
	});
});

describe('a split', () => {
	test('loses no easy request: p·q + (1 − p)·u = E', () => {
		fc.assert(
			fc.property(inside(), inside(), skill, (p, easy, auc) => {
				const { q, u } = routeSegment(p, easy, discrimination(auc), 0, Number.NaN);
				expect(p * q + (1 - p) * u).toBeCloseTo(easy, 12);
			}),
		);
	});

	test('with a shift is the split at the shifted threshold', () => {
		const d = discrimination(0.8);
		const tau = segmentThreshold(0.6, 0.7, d);
		expect(routeSegment(0.6, 0.7, d, 0.5, Number.NaN)).toEqual(splitAtThreshold(tau + 0.5, 0.7, d));
		expect(routeSegment(0.6, 0.7, d, 0.5, Number.NaN).p).toBeLessThan(0.6);
		expect(routeSegment(0.6, 0.7, d, -0.5, Number.NaN).p).toBeGreaterThan(0.6);
	});

	test('at an infinite threshold goes one way exactly', () => {
		expect(splitAtThreshold(Infinity, 0.7, 1)).toEqual({ p: 0, q: Number.NaN, u: 0.7 });
		expect(splitAtThreshold(-Infinity, 0.7, 1)).toEqual({ p: 1, q: 0.7, u: Number.NaN });
	});

	const unknown = Number.NaN;
	test.each([
		['p = 0', routeSegment(0, 0.7, 1, 0.5, unknown), { p: 0, q: unknown, u: 0.7 }],
		['p = 1', routeSegment(1, 0.7, 1, 0.5, unknown), { p: 1, q: 0.7, u: unknown }],
		['p = 1 without a router', routeSegment(1, 0.7, unknown, 0, 0.9), { p: 1, q: 0.7, u: unknown }],
		['p = 1 without an easy share', routeSegment(1, unknown, unknown, 0, 0.9), { p: 1, q: 0.9, u: unknown }],
		['no easy share', routeSegment(0.3, unknown, 1, 0, 0.9), { p: 0.3, q: 0.9, u: unknown }],
		['no router', routeSegment(0.3, 0.7, unknown, 0, 0.9), { p: 0.3, q: unknown, u: unknown }],
		['nothing easy', routeSegment(0.3, 0, unknown, 0, unknown), { p: 0.3, q: 0, u: 0 }],
		['everything easy', routeSegment(0.3, 1, unknown, 0, unknown), { p: 0.3, q: 1, u: 1 }],
		['a shift without an easy share', routeSegment(0.3, unknown, 1, 0.5, 0.9), { p: unknown, q: 0.9, u: unknown }],
		['a shift without a router', routeSegment(0.3, 0.7, unknown, 0.5, 0.9), { p: unknown, q: unknown, u: unknown }],
	])('with %s has the known rates, and NaN for the others', (_, split, wanted) => {
		expect(split).toEqual(wanted);
	});

	test('of one kind of request depends on the shift alone', () => {
		for (const easy of [0, 1]) {
			const { p, q, u } = routeSegment(0.5, easy, unknown, 1, unknown);
			expect(p).toBeCloseTo(phi(-1), 12);
			expect([q, u]).toEqual([easy, easy]);
		}
	});
});

import { describe, expect, it } from 'vitest';
import { type DiagnosisCase, diagnosisCase, SHAPES, type Shape, shapeOf } from '../../../src/drill/diagnosis/index.js';
import { computeOutcome, scenarioProblems, weekScenarios } from '../../../src/engine/index.js';
import type { Scenario } from '../../../src/engine/scenario.js';
import { shippedScenario } from '../../support/shipped.js';
import { CASES, CONTEXTS, casesOf, startOf } from './cases.js';

const IDS = Object.keys(SHAPES) as readonly Shape[];

function isSuitable(seed: number, context: Scenario): boolean {
	try {
		return diagnosisCase(seed, [context]).seed === seed;
	} catch {
		return false;
	}
}

describe('shapeOf', () => {
	it('gives every shape about equally often', () => {
		for (const shape of IDS) {
			expect(casesOf(shape).length, shape).toBeGreaterThanOrEqual(8);
			expect(casesOf(shape).length, shape).toBeLessThanOrEqual(22);
		}
	});

	it('gives each shape once per block of seven seeds, in varying orders', () => {
		const orders = Array.from({ length: 14 }, (_, block) => IDS.map((_, i) => shapeOf(7 * block + i)));
		for (const order of orders) expect([...order].sort()).toEqual(IDS);
		expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(10);
	});

	it('agrees with the shape of the case', () => {
		for (const { seed, shape } of CASES) expect(shape).toBe(shapeOf(seed));
	});
});

describe('diagnosisCase', () => {
	it('returns the same case for the same seed', () => {
		for (const diagnosis of CASES.slice(0, 14)) expect(diagnosisCase(diagnosis.seed, CONTEXTS)).toEqual(diagnosis);
	});

	it('returns a different case for every seed', () => {
		const parts: Readonly<Record<string, (diagnosis: DiagnosisCase) => unknown>> = {
			artifacts: ({ artifacts }) => artifacts,
			scenario: ({ scenario }) => scenario,
			because: ({ explanation }) => explanation,
		};
		for (const [name, part] of Object.entries(parts)) {
			const texts = CASES.map((diagnosis) =>
				JSON.stringify(part(diagnosis)).replaceAll(`diagnosis:${diagnosis.seed}`, ''),
			);
			expect(new Set(texts).size, name).toBe(CASES.length);
		}
	});

	it('accepts seeds up to 2⁵³ − 1', () => {
		for (const seed of [2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1])
			expect(diagnosisCase(seed, CONTEXTS).scenario.id).toBe(`diagnosis:${seed}`);
	});

	it('uses most contexts, and several for every shape', () => {
		const products = (shape?: Shape) =>
			new Set(CASES.filter((diagnosis) => !shape || diagnosis.shape === shape).map(({ scenario }) => scenario.title));
		expect(products().size).toBeGreaterThanOrEqual(CONTEXTS.length - 1);
		for (const shape of IDS) expect(products(shape).size, shape).toBeGreaterThanOrEqual(4);
	});

	it('succeeds with any single context for some shapes', () => {
		for (const context of CONTEXTS) {
			const suitable = Array.from({ length: 21 }, (_, seed) => seed).filter((seed) => isSuitable(seed, context));
			expect(suitable.length, context.id).toBeGreaterThanOrEqual(3);
		}
	});

	it('divides traffic into tiers for several shapes, so that tiers alone reveal nothing', () => {
		const names = new Set(CONTEXTS.flatMap(({ segments }) => segments.map(({ name }) => name)));
		const byTier = (shape: Shape) =>
			casesOf(shape).filter(({ scenario }) => !names.has(scenario.segments[0]?.name ?? ''));
		expect(byTier('F4')).toHaveLength(casesOf('F4').length);
		const others = IDS.filter((shape) => shape !== 'F4').flatMap(byTier);
		expect(others.length).toBeGreaterThan(casesOf('F4').length);
		expect(new Set(others.map(({ shape }) => shape)).size).toBeGreaterThanOrEqual(4);
	});

	it('throws when no context suits the shape', () => {
		const seed = IDS.map((_, i) => i).find((at) => shapeOf(at) === 'F6') ?? 0;
		// search-answers has no high-risk segment.
		expect(() => diagnosisCase(seed, [shippedScenario('search-answers').scenario])).toThrow(
			'none of the 1 contexts suits F6',
		);
		expect(() => diagnosisCase(0, [])).toThrow('none of the 0 contexts');
	});
});

describe('the scenario of a case', () => {
	it('has no problems for the model', () => {
		for (const { scenario, seed } of CASES) expect(scenarioProblems(scenario), String(seed)).toEqual([]);
	});

	it('ships and saves money at its start, and is rolled back in the fault', () => {
		for (const diagnosis of CASES) {
			const [start, now] = [computeOutcome(startOf(diagnosis)), computeOutcome(diagnosis.scenario)];
			expect([start.verdict, now.verdict], String(diagnosis.seed)).toEqual(['ship', 'roll-back']);
			const { metrics, baseline } = start;
			expect(metrics.totalCostPerResolved ?? NaN).toBeLessThan(baseline.totalCostPerResolved ?? NaN);
		}
	});

	it('breaches exactly the limit of its shape', () => {
		const broken: Readonly<Record<Shape, string>> = {
			F1: 'resolution',
			F2: 'silent',
			F3: 'totalCostPerResolved',
			F4: 'resolution',
			F5: 'resolution',
			F6: 'highRiskSmall',
			F7: 'latencyP95',
		};
		for (const { scenario, shape, seed } of CASES) {
			const states = computeOutcome(scenario).guardrails.filter(({ state }) => state !== 'held');
			expect(
				states.map(({ metric, state }) => [metric, state]),
				String(seed),
			).toEqual([[broken[shape], 'breached']]);
		}
	});

	it('has four consecutive weeks, the last of which is the fault', () => {
		for (const { scenario, seed } of CASES) {
			const weeks = weekScenarios(scenario);
			expect(weeks).toHaveLength(4);
			expect(weeks.at(-1)?.scenario, String(seed)).toEqual(scenario);
			const [first, ...later] = weeks.map(({ week }) => week);
			expect(later).toEqual([1, 2, 3].map((by) => (first ?? 0) + by));
		}
	});

	it('has no named states, which would give the mend away', () => {
		for (const { scenario } of CASES) expect(scenario.states).toEqual([]);
	});

	it('shows the mechanism of its shape', () => {
		for (const diagnosis of CASES) {
			const [now, start] = [diagnosis.scenario, startOf(diagnosis)];
			const change = (segmentId: (typeof now.segments)[number]['id']) => ({
				now: now.segments.find(({ id }) => id === segmentId),
				start: start.segments.find(({ id }) => id === segmentId),
			});
			const moved = now.segments.filter((segment) => {
				const before = change(segment.id).start;
				return before?.routedSmall !== segment.routedSmall;
			});
			const label = `${diagnosis.shape} ${diagnosis.seed}`;
			switch (diagnosis.shape) {
				case 'F1':
					expect(moved, label).toHaveLength(1);
					break;
				case 'F2':
					expect(start.check, label).toBeNull();
					expect(now.check?.catches, label).toBeLessThanOrEqual(0.3);
					break;
				case 'F3':
					expect(Math.max(...now.segments.map(({ repairRate }) => repairRate)), label).toBeGreaterThan(0.4);
					expect(moved, label).toEqual([]);
					break;
				case 'F4':
					expect(
						now.segments.map(({ routerAuc }) => routerAuc),
						label,
					).toEqual([0.5, 0.5, 0.5]);
					expect(now.segments.at(-1)?.routedSmall, label).toBeLessThanOrEqual(0.08);
					break;
				case 'F5': {
					expect(moved, label).toEqual([]);
					const degraded = now.segments.filter((s) => (s.routerAuc ?? 1) < (change(s.id).start?.routerAuc ?? 0));
					expect(degraded.length, label).toBe(now.segments.filter(({ override }) => override === null).length);
					break;
				}
				case 'F6': {
					const withoutOverride = now.segments.filter(
						(s) => s.override === null && change(s.id).start?.override === 'strong',
					);
					expect(
						withoutOverride.map(({ risk }) => risk),
						label,
					).toEqual(['high']);
					expect(withoutOverride[0]?.share, label).toBeLessThanOrEqual(0.05);
					break;
				}
				case 'F7':
					expect(start.check, label).toBeNull();
					expect(now.check?.catches, label).toBeGreaterThan(0.8);
					break;
			}
		}
	});
});

import { describe, expect, it } from 'vitest';
import { diagnosisCase, SHAPES, type Shape, shapeOf } from '../../../src/drill/diagnosis/index.js';
import { computeOutcome, scenarioProblems, weekScenarios } from '../../../src/engine/index.js';
import type { Scenario } from '../../../src/engine/scenario.js';
import { shipped } from '../../support/shipped.js';
import { CASES, CONTEXTS, casesOf, startOf } from './cases.js';

const IDS = Object.keys(SHAPES) as readonly Shape[];

function suits(seed: number, context: Scenario): boolean {
	try {
		return diagnosisCase(seed, [context]).seed === seed;
	} catch {
		return false;
	}
}

describe('which shape a seed stands for', () => {
	it('has every shape about equally often', () => {
		for (const shape of IDS) {
			expect(casesOf(shape).length, shape).toBeGreaterThanOrEqual(8);
			expect(casesOf(shape).length, shape).toBeLessThanOrEqual(22);
		}
	});

	it('has each once in seven seeds, in orders that differ', () => {
		const orders = Array.from({ length: 14 }, (_, block) => IDS.map((_, i) => shapeOf(7 * block + i)));
		for (const order of orders) expect([...order].sort()).toEqual(IDS);
		expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(10);
	});

	it('is what the case says', () => {
		for (const { seed, shape } of CASES) expect(shape).toBe(shapeOf(seed));
	});
});

describe('a diagnosis case', () => {
	it('is the same for the same seed', () => {
		for (const one of CASES.slice(0, 14)) expect(diagnosisCase(one.seed, CONTEXTS)).toEqual(one);
	});

	it('is another for another seed', () => {
		for (const part of ['artifacts', 'scenario', 'because'] as const) {
			const texts = CASES.map((one) => JSON.stringify(one[part]).replaceAll(`diagnosis:${one.seed}`, ''));
			expect(new Set(texts).size, part).toBe(CASES.length);
		}
	});

	it('comes about for any seed', () => {
		for (const seed of [2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1])
			expect(diagnosisCase(seed, CONTEXTS).scenario.id).toBe(`diagnosis:${seed}`);
	});

	it('comes about over most contexts, and over several for every shape', () => {
		const products = (shape?: Shape) =>
			new Set(CASES.filter((one) => !shape || one.shape === shape).map(({ scenario }) => scenario.title));
		expect(products().size).toBeGreaterThanOrEqual(CONTEXTS.length - 1);
		for (const shape of IDS) expect(products(shape).size, shape).toBeGreaterThanOrEqual(4);
	});

	it('comes about over every context alone, for some shape', () => {
		for (const context of CONTEXTS) {
			const suited = Array.from({ length: 21 }, (_, seed) => seed).filter((seed) => suits(seed, context));
			expect(suited.length, context.id).toBeGreaterThanOrEqual(3);
		}
	});

	it('cuts the traffic by tier for other shapes too, so that tiers alone say nothing', () => {
		const names = new Set(CONTEXTS.flatMap(({ segments }) => segments.map(({ name }) => name)));
		const byTier = (shape: Shape) =>
			casesOf(shape).filter(({ scenario }) => !names.has(scenario.segments[0]?.name ?? ''));
		expect(byTier('F4')).toHaveLength(casesOf('F4').length);
		const others = IDS.filter((shape) => shape !== 'F4').flatMap(byTier);
		expect(others.length).toBeGreaterThan(casesOf('F4').length);
		expect(new Set(others.map(({ shape }) => shape)).size).toBeGreaterThanOrEqual(4);
	});

	it('says so where no context suits the shape', () => {
		const seed = IDS.map((_, i) => i).find((at) => shapeOf(at) === 'F6') ?? 0;
		// No segment of it has high risk.
		expect(() => diagnosisCase(seed, [shipped('search-answers').scenario])).toThrow('none of the 1 contexts suits F6');
		expect(() => diagnosisCase(0, [])).toThrow('none of the 0 contexts');
	});
});

describe('the scenario of a case', () => {
	it('has nothing in it that the model cannot compute with', () => {
		for (const { scenario, seed } of CASES) expect(scenarioProblems(scenario), String(seed)).toEqual([]);
	});

	it('is fit to ship at its start, pays there, and is to be rolled back now', () => {
		for (const one of CASES) {
			const [start, now] = [computeOutcome(startOf(one)), computeOutcome(one.scenario)];
			expect([start.verdict, now.verdict], String(one.seed)).toEqual(['ship', 'roll-back']);
			const { metrics, baseline } = start;
			expect(metrics.totalCostPerResolved ?? NaN).toBeLessThan(baseline.totalCostPerResolved ?? NaN);
		}
	});

	it('breaks one limit, that of its shape', () => {
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

	it('gets there in four weeks, of which the last is how it stands', () => {
		for (const { scenario, seed } of CASES) {
			const weeks = weekScenarios(scenario);
			expect(weeks).toHaveLength(4);
			expect(weeks.at(-1)?.scenario, String(seed)).toEqual(scenario);
			const [first, ...later] = weeks.map(({ week }) => week);
			expect(later).toEqual([1, 2, 3].map((by) => (first ?? 0) + by));
		}
	});

	it('names no state that would give the mend away', () => {
		for (const { scenario } of CASES) expect(scenario.states).toEqual([]);
	});

	it('has the mechanism of its shape in it', () => {
		for (const one of CASES) {
			const [now, start] = [one.scenario, startOf(one)];
			const change = (of: (typeof now.segments)[number]['id']) => ({
				now: now.segments.find(({ id }) => id === of),
				start: start.segments.find(({ id }) => id === of),
			});
			const moved = now.segments.filter((segment) => {
				const before = change(segment.id).start;
				return before?.routedSmall !== segment.routedSmall;
			});
			const label = `${one.shape} ${one.seed}`;
			switch (one.shape) {
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
					const fell = now.segments.filter((s) => (s.routerAuc ?? 1) < (change(s.id).start?.routerAuc ?? 0));
					expect(fell.length, label).toBe(now.segments.filter(({ override }) => override === null).length);
					break;
				}
				case 'F6': {
					const lost = now.segments.filter((s) => s.override === null && change(s.id).start?.override === 'strong');
					expect(
						lost.map(({ risk }) => risk),
						label,
					).toEqual(['high']);
					expect(lost[0]?.share, label).toBeLessThanOrEqual(0.05);
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

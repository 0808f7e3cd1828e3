import { describe, expect, it } from 'vitest';
import { figureOf, scenarioAt } from '../../../src/engine/expectations/index.js';
import { computeOutcome, labelsNeeded, type Outcome } from '../../../src/engine/index.js';
import { shippedScenario } from '../../support/shipped.js';
import { withEdits } from '../../support/with-edits.js';
import { cards } from './shipped.js';

/** Computes a scenario's outcome in one of its states (null: its own), after edits. */
function outcome(id: string, state: string | null = null, ...edits: string[]): Outcome {
	const { scenario } = shippedScenario(id);
	const at = scenarioAt(scenario, state);
	if (!at) throw new Error(`${id} has no state ${state}`);
	return computeOutcome(withEdits(at, ...edits));
}

const number = (value: number | null | undefined, factor: number, digits: number): string => {
	if (typeof value !== 'number') throw new Error('not measured');
	return (value * factor).toFixed(digits);
};
const percent = (value: number | null | undefined, digits = 0): string => `${number(value, 100, digits)}%`;
const cents = (value: number | null | undefined, digits = 0): string => number(value, 100, digits);
const seconds = (value: number | null): string => number(value, 0.001, 1);

const week31 = outcome('week-31');
const { metrics: now, baseline: strong } = week31;
const faqAt40 = outcome('week-31', null, 'segments.faq.routedSmall=40%');
const allSmall = outcome('week-31', 'all-small');
const repaired = outcome('week-31', 'repaired');
const kiosk = outcome('slow-fallback');
const dearer = Number(now.totalCostPerResolved) / Number(strong.totalCostPerResolved) - 1;
// Labels that the grants office needs on both lanes, at the strong model's rates there.
const [grants] = outcome('sparse-labels').segments;
const labelsOnBothLanes = labelsNeeded(
	{ smallSuccess: Number(grants?.smallSuccess), strongOnEasy: 0.98, strongOnHard: 0.8 },
	0.03,
).paired;
const pointsShort = (Number(strong.resolution) - Number(faqAt40.metrics.resolution)) * 100;

/** Phrases of the model answers, with figures computed from the scenarios. */
const PHRASES: readonly (readonly [string, readonly string[]])[] = [
	[
		'R1',
		[
			`sent ${percent(now.smallShare)} of`,
			`fell by ${percent(now.saving)}, from ${cents(strong.cost, 1)} cents to ${cents(now.cost, 1)}`,
			`from ${percent(strong.resolution, 1)} to ${percent(now.resolution, 1)}`,
		],
	],
	[
		'R2',
		[
			`from ${percent(now.saving)} to ${percent(faqAt40.metrics.saving)}`,
			`${pointsShort.toFixed(1)} points short`,
			`${percent(shippedScenario('week-31').scenario.segments[0]?.share, 1)} of the traffic`,
			`${percent(shippedScenario('week-31').scenario.segments[2]?.easyShare)} of policy exceptions are easy`,
		],
	],
	['R3', [`save ${percent(allSmall.metrics.saving)} of the spend`]],
	[
		'R4',
		[
			`from ${cents(strong.cost, 1)} cents a request to ${cents(now.cost, 1)}`,
			`from ${seconds(strong.latencyP95)} seconds to ${seconds(now.latencyP95)}`,
			`from ${percent(strong.handoff, 1)} to ${percent(now.handoff, 1)} of requests`,
			`to ${percent(now.silent, 1)}`,
			`from ${cents(strong.totalCostPerResolved)} to ${cents(now.totalCostPerResolved)} cents`,
		],
	],
	['R9', [`cost ${percent(now.saving)} less`, `counted, ${percent(dearer)} more`]],
	['I1', [`fell by ${percent(now.saving)}`, `rose by ${percent(dearer)}`]],
	['I2', [`${pointsShort.toFixed(1)} points short`]],
	[
		'I4',
		[
			`${cents(strong.totalCostPerResolved)} cents was the mark`,
			`the route cost ${cents(now.totalCostPerResolved)}`,
			`${labelsOnBothLanes.toLocaleString('en-US')} questions labelled on both lanes`,
		],
	],
	['I6', [`saved ${cents(now.vetoValue)} cents`]],
	['I7', [`fell by ${percent(1 - Number(kiosk.metrics.latencyP50) / Number(kiosk.baseline.latencyP50))}`]],
];

const answerOf = (id: string): string => (cards.find((card) => card.id === id)?.answer ?? '').replace(/\s+/g, ' ');

describe.each(PHRASES)('the model answer of %s', (id, phrases) => {
	it.each(phrases.map((phrase) => [phrase] as const))('has the computed figures in “%s”', (phrase) => {
		expect(answerOf(id)).toContain(phrase);
	});
});

describe('statements in words agree with the figures:', () => {
	it('R3: with everything routed small, two of five guardrails hold', () => {
		const held = allSmall.guardrails.filter(({ state }) => state === 'held').map(({ metric }) => metric);
		expect(held).toEqual(['repairRate', 'latencyP95']);
		expect(allSmall.guardrails.filter(({ state }) => state === 'breached')).toHaveLength(3);
	});

	it('R3: with overrides and repairs, resolution is as before, but silent failures keep the verdict at canary', () => {
		expect(repaired.metrics.resolution).toBeCloseTo(Number(repaired.baseline.resolution), 3);
		expect(repaired.verdict).toBe('canary');
		const open = repaired.guardrails.filter(({ state }) => state === 'cannot-tell').map(({ metric }) => metric);
		expect(open).toEqual(['silent']);
	});

	it('R4: hand-offs and silent failures doubled', () => {
		expect(Math.floor(Number(now.handoff) / Number(strong.handoff))).toBe(2);
		expect(Math.floor(Number(now.silent) / Number(strong.silent))).toBe(2);
	});

	it('R5: forms got harder, repairs more than doubled, and resolution lost a thirtieth', () => {
		const before = outcome('drift', 'start').metrics;
		const after = outcome('drift', 'start', 'segments.customs.easyShare=50%').metrics;
		expect(Number(after.repairRate) / Number(before.repairRate)).toBeGreaterThan(2);
		expect(1 - Number(after.resolution) / Number(before.resolution)).toBeCloseTo(1 / 30, 2);
		expect(after.smallShare).toBe(before.smallShare);
	});

	it('R6: routing bills small pays with an AUC of 0.84 but not 0.75, and a smell of gas never pays', () => {
		const { scenario } = shippedScenario('no-override');
		const cost = (segment: string, edit: string): number =>
			Number(figureOf(withEdits(scenario, `segments.${segment}.${edit}`), 'totalCostPerResolved', segment));
		expect(cost('bill', 'routerAuc=0.84')).toBeLessThan(cost('bill', 'override=strong'));
		expect(cost('bill', 'routerAuc=0.75')).toBeGreaterThan(cost('bill', 'override=strong'));
		for (const share of ['0.1%', '2%', '20%', '100%'])
			expect(cost('smell', `routedSmall=${share}`), share).toBeGreaterThan(cost('smell', 'override=strong'));
		const { segments } = scenario;
		const bill = segments.find(({ id }) => id === 'bill');
		expect(bill).toMatchObject({ easyShare: 0.94, silentCost: 0.5 });
		expect(segments.find(({ id }) => id === 'smell')?.silentCost).toBe(600);
	});

	it('I2: the FAQ row at 40% gives up half of the saving', () => {
		expect(Number(faqAt40.metrics.saving) / Number(now.saving)).toBeCloseTo(0.5, 1);
	});

	it('I7: at the kiosk the p95 got longer', () => {
		expect(Number(kiosk.metrics.latencyP95)).toBeGreaterThan(Number(kiosk.baseline.latencyP95));
	});
});

import documents from 'virtual:scenarios';
import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../src/content/index.js';
import { type Condition, type Expectation, measureCondition } from '../../src/engine/expectations/index.js';
import { signalsOf } from '../../src/engine/index.js';

const ofKind = (kind: ScenarioDocument['kind']): readonly ScenarioDocument[] =>
	documents.filter((document) => document.kind === kind);
const idOf = ({ scenario }: ScenarioDocument): string => scenario.id;
const roleOf = (document: ScenarioDocument, role: Expectation['role']): readonly Expectation[] =>
	document.expectations.filter((expectation) => expectation.role === role);
const claims = documents.flatMap((document) =>
	document.expectations.map((expectation) => ({
		what: `${idOf(document)}: ${expectation.says}`,
		scenario: document.scenario,
		...expectation,
	})),
);

describe('every claim', () => {
	it.each(claims)('holds: $what', ({ scenario, condition, moment }) => {
		expect(measureCondition(scenario, condition, moment)).toMatchObject({ holds: true, missing: null });
	});

	// A claim that holds for any figure would prove nothing.
	it.each(claims.filter(({ condition }) => condition.kind === 'bound'))(
		'fails with a limit beyond the figure: $what',
		({ scenario, condition, moment }) => {
			if (condition.kind !== 'bound') return;
			const { value } = measureCondition(scenario, condition, moment);
			for (const moved of tightenLimits(condition, Number(value)))
				expect(measureCondition(scenario, moved, moment).holds).toBe(false);
		},
	);
});

/** Returns the condition with each of its limits moved beyond the figure. */
function tightenLimits(condition: Extract<Condition, { kind: 'bound' }>, value: number): readonly Condition[] {
	const step = Math.max(1e-6, Math.abs(value) * 1e-3);
	return [
		...(condition.atLeast === null ? [] : [{ ...condition, atLeast: value + step }]),
		...(condition.atMost === null ? [] : [{ ...condition, atMost: value - step }]),
	];
}

it('every part of the chapter that needs a scenario has one', () => {
	const first = documents.map(({ teaches }) => teaches[0]);
	const shapes = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7'];
	const contexts = Array.from({ length: 12 }, (_, i) => `P${i + 1}`);
	for (const id of [...shapes, 'M5', 'M6', 'M7', 'M10', 'S2', 'B3', 'B4', ...contexts]) expect(first).toContain(id);
	expect(new Set(first).size).toBe(first.length);
});

describe.each(ofKind('failure shape').map((document) => [idOf(document), document] as const))(
	'the failure shape %s',
	(_, document) => {
		const ids = document.scenario.states.map(({ id }) => id);
		it('has a healthy and a mended state that are not rolled back, and a fault that does not ship', () => {
			expect(ids).toEqual(expect.arrayContaining(['healthy', 'mended']));
			const verdict = (moment: string | null) =>
				measureCondition(document.scenario, { kind: 'verdict', verdict: 'ship' }, moment).value;
			expect(verdict(null)).not.toBe('ship');
			expect(verdict('healthy')).not.toBe('roll-back');
			expect(verdict('mended')).not.toBe('roll-back');
		});

		it('claims a figure that betrays it, two that look fine meanwhile, and the verdict of the mended state', () => {
			expect(roleOf(document, 'betrays').length).toBeGreaterThanOrEqual(1);
			expect(roleOf(document, 'calm').length).toBeGreaterThanOrEqual(2);
			const verdicts = roleOf(document, 'mends').filter(({ condition }) => condition.kind === 'verdict');
			expect(verdicts.map(({ moment }) => moment)).toContain('mended');
		});

		it('has calm claims about a comparison, a figure near the healthy one, a held guardrail or an alarm', () => {
			for (const { condition, says } of roleOf(document, 'calm')) {
				const isCompared =
					condition.kind === 'bound' && (condition.against !== undefined || isNearHealthy(document, condition));
				const isHeld = condition.kind === 'guardrail' && condition.stands === 'held';
				const isAlarm = condition.kind === 'alarm';
				expect(isCompared || isHeld || isAlarm, says).toBe(true);
			}
		});
	},
);

/** Returns whether a figure is within 15% of its healthy value, or is the saving, which never looks alarming. */
function isNearHealthy({ scenario }: ScenarioDocument, condition: Extract<Condition, { kind: 'bound' }>): boolean {
	const [now, then] = [null, 'healthy'].map((moment) => Number(measureCondition(scenario, condition, moment).value));
	return condition.figure === 'saving' || Math.abs(Number(now) / Number(then) - 1) <= 0.15;
}

describe('gradual failure shapes', () => {
	it.each(['repair-loop', 'route-drift', 'drift'])('%s has weeks that end in its own state', (id) => {
		const document = documents.find((one) => idOf(one) === id);
		if (!document) throw new Error(`no scenario ${id}`);
		const { scenario } = document;
		expect(scenario.weeks.length).toBeGreaterThanOrEqual(4);
		const metrics = ['cost', 'resolution', 'silent', 'smallShare'] as const;
		for (const { metric, values } of signalsOf(scenario, metrics).signals) {
			const own = measureCondition(scenario, {
				kind: 'bound',
				figure: metric,
				segment: null,
				atLeast: -1,
				atMost: null,
			});
			expect(values.at(-1), metric).toBeCloseTo(Number(own.value), 9);
		}
	});
});

describe.each(ofKind('context').map((document) => [idOf(document), document] as const))(
	'the context %s',
	(_, document) => {
		const { context, scenario } = document;
		if (!context) throw new Error('a context without its block');

		it('claims the number it is judged by', () => {
			const numbers = roleOf(document, 'number').flatMap(({ condition }) =>
				condition.kind === 'bound' ? [[condition.figure, condition.segment]] : [],
			);
			expect(numbers).toContainEqual([context.metric, context.segment]);
		});

		it('has a guardrail and a number that no other context has', () => {
			const others = ofKind('context').filter((other) => other !== document);
			expect(scenario.guardrails.map(({ metric }) => metric)).toContain(context.guardrail);
			for (const other of others) {
				expect(
					other.scenario.guardrails.map(({ metric }) => metric),
					idOf(other),
				).not.toContain(context.guardrail);
				expect(other.context?.metric, idOf(other)).not.toBe(context.metric);
			}
		});

		it('has silent cost, volume and latency, and states with a breach and without', () => {
			for (const { silentCost } of scenario.segments) expect(silentCost).not.toBeNull();
			expect(scenario.volumePerWeek).not.toBeNull();
			expect(scenario.latency).not.toBeNull();
			expect(scenario.states.length).toBeGreaterThanOrEqual(2);
			const breached = document.expectations.filter(
				({ condition }) =>
					(condition.kind === 'guardrail' && condition.stands === 'breached') ||
					(condition.kind === 'verdict' && condition.verdict === 'roll-back'),
			);
			expect(breached.length).toBeGreaterThan(0);
		});
	},
);

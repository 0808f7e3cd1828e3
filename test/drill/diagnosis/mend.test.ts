import { describe, expect, it } from 'vitest';
import type { DiagnosisCase } from '../../../src/drill/diagnosis/index.js';
import { measureCondition } from '../../../src/engine/expectations/index.js';
import { computeOutcome } from '../../../src/engine/index.js';
import { applyChanges, type RefusedChange } from '../../../src/engine/inputs/apply-changes.js';
import { guardrailPath } from '../../../src/engine/inputs/index.js';
import type { Changes, Scenario } from '../../../src/engine/scenario.js';
import { CASES, startOf } from './cases.js';

const holds = ({ mend }: DiagnosisCase, scenario: Scenario): boolean =>
	mend.every((condition) => measureCondition(scenario, condition).holds);

function edited({ scenario }: DiagnosisCase, changes: Changes): Scenario {
	const { scenario: changed, refused } = applyChanges(scenario, changes);
	expect<readonly RefusedChange[]>(refused).toEqual([]);
	return changed;
}

describe('how a case is mended', () => {
	it('asks for the same of every shape', () => {
		const asked = CASES.map(({ mend }) => mend.map((one) => (one.kind === 'bound' ? one.figure : one.kind)));
		const all = ['verdict', 'resolution', 'silent', 'totalCostPerResolved', 'latencyP95', 'highRiskSmall', 'saving'];
		for (const [i, figures] of asked.entries()) {
			const risky = CASES[i]?.scenario.segments.some(({ risk }) => risk === 'high');
			expect(figures).toEqual(all.filter((figure) => risky || figure !== 'highRiskSmall'));
		}
	});

	it('does not hold in the fault', () => {
		expect(CASES.filter((one) => holds(one, one.scenario)).map(({ seed }) => seed)).toEqual([]);
	});

	it('holds after the solution', () => {
		for (const one of CASES) {
			expect(Object.keys(one.solution).length, String(one.seed)).toBeGreaterThan(0);
			expect(holds(one, edited(one, one.solution)), `${one.shape} ${one.seed}`).toBe(true);
		}
	});

	it('holds as well with everything as it was in the first week', () => {
		for (const one of CASES) {
			const [first] = one.scenario.weeks;
			expect(holds(one, edited(one, first?.set ?? {})), `${one.shape} ${one.seed}`).toBe(true);
			expect(computeOutcome(startOf(one)).verdict).toBe('ship');
		}
	});

	it('holds with another edit than these two', () => {
		for (const one of CASES) {
			const ways = otherWays(one).map((changes) => holds(one, edited(one, changes)));
			expect(ways, `${one.shape} ${one.seed}`).toContain(true);
		}
	});

	it('holds neither with everything strong nor with every limit out of the way', () => {
		for (const one of CASES) {
			const strong = one.scenario.segments.map(({ id }) => [`segments.${id}.override`, 'strong'] as const);
			expect(holds(one, edited(one, Object.fromEntries(strong))), `${one.shape} ${one.seed}`).toBe(false);
			const limits = one.scenario.guardrails.map((guardrail) => {
				const most = guardrail.metric === 'latencyP95' || guardrail.metric === 'totalCostPerResolved' ? 1e9 : 1;
				return [guardrailPath(guardrail), guardrail.side === 'atMost' ? most : 0] as const;
			});
			const moved = edited(one, Object.fromEntries(limits));
			expect(computeOutcome(moved).verdict, `${one.shape} ${one.seed}`).not.toBe('roll-back');
			expect(holds(one, moved), `${one.shape} ${one.seed}`).toBe(false);
		}
	});
});

/** What somebody may well try: neither the stored solution nor the first week. */
function otherWays(one: DiagnosisCase): readonly Changes[] {
	const { scenario, solution, shape } = one;
	const start = startOf(one);
	const small = scenario.segments.filter(({ override }) => override === null);
	const each = (field: string, value: (id: string) => number): Changes =>
		Object.fromEntries(small.map(({ id }) => [`segments.${id}.${field}`, value(id)]));
	const before = (id: string) => start.segments.find((segment) => segment.id === id);
	switch (shape) {
		case 'F1': {
			const [path = '', mix] = Object.entries(solution)[0] ?? [];
			return [{ [path]: Number(mix) + 0.03 }, { [path]: Number(mix) - 0.03 }, { [path]: 0 }];
		}
		case 'F2':
			return [
				{ 'check.catches': 0.8, 'check.falseAlarms': 0.03 },
				{ check: null, ...each('routedSmall', (id) => (before(id)?.routedSmall ?? 0) - 0.02) },
			];
		case 'F3':
			return [
				each('repairRate', (id) => (before(id)?.repairRate ?? 0) + 0.01),
				{ ...solution, ...each('repairRate', () => 0) },
				{ ...solution, ...each('repairRate', (id) => (before(id)?.repairRate ?? 0) + 0.01) },
			];
		case 'F4':
			return [0.87, 0.92].flatMap((auc) =>
				[0.4, 0.45, 0.5].map((mix) => ({ ...each('routerAuc', () => auc), ...each('routedSmall', () => mix) })),
			);
		case 'F5':
			return [
				each('routerAuc', (id) => (before(id)?.routerAuc ?? 0) - 0.01),
				each('routerAuc', () => 0.9),
				{ check: 'on', 'check.catches': 0.9, 'check.falseAlarms': 0.02, 'check.cost': 0, 'check.latency': 0 },
			];
		case 'F6':
			return [each('routedSmall', (id) => (before(id)?.override ? 0 : (before(id)?.routedSmall ?? 0)))];
		case 'F7':
			return [{ 'check.latency': 0, 'check.falseAlarms': 0.02 }, { check: null }];
	}
}

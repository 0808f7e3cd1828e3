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

function applyEdits({ scenario }: DiagnosisCase, changes: Changes): Scenario {
	const { scenario: changed, refused } = applyChanges(scenario, changes);
	expect<readonly RefusedChange[]>(refused).toEqual([]);
	return changed;
}

describe('mend conditions of a case', () => {
	it('are of the same kinds for every shape', () => {
		const conditions = CASES.map(({ mend }) =>
			mend.map((condition) => (condition.kind === 'bound' ? condition.figure : condition.kind)),
		);
		const order = ['verdict', 'resolution', 'silent', 'totalCostPerResolved', 'latencyP95', 'highRiskSmall', 'saving'];
		for (const [i, figures] of conditions.entries()) {
			const risky = CASES[i]?.scenario.segments.some(({ risk }) => risk === 'high');
			expect(figures).toEqual(order.filter((figure) => risky || figure !== 'highRiskSmall'));
		}
	});

	it('do not all hold in the fault', () => {
		expect(CASES.filter((diagnosis) => holds(diagnosis, diagnosis.scenario)).map(({ seed }) => seed)).toEqual([]);
	});

	it('hold after the stored solution', () => {
		for (const diagnosis of CASES) {
			expect(Object.keys(diagnosis.solution).length, String(diagnosis.seed)).toBeGreaterThan(0);
			expect(holds(diagnosis, applyEdits(diagnosis, diagnosis.solution)), `${diagnosis.shape} ${diagnosis.seed}`).toBe(
				true,
			);
		}
	});

	it('hold after restoring the first week', () => {
		for (const diagnosis of CASES) {
			const [first] = diagnosis.scenario.weeks;
			expect(holds(diagnosis, applyEdits(diagnosis, first?.set ?? {})), `${diagnosis.shape} ${diagnosis.seed}`).toBe(
				true,
			);
			expect(computeOutcome(startOf(diagnosis)).verdict).toBe('ship');
		}
	});

	it('hold after an edit other than these two', () => {
		for (const diagnosis of CASES) {
			const results = otherWays(diagnosis).map((changes) => holds(diagnosis, applyEdits(diagnosis, changes)));
			expect(results, `${diagnosis.shape} ${diagnosis.seed}`).toContain(true);
		}
	});

	it('fail with everything strong, and with every limit moved out of the way', () => {
		for (const diagnosis of CASES) {
			const strong = diagnosis.scenario.segments.map(({ id }) => [`segments.${id}.override`, 'strong'] as const);
			expect(
				holds(diagnosis, applyEdits(diagnosis, Object.fromEntries(strong))),
				`${diagnosis.shape} ${diagnosis.seed}`,
			).toBe(false);
			const limits = diagnosis.scenario.guardrails.map((guardrail) => {
				const limit = guardrail.metric === 'latencyP95' || guardrail.metric === 'totalCostPerResolved' ? 1e9 : 1;
				return [guardrailPath(guardrail), guardrail.side === 'atMost' ? limit : 0] as const;
			});
			const moved = applyEdits(diagnosis, Object.fromEntries(limits));
			expect(computeOutcome(moved).verdict, `${diagnosis.shape} ${diagnosis.seed}`).not.toBe('roll-back');
			expect(holds(diagnosis, moved), `${diagnosis.shape} ${diagnosis.seed}`).toBe(false);
		}
	});
});

/** Returns edits that a reader may try, other than the stored solution and the first week. */
function otherWays(diagnosis: DiagnosisCase): readonly Changes[] {
	const { scenario, solution, shape } = diagnosis;
	const start = startOf(diagnosis);
	const small = scenario.segments.filter(({ override }) => override === null);
	const setAll = (field: string, value: (id: string) => number): Changes =>
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
				{ check: null, ...setAll('routedSmall', (id) => (before(id)?.routedSmall ?? 0) - 0.02) },
			];
		case 'F3':
			return [
				setAll('repairRate', (id) => (before(id)?.repairRate ?? 0) + 0.01),
				{ ...solution, ...setAll('repairRate', () => 0) },
				{ ...solution, ...setAll('repairRate', (id) => (before(id)?.repairRate ?? 0) + 0.01) },
			];
		case 'F4':
			return [0.87, 0.92].flatMap((auc) =>
				[0.4, 0.45, 0.5].map((mix) => ({ ...setAll('routerAuc', () => auc), ...setAll('routedSmall', () => mix) })),
			);
		case 'F5':
			return [
				setAll('routerAuc', (id) => (before(id)?.routerAuc ?? 0) - 0.01),
				setAll('routerAuc', () => 0.9),
				{ check: 'on', 'check.catches': 0.9, 'check.falseAlarms': 0.02, 'check.cost': 0, 'check.latency': 0 },
			];
		case 'F6':
			return [setAll('routedSmall', (id) => (before(id)?.override ? 0 : (before(id)?.routedSmall ?? 0)))];
		case 'F7':
			return [{ 'check.latency': 0, 'check.falseAlarms': 0.02 }, { check: null }];
	}
}

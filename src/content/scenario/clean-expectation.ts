import type { Condition, Expectation } from '../../engine/expectations/index.js';
import type { RawCondition, RawExpectation } from './raw/expectation.js';

/** An expectation whose fields the rules have found to belong together. */
export function cleanExpectation(raw: RawExpectation): Expectation {
	const { says, role, state, week } = raw;
	return { says, role, moment: state ?? week ?? null, condition: cleanCondition(raw) };
}

/** The condition that its fields make. */
export function cleanCondition(raw: RawCondition): Condition {
	const { verdict, guardrail, stands, alarm, inWeek, before, metric, against, input, is } = raw;
	const segment = raw.segment ?? null;
	const limits = { atLeast: raw.atLeast ?? null, atMost: raw.atMost ?? null };
	if (input !== undefined) return { kind: 'input', path: input, ...limits, ...(is === undefined ? {} : { is }) };
	if (verdict !== undefined) return { kind: 'verdict', verdict };
	if (guardrail !== undefined) return { kind: 'guardrail', metric: guardrail, segment, stands: stands ?? 'held' };
	if (alarm !== undefined)
		return {
			kind: 'alarm',
			metric: alarm,
			...(inWeek === undefined ? {} : { week: inWeek === 'never' ? null : inWeek }),
			...(before === undefined ? {} : { before }),
		};
	return {
		kind: 'bound',
		figure: metric ?? 'cost',
		segment,
		...limits,
		...(against === undefined
			? {}
			: { against: { moment: against === 'own' ? null : against, as: raw.as ?? 'difference' } }),
	};
}

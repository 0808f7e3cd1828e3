import {
	describeCondition,
	describeMeasurement,
	describeMoment,
	measureCondition,
} from '../../engine/expectations/index.js';
import type { ScenarioDocument } from './document.js';
import type { RuleViolation } from './rules/rule.js';

/** A claim that does not hold. */
export interface UnprovedClaim extends RuleViolation {
	readonly claim: string;
	/** The expected and the measured value, in words. */
	readonly found: string;
}

/** Finds the expectations of a scenario that its own figures contradict. */
export function findUnprovedClaims({ scenario, expectations }: ScenarioDocument): readonly UnprovedClaim[] {
	return expectations.flatMap(({ says, condition, moment }, index) => {
		const measured = measureCondition(scenario, condition, moment);
		if (measured.holds) return [];
		const where = describeMoment(moment);
		const found = `expected ${describeCondition(condition)}${where && ` ${where}`}, but ${describeMeasurement(condition, measured)}`;
		return [
			{
				claim: says,
				found,
				path: ['expect', index, 'says'],
				message: `this does not hold: ${found}`,
				help: 'Change the claim, or the figures that it rests on.',
			},
		];
	});
}

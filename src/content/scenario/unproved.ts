import { conditionWords, measureCondition, measuredWords, momentWords } from '../../engine/expectations/index.js';
import type { ScenarioDocument } from './document.js';
import type { Breach } from './rules/rule.js';

/** A claim that does not hold. */
export interface Unproved extends Breach {
	readonly claim: string;
	/** The expected and the measured value, in words. */
	readonly found: string;
}

/** Finds the expectations of a scenario that its own figures contradict. */
export function unproved({ scenario, expectations }: ScenarioDocument): readonly Unproved[] {
	return expectations.flatMap(({ says, condition, moment }, index) => {
		const measured = measureCondition(scenario, condition, moment);
		if (measured.holds) return [];
		const where = momentWords(moment);
		const found = `expected ${conditionWords(condition)}${where && ` ${where}`}, but ${measuredWords(condition, measured)}`;
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

import { conditionWords, measureCondition, measuredWords, momentWords } from '../../engine/expectations/index.js';
import type { ScenarioDocument } from './document.js';
import type { Breach } from './rules/rule.js';

/** The expectations of a scenario that its own figures do not bear out. */
export function unproved({ scenario, expectations }: ScenarioDocument): readonly Breach[] {
	return expectations.flatMap(({ condition, moment }, index) => {
		const measured = measureCondition(scenario, condition, moment);
		if (measured.holds) return [];
		const where = momentWords(moment);
		return [
			{
				path: ['expect', index, 'says'],
				message: `this does not hold: expected ${conditionWords(condition)}${where && ` ${where}`}, but ${measuredWords(condition, measured)}`,
				help: 'Change the claim, or the figures that it rests on.',
			},
		];
	});
}

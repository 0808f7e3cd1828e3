import type { ScenarioDocument } from '../document.js';
import type { RuleViolation } from '../rules/rule.js';

/** Finds weeks out of order: each builds on the one above it, whatever their numbers. */
export const orderDoubts = ({ scenario: { weeks } }: ScenarioDocument): readonly RuleViolation[] =>
	weeks.flatMap(({ week }, i) => {
		const before = weeks[i - 1]?.week;
		return before === undefined || week > before
			? []
			: [
					{
						path: ['weeks', i, 'week'],
						message: `week ${week} stands after week ${before}`,
						help: 'Each week changes what stands above it: move it up if the weeks are meant to follow each other.',
					},
				];
	});

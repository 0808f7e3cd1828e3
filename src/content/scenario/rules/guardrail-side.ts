import { nameOf } from '../../explain/name-of.js';
import { fields, isMissing, list, type Rule } from './rule.js';

/** A guardrail has one limit, on one side. */
export const guardrailSide: Rule = (file) =>
	list(file.guardrails).flatMap((item, index) => {
		const guardrail = fields(item);
		const sides = [guardrail.atMost, guardrail.atLeast].filter((side) => !isMissing(side)).length;
		// An empty limit is the schema's to report.
		if (sides === 1 || typeof item !== 'object' || 'atMost' in guardrail !== 'atLeast' in guardrail) return [];
		const name = nameOf(file, ['guardrails', index]);
		return sides === 2
			? [
					{
						path: ['guardrails', index, 'atLeast'],
						message: `${name} has both atMost and atLeast; expected exactly one of them`,
						help: 'Keep one. For a corridor, write two guardrails.',
					},
				]
			: [
					{
						path: ['guardrails', index],
						message: `${name} has no limit; expected exactly one of atMost and atLeast`,
						help: 'Add atMost: … if more is worse, atLeast: … if less is worse.',
					},
				];
	});

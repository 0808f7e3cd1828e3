import { fields, isMissing, list, type Rule } from './rule.js';

/** The rollback trigger of a worksheet is one of its guardrails. */
export const triggerGuardrail: Rule = (file) => {
	const { trigger } = fields(file.worksheet);
	const { metric, segment } = fields(trigger);
	// Anything else is the schema's to report.
	if (typeof metric !== 'string') return [];
	const guardrails = list(file.guardrails).map(fields);
	const named = (of: unknown): unknown => (isMissing(of) ? null : of);
	if (guardrails.some((one) => one.metric === metric && named(one.segment) === named(segment))) return [];
	const where = isMissing(segment) ? 'for the whole board' : `for the segment ${String(segment)}`;
	const known = guardrails.map(
		(one) => `${String(one.metric)}${isMissing(one.segment) ? '' : ` of ${String(one.segment)}`}`,
	);
	return [
		{
			path: ['worksheet', 'trigger', 'metric'],
			message: `the rollback trigger names ${metric} ${where}, and no guardrail is on it`,
			help:
				known.length > 0 ? `Name one of the guardrails (${known.join(', ')}), or add one.` : 'Add a guardrail on it.',
		},
	];
};

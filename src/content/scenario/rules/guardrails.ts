import { metricUnit } from '../../../engine/inputs/metric-unit.js';
import { METRIC_NAMES, type MetricName } from '../../../engine/scenario.js';
import { nameOf } from '../../explain/name-of.js';
import { type Fields, fields, isMissing, list, type Rule, type RuleViolation } from './rule.js';

/** Metrics printed as percentages that can be outside 0..1. */
const UNBOUNDED: readonly MetricName[] = ['saving', 'pgr', 'breakEvenRepair', 'handoffBreakEven'];

const RATES: readonly unknown[] = METRIC_NAMES.filter(
	(metric) => metricUnit(metric) === 'percent' && !UNBOUNDED.includes(metric),
);

/** Checks that a limit on a rate, in a guardrail or a claim, is a fraction: 12 was probably meant as 12%. */
export const guardrailLimit: Rule = (file) => [
	...checkRateLimits(file, 'guardrails'),
	...checkRateLimits(file, 'expect'),
];

const checkRateLimits = (file: Fields, group: 'guardrails' | 'expect'): readonly RuleViolation[] =>
	list(file[group]).flatMap((item, index) => {
		const limited = fields(item);
		// A claim may be about a ratio or difference instead. A saving above 1 is impossible.
		const isRate = isMissing(limited['as']) && (RATES.includes(limited.metric) || limited.metric === 'saving');
		if (!isRate) return [];
		return ['atMost', 'atLeast'].flatMap((side) => {
			const limit = limited[side];
			if (limited.metric === 'saving' && !(Number(limit) > 1)) return [];
			if (typeof limit !== 'number' || Math.abs(limit) <= 1 || Math.abs(limit) > 100) return [];
			const path = [group, index, side];
			const share = Number((limit / 100).toPrecision(15));
			return [
				{
					path,
					message: `${nameOf(file, path)} is ${limit}; expected a fraction from -1 to 1, because the metric is a rate`,
					help: `Write ${share} for ${limit}%: rates are fractions in a file.`,
				},
			];
		});
	});

/** Checks that every guardrail has a limit on exactly one side. */
export const guardrailSide: Rule = (file) =>
	list(file.guardrails).flatMap((item, index) => {
		const guardrail = fields(item);
		const sides = [guardrail.atMost, guardrail.atLeast].filter((side) => !isMissing(side)).length;
		// The schema reports an empty limit.
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

/** Checks that the rollback trigger of a worksheet is one of its guardrails. */
export const triggerGuardrail: Rule = (file) => {
	const { trigger } = fields(file.worksheet);
	const { metric, segment } = fields(trigger);
	// The schema reports anything else.
	if (typeof metric !== 'string') return [];
	const guardrails = list(file.guardrails).map(fields);
	const idOrNull = (of: unknown): unknown => (isMissing(of) ? null : of);
	if (guardrails.some((one) => one.metric === metric && idOrNull(one.segment) === idOrNull(segment))) return [];
	const where = isMissing(segment) ? 'for all requests' : `for the segment ${String(segment)}`;
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

import { metricUnit } from '../../../engine/inputs/metric-unit.js';
import { METRIC_NAMES, type MetricName } from '../../../engine/scenario.js';
import { nameOf } from '../../explain/name-of.js';
import { fields, list, type Rule } from './rule.js';

/** Printed as percentages, but ratios that can leave 0..1. */
const UNBOUNDED: readonly MetricName[] = ['saving', 'pgr', 'breakEvenRepair', 'handoffBreakEven'];

const RATES: readonly unknown[] = METRIC_NAMES.filter(
	(metric) => metricUnit(metric) === 'percent' && !UNBOUNDED.includes(metric),
);

/** A rate is limited by a fraction: 12 as a limit on the repair rate was meant as 12%. */
export const guardrailLimit: Rule = (file) =>
	list(file.guardrails).flatMap((item, index) => {
		const guardrail = fields(item);
		if (!RATES.includes(guardrail.metric)) return [];
		return ['atMost', 'atLeast'].flatMap((side) => {
			const limit = guardrail[side];
			if (typeof limit !== 'number' || Math.abs(limit) <= 1 || Math.abs(limit) > 100) return [];
			const path = ['guardrails', index, side];
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

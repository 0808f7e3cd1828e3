import type { Comparison } from './full-metrics.js';
import type { Noise } from './noise.js';
import type { Gain, GuardrailState, GuardrailStatus, Verdict } from './outcome-types.js';
import type { MetricName } from './scenario.js';
import { ROUNDING } from './unmeasured.js';

/** A verdict, the metrics that decided it, and the gain. */
export interface Judgement {
	readonly verdict: Verdict;
	/** Each metric once. */
	readonly decidedBy: readonly MetricName[];
	readonly gain: Gain;
}

/**
 * Computes G = T(baseline) − T(now), where T is totalCostPerResolved, or costPerResolved if that has no value on either
 * side.
 */
export function gainOf({ now, before }: Comparison, noise: Noise): Gain {
	const both = (metric: MetricName): boolean => now.metrics[metric] !== null && before.metrics[metric] !== null;
	const metric = both('totalCostPerResolved') ? 'totalCostPerResolved' : 'costPerResolved';
	const [to, from] = [now.metrics[metric], before.metrics[metric]];
	if (to === null || from === null) return { metric, value: null, noise: null };
	return { metric, value: from - to, noise: noise.ofDifference(metric) };
}

/**
 * Decides the verdict, by the first rule that applies:
 *
 * 1. A guardrail is breached: roll back.
 * 2. Resolution is not measured: measure first.
 * 3. The total cost is higher, beyond the noise: no gain.
 * 4. A guardrail cannot be judged, or the gain or its noise is unknown: canary.
 * 5. The gain is 0 and carries no noise: no gain.
 * 6. The gain exceeds the noise: ship.
 * 7. Within the noise: no gain if model spend is not below the baseline's, ship if a guardrail on resolution is held
 *    and the gain is positive, otherwise canary.
 */
export function verdictOf(
	guardrails: readonly Pick<GuardrailState, 'metric' | 'state'>[],
	{ now, before }: Comparison,
	gain: Gain,
): Judgement {
	const judge = (verdict: Verdict, ...decidedBy: readonly MetricName[]): Judgement => ({
		verdict,
		decidedBy: [...new Set(decidedBy)],
		gain,
	});
	const metricsInState = (wanted: GuardrailStatus): MetricName[] =>
		guardrails.filter(({ state }) => state === wanted).map(({ metric }) => metric);
	const breached = metricsInState('breached');
	if (breached.length > 0) return judge('roll-back', ...breached);
	if (now.metrics.resolution === null) return judge('measure-first', 'resolution');
	const { metric, value, noise } = gain;
	if (value !== null && noise !== null && value < -noise - roundingOf(gain, before)) return judge('no-gain', metric);
	const undecided = metricsInState('cannot-tell');
	if (value === null || noise === null) return judge('canary', ...undecided, metric);
	if (undecided.length > 0) return judge('canary', ...undecided);
	if (noise === 0 && Math.abs(value) <= roundingOf(gain, before)) return judge('no-gain', metric);
	if (value > noise) return judge('ship', metric);
	const [cost, baselineCost] = [now.metrics.cost, before.metrics.cost];
	if (cost === null || baselineCost === null || cost >= baselineCost) return judge('no-gain', 'cost');
	const resolutionHeld = guardrails.some((one) => one.metric === 'resolution' && one.state === 'held');
	return resolutionHeld && value > 0 ? judge('ship', 'cost', 'resolution') : judge('canary', metric);
}

/** Returns the largest rounding error expected in a gain that is really 0. */
const roundingOf = ({ metric }: Gain, before: Comparison['before']): number =>
	ROUNDING * Math.abs(before.metrics[metric] ?? 0);

import type { Compared } from './full-metrics.js';
import type { Noise } from './noise.js';
import type { Gain, GuardrailState, GuardrailStatus, Verdict } from './outcome-types.js';
import type { MetricName } from './scenario.js';
import { ROUNDING } from './unmeasured.js';

/** A verdict, what decided it and by how much. */
export interface Judgement {
	readonly verdict: Verdict;
	/** Metrics, each once. */
	readonly decidedBy: readonly MetricName[];
	readonly gain: Gain;
}

/**
 * G = T(baseline) − T(now), T being totalCostPerResolved, or costPerResolved where that has no value on either side.
 */
export function gainOf({ now, before }: Compared, noise: Noise): Gain {
	const both = (metric: MetricName): boolean => now.metrics[metric] !== null && before.metrics[metric] !== null;
	const metric = both('totalCostPerResolved') ? 'totalCostPerResolved' : 'costPerResolved';
	const [to, from] = [now.metrics[metric], before.metrics[metric]];
	if (to === null || from === null) return { metric, value: null, noise: null };
	return { metric, value: from - to, noise: noise.ofDifference(metric) };
}

/**
 * The first that applies: a breached guardrail, roll back; no resolution, measure first; dearer beyond the noise, no
 * gain; a guardrail or the gain that cannot be told, canary; nothing moved, no gain; a gain beyond the noise, ship.
 * Within the noise: spend not below the baseline's, no gain; a limit on resolution held, ship; else canary.
 */
export function verdictOf(
	guardrails: readonly Pick<GuardrailState, 'metric' | 'state'>[],
	{ now, before }: Compared,
	gain: Gain,
): Judgement {
	const by = (verdict: Verdict, ...decidedBy: readonly MetricName[]): Judgement => ({
		verdict,
		decidedBy: [...new Set(decidedBy)],
		gain,
	});
	const standing = (wanted: GuardrailStatus): MetricName[] =>
		guardrails.filter(({ state }) => state === wanted).map(({ metric }) => metric);
	const breached = standing('breached');
	if (breached.length > 0) return by('roll-back', ...breached);
	if (now.metrics.resolution === null) return by('measure-first', 'resolution');
	const { metric, value, noise } = gain;
	if (value !== null && noise !== null && value < -noise - roundingOf(gain, before)) return by('no-gain', metric);
	const unclear = standing('cannot-tell');
	if (value === null || noise === null) return by('canary', ...unclear, metric);
	if (unclear.length > 0) return by('canary', ...unclear);
	if (noise === 0 && Math.abs(value) <= roundingOf(gain, before)) return by('no-gain', metric);
	if (value > noise) return by('ship', metric);
	const [cost, was] = [now.metrics.cost, before.metrics.cost];
	if (cost === null || was === null || cost >= was) return by('no-gain', 'cost');
	const resolutionHeld = guardrails.some((one) => one.metric === 'resolution' && one.state === 'held');
	return resolutionHeld && value > 0 ? by('ship', 'cost', 'resolution') : by('canary', metric);
}

/** What rounding can leave of a gain that is none. */
const roundingOf = ({ metric }: Gain, before: Compared['before']): number =>
	ROUNDING * Math.abs(before.metrics[metric] ?? 0);

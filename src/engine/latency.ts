import { effectiveCheck } from './cost.js';
import { type Branch, mixtureMean, mixtureQuantile } from './mixture.js';
import { addTimes, fromQuantiles } from './normal.js';
import type { Scenario } from './scenario.js';
import type { SegmentNumbers } from './segment.js';
import { orNaN, times } from './unmeasured.js';

/** Milliseconds; NaN: not measured. */
export interface LatencyNumbers {
	readonly mean: number;
	readonly p50: number;
	readonly p95: number;
}

const UNMEASURED: LatencyNumbers = { mean: Number.NaN, p50: Number.NaN, p95: Number.NaN };

/** Shares of the requests that router and check delay by the same time. */
interface DelayGroup {
	/** In milliseconds. */
	readonly delay: number;
	/** Σwp(1 − r), Σwpr and Σw(1 − p). */
	smallOnly: number;
	repaired: number;
	strong: number;
}

/**
 * Computes the users' waiting time over the board, a mixture of three kinds of request: small only, small then strong
 * (repaired), and strong only. A check delays the first two; the router delays all but overridden requests, which skip
 * it.
 *
 * @param segments of this scenario, in its order
 */
export function latencyNumbers(scenario: Scenario, segments: readonly SegmentNumbers[]): LatencyNumbers {
	const { latency } = scenario;
	if (latency === null) return UNMEASURED;
	const groups = groupByDelay(scenario, segments);
	const total = groups.reduce((sum, { smallOnly, repaired, strong }) => sum + smallOnly + repaired + strong, 0);
	if (Number.isNaN(total) || groups.some(({ delay }) => Number.isNaN(delay))) return UNMEASURED;
	const branches: Branch[] = [];
	for (const { delay, smallOnly, repaired, strong } of groups) {
		const smallTime = fromQuantiles(latency.small, delay);
		const strongTime = fromQuantiles(latency.strong, delay);
		if (smallOnly > 0) branches.push({ weight: smallOnly / total, time: smallTime });
		if (repaired > 0)
			branches.push({ weight: repaired / total, time: addTimes(smallTime, fromQuantiles(latency.strong)) });
		if (strong > 0) branches.push({ weight: strong / total, time: strongTime });
	}
	return {
		mean: mixtureMean(branches),
		p50: mixtureQuantile(branches, 0.5),
		p95: mixtureQuantile(branches, 0.95),
	};
}

function groupByDelay(scenario: Scenario, segments: readonly SegmentNumbers[]): readonly DelayGroup[] {
	const groups: DelayGroup[] = [];
	for (const [i, segment] of scenario.segments.entries()) {
		const { p, repairRate } = segments[i] as SegmentNumbers;
		const routerDelay = segment.override === null ? scenario.routerLatency : 0;
		groupWithDelay(groups, routerDelay).strong += segment.share * (1 - p);
		const wp = segment.share * p;
		// If no request takes the small lane, the check's latency need not be measured.
		if (wp === 0) continue;
		const check = effectiveCheck(scenario, segment);
		const checked = groupWithDelay(groups, check === null ? routerDelay : routerDelay + orNaN(check.latency));
		checked.smallOnly += times(wp, 1 - repairRate);
		checked.repaired += times(wp, repairRate);
	}
	return groups;
}

function groupWithDelay(groups: DelayGroup[], delay: number): DelayGroup {
	for (const group of groups) if (Object.is(group.delay, delay)) return group;
	const group = { delay, smallOnly: 0, repaired: 0, strong: 0 };
	groups.push(group);
	return group;
}

import { checkOf } from './cost.js';
import { type Branch, mixtureMean, mixtureQuantile } from './mixture.js';
import { fromQuantiles, inSequence } from './normal.js';
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

/** Requests that wait equally long for router and check. */
interface Queue {
	readonly delay: number;
	/** Σwp(1 − r), Σwpr and Σw(1 − p). */
	smallOnly: number;
	repaired: number;
	strong: number;
}

/**
 * What a user waits, over the board: small only, small and then strong where the answer was repaired, and strong
 * only. A check delays the first two; the router delays everything but overridden requests, which skip it.
 *
 * @param segments of this scenario, in its order
 */
export function latencyNumbers(scenario: Scenario, segments: readonly SegmentNumbers[]): LatencyNumbers {
	const { latency } = scenario;
	if (latency === null) return UNMEASURED;
	const queues = queuesOf(scenario, segments);
	const total = queues.reduce((sum, { smallOnly, repaired, strong }) => sum + smallOnly + repaired + strong, 0);
	if (Number.isNaN(total) || queues.some(({ delay }) => Number.isNaN(delay))) return UNMEASURED;
	const branches: Branch[] = [];
	for (const { delay, smallOnly, repaired, strong } of queues) {
		const small = fromQuantiles(latency.small, delay);
		const large = fromQuantiles(latency.strong, delay);
		if (smallOnly > 0) branches.push({ weight: smallOnly / total, time: small });
		if (repaired > 0)
			branches.push({ weight: repaired / total, time: inSequence(small, fromQuantiles(latency.strong)) });
		if (strong > 0) branches.push({ weight: strong / total, time: large });
	}
	return {
		mean: mixtureMean(branches),
		p50: mixtureQuantile(branches, 0.5),
		p95: mixtureQuantile(branches, 0.95),
	};
}

function queuesOf(scenario: Scenario, segments: readonly SegmentNumbers[]): readonly Queue[] {
	const queues: Queue[] = [];
	for (const [i, segment] of scenario.segments.entries()) {
		const { p, repairRate } = segments[i] as SegmentNumbers;
		const routed = segment.override === null ? scenario.routerLatency : 0;
		queueAt(queues, routed).strong += segment.share * (1 - p);
		const wp = segment.share * p;
		// What nothing waits for need not be measured.
		if (wp === 0) continue;
		const check = checkOf(scenario, segment);
		const small = queueAt(queues, check === null ? routed : routed + orNaN(check.latency));
		small.smallOnly += times(wp, 1 - repairRate);
		small.repaired += times(wp, repairRate);
	}
	return queues;
}

function queueAt(queues: Queue[], delay: number): Queue {
	for (const queue of queues) if (Object.is(queue.delay, delay)) return queue;
	const queue = { delay, smallOnly: 0, repaired: 0, strong: 0 };
	queues.push(queue);
	return queue;
}

import { callCost, coldExtra } from '../cost.js';
import { fromQuantiles } from '../lognormal.js';
import type { Lane, Scenario, Segment } from '../scenario.js';
import type { Draws } from './draws.js';
import type { TracedCall, TracedPass } from './types.js';

/**
 * The calls of one answer in a lane, and how long it took. Steps that run 0 times make no call.
 *
 * @param p share of the segment that is routed small: with a cache that a change of lanes loses, the chance that the
 *   request before this one left the small lane's prefix warm, and 1 − p that of the strong lane's
 */
export function passIn(scenario: Scenario, segment: Segment, lane: Lane, p: number, draws: Draws): TracedPass {
	const { attempts, cache, prices } = scenario;
	const [draw, warm] = lane === 'small' ? (['smallWarm', p] as const) : (['strongWarm', 1 - p] as const);
	const cold = cache.onSwitch === 'lost' && !draws.chance(draw, warm);
	const calls = (segment.steps ?? scenario.steps).flatMap((step): TracedCall[] => {
		if (step.times === 0) return [];
		const paid = step.lane === 'routed' ? lane : step.lane;
		const each = step.tokens ?? segment.tokens ?? scenario.tokens;
		const count = step.times * attempts[paid];
		// Only the first of a step's calls can find the prefix gone, and only where its lane was chosen.
		const written = cold && step.lane === 'routed' ? Math.min(1, step.times) : 0;
		const tokens = {
			fresh: count * each.fresh + written * each.cached,
			cached: (count - written) * each.cached,
			output: count * (each.output + each.reasoning[paid]),
		};
		const warmCost = count * callCost(each, prices[paid], paid);
		const cost = written === 0 ? warmCost : warmCost + written * coldExtra(each, prices[paid], cache.write);
		return [{ step: step.name, lane: paid, times: step.times, attempts: attempts[paid], tokens, cost }];
	});
	return { calls, ms: waitIn(scenario, lane, draws) };
}

function waitIn({ latency }: Scenario, lane: Lane, draws: Draws): number | null {
	if (latency === null) return null;
	const { mu, sigma } = fromQuantiles(latency[lane]);
	return Math.exp(mu + sigma * draws.normal(lane === 'small' ? 'smallTime' : 'strongTime'));
}

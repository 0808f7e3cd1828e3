import { callCost } from '../cost.js';
import { fromQuantiles } from '../lognormal.js';
import type { Lane, Scenario, Segment } from '../scenario.js';
import type { Draws } from './draws.js';
import type { TracedCall, TracedPass } from './types.js';

/** The calls of one answer in a lane, and how long it took. Steps that run 0 times make no call. */
export function passIn(scenario: Scenario, segment: Segment, lane: Lane, draws: Draws): TracedPass {
	const calls = (segment.steps ?? scenario.steps).flatMap((step): TracedCall[] => {
		if (step.times === 0) return [];
		const paid = step.lane === 'routed' ? lane : step.lane;
		const attempts = scenario.attempts[paid];
		const each = step.tokens ?? segment.tokens ?? scenario.tokens;
		const count = step.times * attempts;
		const tokens = { fresh: count * each.fresh, cached: count * each.cached, output: count * each.output };
		const cost = count * callCost(each, scenario.prices[paid]);
		return [{ step: step.name, lane: paid, times: step.times, attempts, tokens, cost }];
	});
	return { calls, ms: waitIn(scenario, lane, draws) };
}

function waitIn({ latency }: Scenario, lane: Lane, draws: Draws): number | null {
	if (latency === null) return null;
	const { mu, sigma } = fromQuantiles(latency[lane]);
	return Math.exp(mu + sigma * draws.normal(lane === 'small' ? 'smallTime' : 'strongTime'));
}

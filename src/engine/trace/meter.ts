import type { Scenario } from '../scenario.js';
import type { Meter, TracedPass, TracedRequest } from './types.js';

const ZERO: Meter = { fresh: 0, cached: 0, output: 0, usd: 0, ms: 0 };
const UNKNOWN: Meter = { fresh: null, cached: null, output: null, usd: null, ms: null };

/** What each stage of a request ticks, in the order of `TRACE_STAGES`, added up as it goes. */
export function meterOf(
	{ routerCost, routerLatency }: Pick<Scenario, 'routerCost' | 'routerLatency'>,
	{ answer, check, repaired, repair }: Pick<TracedRequest, 'answer' | 'check' | 'repaired' | 'repair'>,
): readonly Meter[] {
	const ticks = [
		ZERO,
		{ ...ZERO, usd: routerCost, ms: routerLatency },
		answer ? passMeter(answer) : UNKNOWN,
		check ? { ...ZERO, usd: check.cost, ms: check.ms } : ZERO,
		repair ? passMeter(repair) : repaired === null ? UNKNOWN : ZERO,
		ZERO,
		ZERO,
	];
	let sum = ZERO;
	return ticks.map((tick) => {
		sum = added(sum, tick);
		return sum;
	});
}

function passMeter({ calls, ms }: TracedPass): Meter {
	const tokens = calls.map((call): Meter => ({ ...call.tokens, usd: call.cost, ms: 0 }));
	return { ...tokens.reduce(added, ZERO), ms };
}

const added = (a: Meter, b: Meter): Meter => ({
	fresh: plus(a.fresh, b.fresh),
	cached: plus(a.cached, b.cached),
	output: plus(a.output, b.output),
	usd: plus(a.usd, b.usd),
	ms: plus(a.ms, b.ms),
});

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

import type { Scenario } from '../scenario.js';
import type { LedgerRow, Meter, TracedPass, TracedRequest } from './types.js';

/**
 * The rows that a request leaves in the ledger, in the order in which they were paid: router, answer, check, repair.
 * Calls of one step share a row, since the model knows only their means. What nobody can know leaves no row.
 */
export function ledgerOf(
	request: Omit<TracedRequest, 'ledger'>,
	{ routerCost, routerLatency }: Pick<Scenario, 'routerCost' | 'routerLatency'>,
): readonly LedgerRow[] {
	const { route, check } = request;
	const empty: LedgerRow = {
		request_id: request.id,
		ts: null,
		segment: request.segment.id,
		role: 'answer',
		route: route.lane,
		route_version: route.version,
		model: null,
		fresh_tokens: null,
		cached_tokens: null,
		output_tokens: null,
		cost_usd: null,
		latency_ms: null,
		outcome: null,
		small_ok: null,
		strong_ok: null,
	};
	const pass = (role: 'answer' | 'repair', own: TracedPass | null): LedgerRow[] =>
		(own?.calls ?? []).map(
			({ lane, tokens, cost }, i, { length }): LedgerRow => ({
				...empty,
				role,
				model: lane,
				fresh_tokens: tokens.fresh,
				cached_tokens: tokens.cached,
				output_tokens: tokens.output,
				cost_usd: cost,
				latency_ms: i === length - 1 ? (own?.ms ?? null) : null,
			}),
		);
	const rows: LedgerRow[] = [
		...(routerCost > 0 || routerLatency > 0
			? [{ ...empty, role: 'router' as const, cost_usd: routerCost, latency_ms: routerLatency || null }]
			: []),
		...pass('answer', request.answer),
		...(check ? [{ ...empty, role: 'check' as const, cost_usd: check.cost, latency_ms: check.ms }] : []),
		...pass('repair', request.repair),
	];
	const last = rows.pop() ?? empty;
	const ended = request.outcome === null ? 'unknown' : request.outcome === 'silent' ? 'failed' : request.outcome;
	const small = route.lane === 'small' ? request.easy : null;
	return [...rows, { ...last, outcome: ended, small_ok: small, strong_ok: request.strongRight }];
}

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

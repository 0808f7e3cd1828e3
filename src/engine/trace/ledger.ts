import type { Scenario } from '../scenario.js';
import type { LedgerRow, Meter, TracedPass, TracedRequest } from './types.js';

/**
 * Lists the ledger rows of a request, in the order in which they were paid: router, answer, check, repair.
 * Calls of one step share a row, since the model knows only their means. Unknown calls have no row.
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
	const rowsOfPass = (role: 'answer' | 'repair', tracedPass: TracedPass | null): LedgerRow[] =>
		(tracedPass?.calls ?? []).map(
			({ lane, tokens, cost }, i, { length }): LedgerRow => ({
				...empty,
				role,
				model: lane,
				fresh_tokens: tokens.fresh,
				cached_tokens: tokens.cached,
				output_tokens: tokens.output,
				cost_usd: cost,
				latency_ms: i === length - 1 ? (tracedPass?.ms ?? null) : null,
			}),
		);
	const rows: LedgerRow[] = [
		...(routerCost > 0 || routerLatency > 0
			? [{ ...empty, role: 'router' as const, cost_usd: routerCost, latency_ms: routerLatency || null }]
			: []),
		...rowsOfPass('answer', request.answer),
		...(check ? [{ ...empty, role: 'check' as const, cost_usd: check.cost, latency_ms: check.ms }] : []),
		...rowsOfPass('repair', request.repair),
	];
	const last = rows.pop() ?? empty;
	const outcome = request.outcome === null ? 'unknown' : request.outcome === 'silent' ? 'failed' : request.outcome;
	const small = route.lane === 'small' ? request.easy : null;
	return [...rows, { ...last, outcome, small_ok: small, strong_ok: request.strongRight }];
}

const ZERO: Meter = { fresh: 0, cached: 0, output: 0, usd: 0, ms: 0 };
const UNKNOWN: Meter = { fresh: null, cached: null, output: null, usd: null, ms: null };

/** Computes the running totals after each stage of a request, in the order of `TRACE_STAGES`. */
export function meterOf(
	{ routerCost, routerLatency }: Pick<Scenario, 'routerCost' | 'routerLatency'>,
	{ answer, check, repaired, repair }: Pick<TracedRequest, 'answer' | 'check' | 'repaired' | 'repair'>,
): readonly Meter[] {
	const amounts = [
		ZERO,
		{ ...ZERO, usd: routerCost, ms: routerLatency },
		answer ? meterOfPass(answer) : UNKNOWN,
		check ? { ...ZERO, usd: check.cost, ms: check.ms } : ZERO,
		repair ? meterOfPass(repair) : repaired === null ? UNKNOWN : ZERO,
		ZERO,
		ZERO,
	];
	let sum = ZERO;
	return amounts.map((amount) => {
		sum = addMeters(sum, amount);
		return sum;
	});
}

function meterOfPass({ calls, ms }: TracedPass): Meter {
	const tokens = calls.map((call): Meter => ({ ...call.tokens, usd: call.cost, ms: 0 }));
	return { ...tokens.reduce(addMeters, ZERO), ms };
}

const addMeters = (a: Meter, b: Meter): Meter => ({
	fresh: addKnown(a.fresh, b.fresh),
	cached: addKnown(a.cached, b.cached),
	output: addKnown(a.output, b.output),
	usd: addKnown(a.usd, b.usd),
	ms: addKnown(a.ms, b.ms),
});

const addKnown = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

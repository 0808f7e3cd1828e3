import type { Lane, Segment, Tokens } from '../scenario.js';

/** The stages of a request, in the order in which it passes them. */
export const TRACE_STAGES = ['gateway', 'route', 'calls', 'check', 'repair', 'outcome', 'ledger'] as const;
export type TraceStage = (typeof TRACE_STAGES)[number];

/** An input that was not measured and without which something about a request is unknown. */
export type Missing =
	| 'easyShare'
	| 'routerSkill'
	| 'detection'
	| 'catches'
	| 'falseAlarms'
	| 'strongOnEasy'
	| 'strongOnHard'
	| 'strongDetection';

/** What sent a request to its lane. */
export type RouteReason =
	/** The segment is kept strong, whatever the mix says. */
	| 'override'
	/** The mix is 0 or 1, so that there is nothing to decide. */
	| 'mix'
	| 'score'
	/** Drawn by lot from the mix: where easy share or router skill is not measured, no request has a score. */
	| 'lot'
	/** A turned dial on a segment without scores moves it nobody knows where. */
	| 'unknown';

export interface TracedRoute {
	/** null: unknown. */
	readonly lane: Lane | null;
	readonly why: RouteReason;
	/** ~ N(d, 1) where the small model would be right, else ~ N(0, 1). null: not measured, or not asked. */
	readonly score: number | null;
	/** τ + Δ: scores above it go small. null where no score decides. */
	readonly threshold: number | null;
	/** Names the mix, overrides, repairs, dial and check that were in force. */
	readonly version: string;
}

/** What became of a small answer after somebody, or a check, had looked at it. */
export type RepairReason =
	| 'strong-lane'
	| 'flagged'
	| 'passed'
	/** The repair rate is 0, or 1. */
	| 'never'
	| 'always'
	/** A noticed failure, and it was repaired. */
	| 'aimed'
	/** A noticed failure that the repair rate does not reach. */
	| 'not-reached'
	/** Nobody noticed a thing: run again all the same, or left. */
	| 'blind'
	| 'left'
	/** Drawn from the repair rate: whom repairs hit is not measured. */
	| 'lot'
	| 'unknown';

/** What happened to a request. null: unknown, because something behind it was not measured. */
export interface Fate {
	/** Which of the scenario's segments. */
	readonly at: number;
	readonly lane: Lane | null;
	readonly routed: RouteReason;
	readonly score: number | null;
	/** Whether the small model would get it right. */
	readonly easy: boolean | null;
	/** Whether the check flagged the small answer; null also where there is none, or no small answer. */
	readonly flagged: boolean | null;
	/** Whether somebody noticed that the small answer was wrong. */
	readonly noticed: boolean | null;
	readonly repaired: boolean | null;
	readonly repair: RepairReason;
	/** Whether the strong model got it right; null also where it was not asked. */
	readonly strongRight: boolean | null;
	readonly outcome: 'resolved' | 'handoff' | 'silent' | null;
	/** Why the outcome is unknown; null where it is known. */
	readonly missing: Missing | null;
}

/** A step of the request in one pass. Its times and attempts are means, so tokens and cost need not be whole calls'. */
export interface TracedCall {
	readonly step: string;
	/** Whose prices it paid; a step may be fixed to a lane that is not the request's. */
	readonly lane: Lane;
	/** How often the step runs for one request. */
	readonly times: number;
	/** Mean attempts per call. */
	readonly attempts: number;
	/** Of all calls and attempts together: a prefix that was written anew is fresh, reasoning is output. */
	readonly tokens: Pick<Tokens, 'fresh' | 'cached' | 'output'>;
	/** USD of all calls and attempts together. */
	readonly cost: number;
}

/** The calls of one answer, in one lane. */
export interface TracedPass {
	readonly calls: readonly TracedCall[];
	/** Milliseconds from the lane's lognormal, for the whole pass: calls have none of their own. null: not measured. */
	readonly ms: number | null;
}

/** Read so far: tokens paid for, USD for models, router and checks, milliseconds waited. null: unknown. */
export interface Meter {
	readonly fresh: number | null;
	readonly cached: number | null;
	readonly output: number | null;
	readonly usd: number | null;
	readonly ms: number | null;
}

/** A row of the canonical ledger: a step's calls, the router, or a check. null: empty. */
export interface LedgerRow {
	readonly request_id: string;
	/** Always null: the model has no calendar. */
	readonly ts: null;
	readonly segment: string;
	readonly role: 'router' | 'answer' | 'check' | 'repair';
	/** The lane that the request was sent to. */
	readonly route: Lane | null;
	readonly route_version: string;
	/** The lane whose model was paid. Scenarios name no models. */
	readonly model: Lane | null;
	readonly fresh_tokens: number | null;
	readonly cached_tokens: number | null;
	readonly output_tokens: number | null;
	readonly cost_usd: number | null;
	/** Of a pass with several steps, on its last row. */
	readonly latency_ms: number | null;
	/** On the request's last row only. A silent failure is `failed`, as a label would say one day. */
	readonly outcome: 'resolved' | 'handoff' | 'failed' | 'unknown' | null;
	/** Labels, on the request's last row, of the models that answered. */
	readonly small_ok: boolean | null;
	readonly strong_ok: boolean | null;
}

/** One request and everything that happened to it, stage by stage. null: unknown, never 0. */
export interface TracedRequest {
	readonly id: string;
	readonly seed: number;
	readonly index: number;
	readonly segment: Segment;
	readonly route: TracedRoute;
	/** The answer in the lane it was sent to; null: unknown lane. */
	readonly answer: TracedPass | null;
	/** The check of a small answer; null where there is none to check or no check. */
	readonly check: { readonly flagged: boolean | null; readonly cost: number | null; readonly ms: number | null } | null;
	readonly noticed: boolean | null;
	readonly repaired: boolean | null;
	readonly repairReason: RepairReason;
	/** The second answer, on the strong model; null where there was none, or nobody knows. */
	readonly repair: TracedPass | null;
	/** Whether the small model would get it right. Nobody in the workflow knows before the outcome. */
	readonly easy: boolean | null;
	readonly strongRight: boolean | null;
	/** `silent`: wrong, and nobody noticed. */
	readonly outcome: 'resolved' | 'handoff' | 'silent' | null;
	/** Why the outcome is unknown; null where it is known. */
	readonly missing: Missing | null;
	/** After each stage, in the order of `TRACE_STAGES`. */
	readonly meter: readonly Meter[];
	/** What the meter says at the end. */
	readonly totals: Meter;
	readonly ledger: readonly LedgerRow[];
}

import type { Lane, Segment, Tokens } from '../scenario.js';

/** The stages of a request, in order. */
export const TRACE_STAGES = ['gateway', 'route', 'calls', 'check', 'repair', 'outcome', 'ledger'] as const;
export type TraceStage = (typeof TRACE_STAGES)[number];

/** An unmeasured input that leaves something about a request unknown. */
export type MissingInput =
	| 'easyShare'
	| 'routerSkill'
	| 'detection'
	| 'catches'
	| 'falseAlarms'
	| 'strongOnEasy'
	| 'strongOnHard'
	| 'strongDetection';

/** What decided the lane of a request. */
export type RouteReason =
	/** The segment is overridden to strong. */
	| 'override'
	/** The mix is 0 or 1, so there is nothing to decide. */
	| 'mix'
	| 'score'
	/** Drawn at random from the mix: without a measured easy share and router skill, requests have no score. */
	| 'lot'
	/** The threshold is not 0 and the segment has no scores, so its effect is unknown. */
	| 'unknown';

export interface TracedRoute {
	/** null: unknown. */
	readonly lane: Lane | null;
	readonly why: RouteReason;
	/** ~ N(d, 1) if the small model would be right, else ~ N(0, 1). null: not measured, or not used. */
	readonly score: number | null;
	/** τ + Δ: requests that score above it go small. null: no score decides. */
	readonly threshold: number | null;
	/** Identifies the mix, overrides, repairs, threshold and check in force. */
	readonly version: string;
}

/** Why a small answer was repaired or not. */
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
	/** No failure was noticed: run again all the same, or left as it is. */
	| 'blind'
	| 'left'
	/** Drawn from the repair rate: which answers repairs hit is not measured. */
	| 'lot'
	| 'unknown';

/** What happened to a request. null: unknown, because an input was not measured. */
export interface Fate {
	/** Index of the request's segment. */
	readonly segmentIndex: number;
	readonly lane: Lane | null;
	readonly routed: RouteReason;
	readonly score: number | null;
	/** Whether the small model would answer correctly. */
	readonly easy: boolean | null;
	/** Whether the check flagged the small answer; null also without a check or a small answer. */
	readonly flagged: boolean | null;
	/** Whether the small answer was noticed to be wrong. */
	readonly noticed: boolean | null;
	readonly repaired: boolean | null;
	readonly repair: RepairReason;
	/** Whether the strong model answered correctly; null also if it was not called. */
	readonly strongRight: boolean | null;
	readonly outcome: 'resolved' | 'handoff' | 'silent' | null;
	/** The input whose absence leaves the outcome unknown; null: the outcome is known. */
	readonly missing: MissingInput | null;
}

/** One step of the request in one pass. Times and attempts are means, so tokens and cost may be fractions of calls. */
export interface TracedCall {
	readonly step: string;
	/** The lane whose prices it paid; a step may be fixed to another lane than the request's. */
	readonly lane: Lane;
	/** Mean runs of the step per request. */
	readonly times: number;
	/** Mean attempts per call. */
	readonly attempts: number;
	/** Of all calls and attempts together; a rewritten prefix counts as fresh, reasoning as output. */
	readonly tokens: Pick<Tokens, 'fresh' | 'cached' | 'output'>;
	/** USD of all calls and attempts together. */
	readonly cost: number;
}

/** The calls of one answer in one lane. */
export interface TracedPass {
	readonly calls: readonly TracedCall[];
	/**
	 * Milliseconds for the whole pass, drawn from the lane's lognormal; calls have no times of their own. null: not
	 * measured.
	 */
	readonly ms: number | null;
}

/** Totals so far: tokens paid for, USD for models, router and checks, milliseconds waited. null: unknown. */
export interface Meter {
	readonly fresh: number | null;
	readonly cached: number | null;
	readonly output: number | null;
	readonly usd: number | null;
	readonly ms: number | null;
}

/** A row of the ledger: a step's calls, the router, or a check. null: empty. */
export interface LedgerRow {
	readonly request_id: string;
	/** Always null: the model has no calendar. */
	readonly ts: null;
	readonly segment: string;
	readonly role: 'router' | 'answer' | 'check' | 'repair';
	/** The lane to which the request was routed. */
	readonly route: Lane | null;
	readonly route_version: string;
	/** The lane whose model was paid; scenarios do not name models. */
	readonly model: Lane | null;
	readonly fresh_tokens: number | null;
	readonly cached_tokens: number | null;
	readonly output_tokens: number | null;
	readonly cost_usd: number | null;
	/** Time of the whole pass, on the last row of its steps. */
	readonly latency_ms: number | null;
	/** On the request's last row only. A silent failure is `failed`, as a later label would say. */
	readonly outcome: 'resolved' | 'handoff' | 'failed' | 'unknown' | null;
	/** Labels of the models that answered, on the request's last row only. */
	readonly small_ok: boolean | null;
	readonly strong_ok: boolean | null;
}

/** One request, and what happened to it in each stage. null: unknown, never 0. */
export interface TracedRequest {
	readonly id: string;
	readonly seed: number;
	readonly index: number;
	readonly segment: Segment;
	readonly route: TracedRoute;
	/** The answer in the lane it was routed to; null: the lane is unknown. */
	readonly answer: TracedPass | null;
	/** The check of a small answer; null: no check, or no small answer. */
	readonly check: { readonly flagged: boolean | null; readonly cost: number | null; readonly ms: number | null } | null;
	readonly noticed: boolean | null;
	readonly repaired: boolean | null;
	readonly repairReason: RepairReason;
	/** The second answer, on the strong model; null: none, or unknown. */
	readonly repair: TracedPass | null;
	/** Whether the small model would answer correctly; unknown to the workflow before the outcome. */
	readonly easy: boolean | null;
	readonly strongRight: boolean | null;
	/** `silent`: wrong and not noticed. */
	readonly outcome: 'resolved' | 'handoff' | 'silent' | null;
	/** The input whose absence leaves the outcome unknown; null: the outcome is known. */
	readonly missing: MissingInput | null;
	/** After each stage, in the order of `TRACE_STAGES`. */
	readonly meter: readonly Meter[];
	/** The totals after the last stage. */
	readonly totals: Meter;
	readonly ledger: readonly LedgerRow[];
}

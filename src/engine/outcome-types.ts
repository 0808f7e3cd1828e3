import type { MetricName, Metrics } from './scenario.js';

/**
 * The shapes of what the engine returns. Rates are fractions 0..1, money is USD, time is milliseconds;
 * `null` means no value, never 0; `NullReason` says why.
 */

/** Why a figure has no value, the first that fits. */
export type NullReason =
	/** Nothing is in that lane, or nothing of that kind exists. */
	| 'not-applicable'
	/** An input is missing. */
	| 'not-measured'
	/** A ratio outside its domain: a gap that is not there, a saving that is none, a goal that is not reached. */
	| 'undefined';

/** What happens to the requests of one segment. Field names are those of the JSON report. */
export interface SegmentOutcome {
	readonly id: string;

	// Per small-routed request. All null where nothing is routed small.
	/** q: the small model answers right. */
	readonly smallSuccess: number | null;
	/** r: run again on the strong model; derived where a check decides it. */
	readonly repairRate: number | null;
	/** c: repaired answers that were wrong. */
	readonly repairCaught: number | null;
	/** v: repaired answers that were right. */
	readonly repairWasted: number | null;
	/** e₂: failures noticed and not repaired: a person gets them. */
	readonly escalated: number | null;
	/** s: failures that nobody noticed. */
	readonly silentSmall: number | null;

	// Per request of the segment.
	/** p as it works out after override and dial; the edited mix is the scenario's own `routedSmall`. */
	readonly routedSmall: number;
	readonly resolution: number | null;
	readonly handoff: number | null;
	readonly silent: number | null;
	/** USD per request, without the router's own cost, which belongs to the board. */
	readonly cost: number | null;
	/** Routed small and right. */
	readonly trueEasy: number | null;
	/** Routed small and wrong. */
	readonly falseEasy: number | null;
	/** Of the false-easy, what the strong model would have got right. */
	readonly avoidable: number | null;
	/** Of the true-easy, what the strong model would have got wrong. */
	readonly gained: number | null;
	/** Routed strong although small would have been right. */
	readonly falseHard: number | null;
	/** Routed strong, and small would have failed. */
	readonly trueHard: number | null;

	/** u: easy share of what stays strong. */
	readonly easyInStrong: number | null;
	/** A: given, or found from `observed`; null where neither fixes it. */
	readonly routerAuc: number | null;
	/** No `easyShare`: small success is taken to stay what was observed at every mix. Worth a mark on screen. */
	readonly successAssumed: boolean;
}

/** The numbers of one scenario, without any comparison to a baseline. */
export interface Evaluation {
	/** `saving`, `vetoValue` and `handoffBreakEven` compare with a baseline, `cpt50` and `cpt80` with a curve: null here. */
	readonly metrics: Metrics;
	readonly segments: readonly SegmentOutcome[];
}

export type Verdict = 'ship' | 'canary' | 'roll-back' | 'no-gain' | 'measure-first';

export type GuardrailStatus = 'held' | 'breached' | 'cannot-tell' | 'not-applicable';

export interface GuardrailState {
	readonly metric: MetricName;
	/** Absolute, in the metric's unit: the baseline's value plus the offset where `relative`; null if that is unknown. */
	readonly limit: number | null;
	readonly value: number | null;
	/** Why there is no value; null: there is one. */
	readonly reason: NullReason | null;
	/** z·SE of the value, or of its distance to the baseline where `relative`; 0 where there is none, null if it cannot be told. */
	readonly noise: number | null;
	readonly state: GuardrailStatus;
	readonly owner: string;
	readonly action: string;
	readonly side: 'atMost' | 'atLeast';
	/** Whether the scenario states the limit as an offset to the baseline. */
	readonly relative: boolean;
	/** Id of the one segment it watches; null: the whole board. */
	readonly segment: string | null;
	readonly window: string | null;
}

/** A metric that moved against the baseline by enough to mention. */
export interface PressureItem {
	readonly metric: MetricName;
	readonly from: number;
	readonly to: number;
	/** Change in USD per 1,000 requests, negative when it got cheaper; null for metrics that carry no USD. */
	readonly usdPer1000: number | null;
	readonly owner: string;
}

export interface Pressure {
	/** Moved the way one wants. Largest USD first, then by relative change. */
	readonly relieved: readonly PressureItem[];
	/** Moved the other way. */
	readonly created: readonly PressureItem[];
}

/** One row of the cost table. `cost` is USD per request of that row. */
export interface RowOutcome {
	readonly id: string;
	readonly cost: number | null;
}

/** What a request saves against the baseline, all counted: G = T(baseline) − T(now). */
export interface Gain {
	/** T: totalCostPerResolved, or costPerResolved where that has no value on either side. */
	readonly metric: MetricName;
	/** USD per resolved request; null: T has no value on one of the sides. */
	readonly value: number | null;
	/** z·SE; null: labels are missing. */
	readonly noise: number | null;
}

/** A board as others are compared with it. */
export interface Side {
	readonly metrics: Metrics;
	readonly segments: readonly SegmentOutcome[];
	/** Why a metric that is null is. */
	why(metric: MetricName): NullReason;
}

/** Everything the panes and reports read. */
export interface Outcome extends Side {
	/** z·SE of every metric; null: its kind carries none, it has no value, or labels are missing. */
	readonly noise: Readonly<Record<MetricName, number | null>>;
	/** Of the scenario's own baseline, with which saving, break-evens, limits and verdict compare. */
	readonly baseline: Metrics;
	/** Of a pinned baseline; null: none is pinned. */
	readonly pinned: Metrics | null;
	/** What deltas and pressure compare with: what is pinned, or else the own baseline. */
	readonly compared: Side;
	readonly guardrails: readonly GuardrailState[];
	readonly verdict: Verdict;
	/** What decided the verdict, each metric once. */
	readonly decidedBy: readonly MetricName[];
	readonly gain: Gain;
	readonly pressure: Pressure;
	readonly rows: readonly RowOutcome[];
}

/** Something in a scenario that the model cannot compute with. Every problem is reported, not only the first. */
export interface ModelProblem {
	/** As in `--set`: `segments.faq.observed.smallSuccess`, `guardrails.resolution`, `latency.small.p95`. */
	readonly path: string;
	/** What is wrong, in plain words, with the figures. */
	readonly message: string;
	/** What to do: the allowed range, or another input that is a way out. */
	readonly help: string;
}

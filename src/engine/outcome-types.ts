import type { MetricName, Metrics } from './scenario.js';

/**
 * Types of the engine's results. Rates are fractions 0..1, money is USD, time is milliseconds.
 * `null` means no value, never 0; `NullReason` says why.
 */

/** Why a figure has no value; the first reason that applies. */
export type NullReason =
	/** No request takes that lane, or nothing of that kind exists. */
	| 'not-applicable'
	/** An input is missing. */
	| 'not-measured'
	/** A ratio outside its domain: no gap, no saving, or a goal that is not reached. */
	| 'undefined';

/** What happens to the requests of one segment. Field names are those of the JSON report. */
export interface SegmentOutcome {
	readonly id: string;

	// Per small-routed request. All null where nothing is routed small.
	/** q: the small model answers right. */
	readonly smallSuccess: number | null;
	/** r: run again on the strong model; derived if a check decides it. */
	readonly repairRate: number | null;
	/** c: repaired answers that were wrong. */
	readonly repairCaught: number | null;
	/** v: repaired answers that were right. */
	readonly repairWasted: number | null;
	/** e₂: failures noticed and not repaired; they are handed to a person. */
	readonly escalated: number | null;
	/** s: failures that are not noticed. */
	readonly silentSmall: number | null;

	// Per request of the segment.
	/** p after override and threshold; the mix as edited is the scenario's own `routedSmall`. */
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
	/** False-easy requests that the strong model would have got right. */
	readonly avoidable: number | null;
	/** True-easy requests that the strong model would have got wrong. */
	readonly gained: number | null;
	/** Routed strong although small would have been right. */
	readonly falseHard: number | null;
	/** Routed strong, and small would have failed. */
	readonly trueHard: number | null;

	/** u: easy share of what is routed strong. */
	readonly easyInStrong: number | null;
	/** A: given, or computed from `observed`; null if neither determines it. */
	readonly routerAuc: number | null;
	/** Whether, for lack of an `easyShare`, the observed small success is assumed at every mix; screens mark it. */
	readonly successAssumed: boolean;
}

/** The numbers of one scenario, without any comparison to a baseline. */
export interface Evaluation {
	/**
	 * `saving`, `vetoValue` and `handoffBreakEven` compare with a baseline, `cpt50` and `cpt80` with a curve: null here.
	 */
	readonly metrics: Metrics;
	readonly segments: readonly SegmentOutcome[];
}

export type Verdict = 'ship' | 'canary' | 'roll-back' | 'no-gain' | 'measure-first';

export type GuardrailStatus = 'held' | 'breached' | 'cannot-tell' | 'not-applicable';

export interface GuardrailState {
	readonly metric: MetricName;
	/** Absolute, in the metric's unit: the baseline's value plus the offset if `relative`; null if that is unknown. */
	readonly limit: number | null;
	readonly value: number | null;
	/** Why there is no value; null: there is one. */
	readonly reason: NullReason | null;
	/**
	 * z·SE of the value, or of its difference from the baseline if `relative`; 0 if the metric carries none, null if
	 * unknown.
	 */
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

/** A metric that differs from the baseline by enough to report. */
export interface PressureItem {
	readonly metric: MetricName;
	readonly from: number;
	readonly to: number;
	/** Change in USD per 1,000 requests, negative if it got cheaper; null: it carries no USD, or its price is unknown. */
	readonly usdPer1000: number | null;
	readonly owner: string;
}

export interface Pressure {
	/** Metrics that improved. Largest USD first, then by relative change. */
	readonly relieved: readonly PressureItem[];
	/** Metrics that got worse, in the same order. */
	readonly created: readonly PressureItem[];
}

/** One row of the cost table. `cost` is USD per request of that row. */
export interface RowOutcome {
	readonly id: string;
	readonly cost: number | null;
}

/** Total saving per resolved request against the baseline: G = T(baseline) − T(now). */
export interface Gain {
	/** T: totalCostPerResolved, or costPerResolved if that has no value on either side. */
	readonly metric: MetricName;
	/** USD per resolved request; null: T has no value on one of the sides. */
	readonly value: number | null;
	/** z·SE; null: labels are missing. */
	readonly noise: number | null;
}

/** One side of a comparison between boards. */
export interface OutcomeSide {
	readonly metrics: Metrics;
	readonly segments: readonly SegmentOutcome[];
	/** Returns the reason why a metric is null. */
	why(metric: MetricName): NullReason;
}

/** Everything the panes and reports read. */
export interface Outcome extends OutcomeSide {
	/** z·SE of every metric; null: its kind carries none, it has no value, or labels are missing. */
	readonly noise: Readonly<Record<MetricName, number | null>>;
	/** Metrics of the scenario's own baseline, with which saving, break-evens, limits and verdict compare. */
	readonly baseline: Metrics;
	/** Metrics of a pinned baseline; null: none is pinned. */
	readonly pinned: Metrics | null;
	/** The side that deltas and pressure compare with: the pinned baseline, or else the scenario's own. */
	readonly reference: OutcomeSide;
	readonly guardrails: readonly GuardrailState[];
	readonly verdict: Verdict;
	/** Metrics that decided the verdict, each once. */
	readonly decidedBy: readonly MetricName[];
	readonly gain: Gain;
	readonly pressure: Pressure;
	readonly rows: readonly RowOutcome[];
}

/** A fault in a scenario that keeps the model from computing it. Every problem is reported, not only the first. */
export interface ModelProblem {
	/** As in `--set`: `segments.faq.observed.smallSuccess`, `guardrails.resolution`, `latency.small.p95`. */
	readonly path: string;
	/** What is wrong, with the figures. */
	readonly message: string;
	/** What to do: the allowed range, or another input to give instead. */
	readonly help: string;
}

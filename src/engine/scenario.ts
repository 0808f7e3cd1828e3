/**
 * The validated scenario: everything that the model reads, without the texts that only people read.
 *
 * Units: money in USD, prices in USD per 1,000,000 tokens, tokens per call, time in milliseconds,
 * every rate, share and probability a fraction 0..1. `null` means "not measured": a figure that needs a
 * missing input is null too, and is never shown as 0.
 */

/** The two models a request can be sent to. */
export type Lane = 'small' | 'strong';

export type Risk = 'low' | 'medium' | 'high';

/** USD per 1,000,000 tokens. */
export interface Rates {
	readonly input: number;
	/** null: the same as `input`, also after `input` is edited. */
	readonly cachedInput: number | null;
	readonly output: number;
}

/** Rates of a call whose prompt is longer than `tokens`, fresh and cached together. */
export interface PriceTier extends Rates {
	readonly tokens: number;
}

export interface Price extends Rates {
	/** USD per call, regardless of its tokens. */
	readonly request: number;
	/** By ascending `tokens`. The last tier whose `tokens` the prompt exceeds prices the whole call. */
	readonly above: readonly PriceTier[];
}

/** Tokens of one call. `cached` input is in addition to `fresh` input. */
export interface Tokens {
	readonly fresh: number;
	readonly cached: number;
	readonly output: number;
	/** Hidden output tokens of a call in each lane, paid as output. */
	readonly reasoning: Readonly<Record<Lane, number>>;
}

/** Effect of a lane switch on the prompt cache of a session. */
export interface Cache {
	/** `lost`: a prefix is warm only if the previous request of the session took the same lane. */
	readonly onSwitch: 'kept' | 'lost';
	/** Price of a cached token that has to be written again, as a multiple of `input`. */
	readonly write: number;
}

/** One of the calls that make up a request. A `routed` step runs in the request's lane, at its prices. */
export interface Step {
	readonly name: string;
	readonly lane: 'routed' | Lane;
	/** null: the segment's tokens, or else the scenario's. */
	readonly tokens: Tokens | null;
	/** Number of times this call is made per request, ≥ 0. */
	readonly times: number;
}

/** Observed rates of a segment, from which router skill and detection are calibrated. */
export interface Observed {
	readonly routedSmall: number | null;
	readonly smallSuccess: number | null;
	/** Share of small-routed requests whose failure was noticed. */
	readonly escalationRate: number | null;
}

export interface Segment {
	/** Stable and unique in the scenario; used in paths. Letters, digits, hyphen, underscore. */
	readonly id: string;
	readonly name: string;
	/** w: share of traffic; the shares of a scenario sum to 1 within 1e-9. */
	readonly share: number;
	readonly risk: Risk;
	/** `strong`: never routed small, whatever the mix. The mix is kept for when the override is removed. */
	readonly override: 'strong' | null;
	/** p: share of this segment's requests that is routed small. */
	readonly routedSmall: number;
	/** r: share of small-routed requests that is run again on the strong model. Ignored while a check derives it. */
	readonly repairRate: number;
	/** E: share that the small model would get right on its own. */
	readonly easyShare: number | null;
	/** tₑ: strong model's success on what the small model would get right. */
	readonly strongOnEasy: number | null;
	/** tₕ: strong model's success on what the small model would get wrong. */
	readonly strongOnHard: number | null;
	readonly observed: Observed | null;
	/** A: router skill, 0.5 (coin flip) to 0.9999. Takes precedence over `observed`. */
	readonly routerAuc: number | null;
	/** δ: share of small-lane failures that are noticed. Takes precedence over `observed`. */
	readonly detection: number | null;
	/** n: labelled outcomes behind this segment's small success. */
	readonly labels: number | null;
	/** n_S: labelled outcomes behind `strongOnEasy` and `strongOnHard` together; null: as many as `labels`. */
	readonly strongLabels: number | null;
	/** USD that one unnoticed failure costs. */
	readonly silentCost: number | null;
	/** The segment's own check, which replaces the scenario's as a whole; `off`: none; null: the scenario's. */
	readonly check: Check | 'off' | null;
	/** null: the scenario's tokens. */
	readonly tokens: Tokens | null;
	/** The calls that make up one of this segment's requests; null: the scenario's steps. */
	readonly steps: readonly Step[] | null;
}

/** A verifier that reads every small answer; answers it flags are repaired on the strong model. */
export interface Check {
	/** Share of wrong small answers that it flags. */
	readonly catches: number | null;
	/** Share of right small answers that it flags. */
	readonly falseAlarms: number | null;
	/** USD per checked answer. */
	readonly cost: number | null;
	/** Milliseconds added to every small answer. */
	readonly latency: number | null;
	/** Labelled answers behind `catches` and `falseAlarms`; null: the labels of the segments it serves. */
	readonly labels: number | null;
}

/** Two quantiles that determine a lognormal; 0 < p50 ≤ p95, in milliseconds. */
export interface LaneLatency {
	readonly p50: number;
	readonly p95: number;
}

export interface Latency {
	/** The event that is timed: full answer, first token, first audio … */
	readonly measures: string;
	readonly small: LaneLatency;
	readonly strong: LaneLatency;
}

/** A limit on one metric, with its owner and the action to take if it is breached. */
export interface Guardrail {
	readonly metric: MetricName;
	/** The side of the limit that is allowed. */
	readonly side: 'atMost' | 'atLeast';
	/** In the metric's own unit; an offset to the baseline's value where `relative`. */
	readonly limit: number;
	readonly relative: boolean;
	/** Id of the one segment it watches; null: the whole board. */
	readonly segment: string | null;
	readonly window: string | null;
	readonly owner: string;
	readonly action: string;
}

/** A row of the cost table: a separate population of requests, at the scenario's prices. */
export interface CostRow {
	readonly id: string;
	readonly name: string;
	readonly routedSmall: number;
	readonly repairRate: number;
	readonly override: 'strong' | null;
	/** null: the scenario's tokens. */
	readonly tokens: Tokens | null;
	/** What this row improved; null: not stated, so the row is not ready for review. */
	readonly improved: string | null;
	readonly mayHaveWorsened: string | null;
}

/** Changes to inputs: path → value in the model's units. */
export type Changes = Readonly<Record<string, number | string | boolean | null>>;

/** One week's changes, on top of the weeks before it. */
export interface Week {
	readonly week: number;
	readonly label: string;
	readonly set: Changes;
}

/** A named state of the scenario, such as its healthy start or its fix. */
export interface NamedState {
	/** Unique in the scenario. */
	readonly id: string;
	readonly name: string;
	/** Id of an earlier state in the list that this one builds on; null: the scenario as its file has it. */
	readonly from: string | null;
	readonly set: Changes;
}

/** A baseline other than "everything strong": today's mix, the best single model. */
export interface OwnBaseline {
	/** Display name; null: none. */
	readonly name: string | null;
	/** Applied to the scenario as edited, so that edited prices and workload affect both sides. */
	readonly set: Changes;
}

export interface Scenario {
	readonly id: string;
	readonly title: string;
	readonly prices: Readonly<Record<Lane, Price>>;
	readonly tokens: Tokens;
	/** At least one; the default is one routed call. */
	readonly steps: readonly Step[];
	/** Mean attempts per call, ≥ 1: retries multiply the lane's cost. Their delay is not modelled. */
	readonly attempts: Readonly<Record<Lane, number>>;
	readonly cache: Cache;
	/** USD and milliseconds per request for the router's classifier; overridden requests skip it and pay neither. */
	readonly routerCost: number;
	readonly routerLatency: number;
	readonly segments: readonly Segment[];
	/** D: share of strong-lane failures that are noticed and handed to a person. */
	readonly strongDetection: number | null;
	/** H: USD for one hand-off to a person. */
	readonly handoffCost: number | null;
	readonly check: Check | null;
	readonly latency: Latency | null;
	/** Δ: threshold shift for the whole board, added to the threshold of every segment with 0 < p < 1. */
	readonly threshold: number;
	readonly volumePerWeek: number | null;
	readonly workers: number | null;
	readonly weeks: readonly Week[];
	/** Weeks until a metric's value is known, if not at once: an outcome is known only when it is labelled. */
	readonly lag: Readonly<Partial<Record<MetricName, number>>>;
	/** Each builds only on those before it. */
	readonly states: readonly NamedState[];
	/** null: everything strong, without check or router. */
	readonly baseline: OwnBaseline | null;
	readonly guardrails: readonly Guardrail[];
	readonly rows: readonly CostRow[];
	/** Owners of pressures that replace the default ones, by metric. */
	readonly owners: Readonly<Partial<Record<MetricName, string>>>;
}

/** Every metric over the board, in the order in which reports print them. */
export const METRIC_NAMES = [
	'cost',
	'costPerResolved',
	'totalCost',
	'totalCostPerResolved',
	'saving',
	'smallShare',
	'repairLoad',
	'repairRate',
	'escalationRate',
	'resolution',
	'handoff',
	'silent',
	'falseEasy',
	'avoidable',
	'gained',
	'falseHard',
	'highRiskSmall',
	'latencyMean',
	'latencyP50',
	'latencyP95',
	'breakEvenRepair',
	'handoffBreakEven',
	'pgr',
	'cpt50',
	'cpt80',
	'vetoValue',
	'costPerWeek',
	'throughputPerHour',
] as const;

export type MetricName = (typeof METRIC_NAMES)[number];

/** Metric → value in the metric's own unit; null: it has none, see `NullReason`. */
export type Metrics = Readonly<Record<MetricName, number | null>>;

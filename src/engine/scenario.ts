/**
 * The validated scenario: everything the model reads, and nothing that only people read.
 *
 * Units: money in USD, prices in USD per 1,000,000 tokens, tokens per call, time in milliseconds,
 * every rate, share and probability a fraction 0..1. `null` means "not measured": whatever needs a
 * missing input is null too, and is never shown as 0.
 */

/** The two models a request can be sent to. */
export type Lane = 'small' | 'strong';

export type Risk = 'low' | 'medium' | 'high';

/** USD per 1,000,000 tokens. */
export interface Rates {
	readonly input: number;
	/** null: as `input`, whatever that becomes. */
	readonly cachedInput: number | null;
	readonly output: number;
}

/** Rates of a call whose prompt is longer than `tokens`, fresh and cached together. */
export interface PriceTier extends Rates {
	readonly tokens: number;
}

export interface Price extends Rates {
	/** USD per call, whatever it holds. */
	readonly request: number;
	/** By ascending `tokens`: the last tier whose `tokens` a prompt exceeds prices the whole call. */
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

/** What a change of lanes does to the prompt cache of a session. */
export interface Cache {
	/** `lost`: a prefix is warm only if the request before it in its session went down the same lane. */
	readonly onSwitch: 'kept' | 'lost';
	/** What a cached token costs when it has to be written anew, as a multiple of `input`. */
	readonly write: number;
}

/** One of the calls that make up a request. A `routed` step takes the prices of the lane the request is in. */
export interface Step {
	readonly name: string;
	readonly lane: 'routed' | Lane;
	/** null: the segment's tokens, or else the scenario's. */
	readonly tokens: Tokens | null;
	/** How often this call is made for one request, ≥ 0. */
	readonly times: number;
}

/** What the artifact shows of a segment: it calibrates the router's skill and the detection of failures. */
export interface Observed {
	readonly routedSmall: number | null;
	readonly smallSuccess: number | null;
	/** Share of small-routed requests whose failure somebody noticed. */
	readonly escalationRate: number | null;
}

export interface Segment {
	/** Stable, unique in the scenario: letters, digits, hyphen, underscore. Stands in paths. */
	readonly id: string;
	readonly name: string;
	/** w: share of traffic; the shares of a scenario sum to 1 within 1e-9. */
	readonly share: number;
	readonly risk: Risk;
	/** `strong`: never routed small, whatever the mix says. The mix is kept and comes back. */
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
	/** A: router skill, 0.5 (coin flip) to 0.9999. Wins over `observed`. */
	readonly routerAuc: number | null;
	/** δ: share of small-lane failures that somebody notices. Wins over `observed`. */
	readonly detection: number | null;
	/** n: labelled outcomes behind this segment's small success. */
	readonly labels: number | null;
	/** n_S: labelled outcomes behind `strongOnEasy` and `strongOnHard` together; null: as many as `labels`. */
	readonly strongLabels: number | null;
	/** USD that one unnoticed failure costs: the value at stake. */
	readonly silentCost: number | null;
	/** Its own check, or `off` for none; null: the scenario's. Like its tokens, it replaces the scenario's whole. */
	readonly check: Check | 'off' | null;
	/** null: the scenario's tokens. */
	readonly tokens: Tokens | null;
	/** The calls that make up one of this segment's requests; null: the scenario's steps. */
	readonly steps: readonly Step[] | null;
}

/** A verifier that reads every small answer; what it flags is repaired on the strong model. */
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

/** Two quantiles that fix a lognormal; 0 < p50 ≤ p95, in milliseconds. */
export interface LaneLatency {
	readonly p50: number;
	readonly p95: number;
}

export interface Latency {
	/** What the figures measure: full answer, first token, first audio … */
	readonly measures: string;
	readonly small: LaneLatency;
	readonly strong: LaneLatency;
}

/** A limit on one metric, with the person who owns it and what they do when it breaks. */
export interface Guardrail {
	readonly metric: MetricName;
	/** Which side of the limit is fine. */
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

/** A row of the cost table: a request population of its own, at the scenario's prices. */
export interface CostRow {
	readonly id: string;
	readonly name: string;
	readonly routedSmall: number;
	readonly repairRate: number;
	readonly override: 'strong' | null;
	/** null: the scenario's tokens. */
	readonly tokens: Tokens | null;
	/** What this row improved; null: it cannot say, so it is not ready for review. */
	readonly improved: string | null;
	readonly mayHaveWorsened: string | null;
}

/** Input path → value in the model's units. */
export type Changes = Readonly<Record<string, number | string | boolean | null>>;

/** One week's changes, on top of the weeks before it. */
export interface Week {
	readonly week: number;
	readonly label: string;
	readonly set: Changes;
}

/** A state of the scenario that has a name, such as its healthy start or how it is mended. */
export interface NamedState {
	/** Unique in the scenario. */
	readonly id: string;
	readonly name: string;
	/** Id of a state before it in the list, on top of which it lies; null: the scenario's own. */
	readonly from: string | null;
	readonly set: Changes;
}

/** What a scenario is compared with, where that is not "everything strong": today's mix, the best single model. */
export interface OwnBaseline {
	/** As people call it; null: it has no name. */
	readonly name: string | null;
	/** Applied to the scenario as edited, so that prices and workload move on both sides. */
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
	/** USD and milliseconds per request for the classifier in front; overridden requests skip it and pay neither. */
	readonly routerCost: number;
	readonly routerLatency: number;
	readonly segments: readonly Segment[];
	/** D: share of strong-lane failures that is noticed and handed to a person. */
	readonly strongDetection: number | null;
	/** H: USD for one hand-off to a person. */
	readonly handoffCost: number | null;
	readonly check: Check | null;
	readonly latency: Latency | null;
	/** Δ: the dial for the whole board; added to the threshold of every segment with 0 < p < 1. */
	readonly threshold: number;
	readonly volumePerWeek: number | null;
	readonly workers: number | null;
	readonly weeks: readonly Week[];
	/** Weeks until a metric's alarm can be seen, where that is not at once: an outcome is known when it is labelled. */
	readonly lag: Readonly<Partial<Record<MetricName, number>>>;
	/** Each refers only to those before it. */
	readonly states: readonly NamedState[];
	/** null: everything strong, without check and router. */
	readonly baseline: OwnBaseline | null;
	readonly guardrails: readonly Guardrail[];
	readonly rows: readonly CostRow[];
	/** Renamed owners of pressures, by metric. */
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

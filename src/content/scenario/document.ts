import type { ReviewQuestion } from '../../chapter/review.js';
import type { Expectation } from '../../engine/expectations/condition.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';

/** The table as first seen: static, so that edits do not change it. */
export interface Artifact {
	readonly title: string;
	readonly columns: readonly string[];
	/** Each with as many cells as `columns`. */
	readonly rows: readonly (readonly (string | number)[])[];
}

/** Budgets that can dominate a kind of product; the chapter's rule names quality, safety, latency and value. */
export const BUDGETS = ['quality', 'safety', 'latency', 'throughput', 'value', 'spend'] as const;

/** Sections of the catalogue, in order. */
export const SCENARIO_KINDS = ['opening', 'mechanism', 'failure shape', 'context'] as const;
export type ScenarioKind = (typeof SCENARIO_KINDS)[number];

/** The characteristics of a kind of product. */
export interface ProductContext {
	readonly budget: (typeof BUDGETS)[number];
	/** Why that budget dominates. */
	readonly because: string;
	/** The metric by which it is judged, in one segment or (null) over the board. */
	readonly metric: MetricName;
	readonly segment: string | null;
	/** The metric of its characteristic guardrail. */
	readonly guardrail: MetricName;
}

export interface ReviewAnswer {
	/** null: still open. */
	readonly answer: 'yes' | 'no' | null;
	/** One line on where the evidence is; null: none. */
	readonly evidence: string | null;
}

/** The reader's description of their own feature, besides its numbers; null: not filled in yet. */
export interface Worksheet {
	/** Id of the scenario whose figures it started from. */
	readonly template: string | null;
	/** Names of the models whose prices are used. */
	readonly models: { readonly small: string | null; readonly strong: string | null };
	readonly change: string | null;
	readonly slice: string | null;
	/** Filled in before looking at the board, like `atRisk`. */
	readonly expected: string | null;
	readonly atRisk: MetricName | null;
	readonly relieved: string | null;
	readonly created: string | null;
	/** Owner of the created pressure. */
	readonly owner: string | null;
	/** The guardrail that is the rollback trigger, by its metric and segment (null: the board). */
	readonly trigger: { readonly metric: MetricName; readonly segment: string | null } | null;
	readonly review: Readonly<Record<ReviewQuestion, ReviewAnswer>>;
}

/** Unnormalized shares of a file with `shares: normalize`, in the order of its segments. */
export interface GivenShares {
	readonly shares: readonly number[];
	readonly sum: number;
}

/** A scenario file: the scenario that the model computes, and the texts about it. */
export interface ScenarioDocument {
	readonly scenario: Scenario;
	/** One line. */
	readonly summary: string;
	/** Origin of the figures, or a statement that they are illustrative. */
	readonly source: string;
	/** null: a user's own scenario. */
	readonly kind: ScenarioKind | null;
	/** Ids of facts of the chapter, the main one first. */
	readonly teaches: readonly string[];
	/** Markdown; empty if the file has none. */
	readonly story: string;
	readonly artifact: Artifact | null;
	/** null: not about one kind of product. */
	readonly context: ProductContext | null;
	/** null: not a worksheet. */
	readonly worksheet: Worksheet | null;
	/** Unnormalized shares, if the file has `shares: normalize`; null: the segments' shares are those of the file. */
	readonly givenShares: GivenShares | null;
	/** Claims about its own figures; each was proved when the file was loaded. */
	readonly expectations: readonly Expectation[];
}

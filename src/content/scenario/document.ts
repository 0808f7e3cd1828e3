import type { ReviewQuestion } from '../../chapter/review.js';
import type { Expectation } from '../../engine/expectations/condition.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';

/** The table as it was first seen: static, so that edits do not rewrite history. */
export interface Artifact {
	readonly title: string;
	readonly columns: readonly string[];
	/** Each as long as `columns`. */
	readonly rows: readonly (readonly (string | number)[])[];
}

/** The budgets that can decide first; the rule of the chapter names quality, safety, latency and value. */
export const BUDGETS = ['quality', 'safety', 'latency', 'throughput', 'value', 'spend'] as const;

/** Where the catalogue lists a scenario, in its order. */
export const KINDS_OF_SCENARIO = ['opening', 'mechanism', 'failure shape', 'context'] as const;
export type ScenarioKind = (typeof KINDS_OF_SCENARIO)[number];

/** What sets a kind of product apart. */
export interface ProductContext {
	readonly budget: (typeof BUDGETS)[number];
	/** Why that budget dominates. */
	readonly because: string;
	/** What it is judged by, in one segment or (null) over the board. */
	readonly metric: MetricName;
	readonly segment: string | null;
	/** The metric of its own guardrail. */
	readonly guardrail: MetricName;
}

export interface ReviewAnswer {
	/** null: still open. */
	readonly answer: 'yes' | 'no' | null;
	/** A line on where that can be seen; null: none. */
	readonly evidence: string | null;
}

/** What a reader says of a feature of their own, beside its numbers; null wherever it was not said yet. */
export interface Worksheet {
	/** Id of the scenario whose figures it started from. */
	readonly template: string | null;
	/** Names of the models that the prices are of. */
	readonly models: { readonly small: string | null; readonly strong: string | null };
	readonly change: string | null;
	readonly slice: string | null;
	/** Said before looking at the board, as `atRisk` is. */
	readonly expected: string | null;
	readonly atRisk: MetricName | null;
	readonly relieved: string | null;
	readonly created: string | null;
	/** Whose the created pressure is. */
	readonly owner: string | null;
	/** The guardrail that is the rollback trigger: there is one with this metric and segment (null: the board). */
	readonly trigger: { readonly metric: MetricName; readonly segment: string | null } | null;
	readonly review: Readonly<Record<ReviewQuestion, ReviewAnswer>>;
}

/** The shares of a file that says `shares: normalize`, as they stand in it, in the order of the segments. */
export interface GivenShares {
	readonly shares: readonly number[];
	readonly sum: number;
}

/** A scenario file: what the model computes with, and what people read beside it. */
export interface ScenarioDocument {
	readonly scenario: Scenario;
	/** One line. */
	readonly summary: string;
	/** Where the figures come from, or that they are illustrative. */
	readonly source: string;
	/** null: of somebody's own. */
	readonly kind: ScenarioKind | null;
	/** Ids of facts in the chapter, the one it is about first. */
	readonly teaches: readonly string[];
	/** Markdown; empty if the file has none. */
	readonly story: string;
	readonly artifact: Artifact | null;
	/** null: it is not about one kind of product. */
	readonly context: ProductContext | null;
	/** null: it is no worksheet. */
	readonly worksheet: Worksheet | null;
	/** Shares as the file has them, where it says `shares: normalize`; null: the segments have them as they are. */
	readonly givenShares: GivenShares | null;
	/** What it claims of itself; each was proved when the file was loaded. */
	readonly expectations: readonly Expectation[];
}

import type { Scenario } from '../../engine/scenario.js';

/** The table as it was first seen: static, so that edits do not rewrite history. */
export interface Artifact {
	readonly title: string;
	readonly columns: readonly string[];
	/** Each as long as `columns`. */
	readonly rows: readonly (readonly (string | number)[])[];
}

/** A scenario file: what the model computes with, and what people read beside it. */
export interface ScenarioDocument {
	readonly scenario: Scenario;
	/** One line. */
	readonly summary: string;
	/** Where the figures come from, or that they are illustrative. */
	readonly source: string;
	/** Ids of facts in the chapter. */
	readonly teaches: readonly string[];
	/** Markdown; empty if the file has none. */
	readonly story: string;
	readonly artifact: Artifact | null;
}

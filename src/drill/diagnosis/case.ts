import type { Condition } from '../../engine/expectations/index.js';
import type { Changes, Scenario } from '../../engine/scenario.js';

/** Failure shape, named by the id of its fact in the chapter. */
export type Shape = 'F1' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6' | 'F7';

/** Table shown to the team: every cell is text, and every row is as long as `columns`. */
export interface CaseArtifact {
	readonly title: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** Failure shape with fresh figures, to recognise from the team's tables and to mend. */
export interface DiagnosisCase {
	readonly seed: number;
	readonly shape: Shape;
	readonly title: string;
	/** Two sentences about the product and its recent changes; they fit every shape. */
	readonly brief: string;
	/** The faulty board, from its healthy first week to the fault. No file can have its id, `diagnosis:SEED`. */
	readonly scenario: Scenario;
	/** The same five kinds of table for every shape. */
	readonly artifacts: readonly CaseArtifact[];
	/** Conditions that a mended board meets; the fault breaks at least one. Of the same kinds for every shape. */
	readonly mend: readonly Condition[];
	/** One way to mend it. */
	readonly solution: Changes;
	/** Explanation of the figures that give the shape away. */
	readonly explanation: string;
}

import type { Condition } from '../../engine/expectations/index.js';
import type { Changes, Scenario } from '../../engine/scenario.js';

/** A failure shape by the id of its fact in the chapter. */
export type Shape = 'F1' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6' | 'F7';

/** A table as the team has it: every cell is text, and every row as long as the columns. */
export interface CaseArtifact {
	readonly title: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** A failure shape with fresh figures, to be recognised from what a team has on the table, and mended. */
export interface DiagnosisCase {
	readonly seed: number;
	readonly shape: Shape;
	readonly title: string;
	/** Two sentences on the product and what changed lately; they fit every shape. */
	readonly brief: string;
	/** As it stands in the fault; its first week is the healthy start, its last one the fault. Id: `diagnosis:SEED`, which no file can have. */
	readonly scenario: Scenario;
	/** The same kinds of table for every shape. */
	readonly artifacts: readonly CaseArtifact[];
	/** All of them hold once it is mended, and not all of them do in the fault. The same kinds for every shape. */
	readonly mend: readonly Condition[];
	/** One way to mend it. */
	readonly solution: Changes;
	/** Which figures give the shape away, with their numbers. */
	readonly because: string;
}

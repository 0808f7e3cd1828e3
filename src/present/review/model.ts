import type { PriceUse, ScenarioDocument, Worksheet } from '../../content/index.js';
import type { CurveLines, Place } from '../curve-lines.js';
import type { LabInput } from '../lab-input.js';
import type { Line, Span, TableModel } from '../table/model.js';

/** What the artifact of a review is made from. */
export interface ReviewFacts {
	readonly lab: LabInput;
	/** One line on what the scenario shows. */
	readonly summary: string;
	/** Where its figures come from. */
	readonly source: string;
	/** Whose prices these are and what they leave open, a sentence each. */
	readonly notes: readonly string[];
	/** What `notes` says of prices, for programs; missing: they are the scenario's own. */
	readonly priceList?: PriceUse;
	/** `PATH=VALUE` of every edit. */
	readonly edits: readonly string[];
	/** `PATH=VALUE` of every edit of the pinned baseline; null: the scenario's own. */
	readonly baseline: readonly string[] | null;
	/** null: it is no worksheet, so nobody said what a review asks for. */
	readonly worksheet: Worksheet | null;
	/** The scenario whose figures the worksheet started from; null: there is none at hand to compare with. */
	readonly template: ScenarioDocument | null;
	/** The scenario as a command line names it: an id, or a path. */
	readonly name: string;
}

/** What a reader said, or a figure, under its label. */
export interface Fact {
	readonly label: string;
	readonly value: Line;
}

/** Everything that the plot shows. */
export interface CurveFigure {
	readonly lines: CurveLines;
	/** null: cost or resolution of the present state was not measured. */
	readonly now: Place | null;
	/** What the plot shows, in a sentence or two, for whoever cannot see it. */
	readonly words: string;
}

/** A piece of a section, as every writer prints it. */
export type ReviewPart =
	| { readonly kind: 'words'; readonly lines: readonly Line[] }
	| { readonly kind: 'facts'; readonly facts: readonly Fact[] }
	| { readonly kind: 'topic'; readonly title: string; readonly facts: readonly Fact[] }
	| { readonly kind: 'table'; readonly table: TableModel }
	| { readonly kind: 'curve'; readonly curve: CurveFigure }
	| { readonly kind: 'command'; readonly command: string };

export interface ReviewSection {
	/** Letters and hyphens: it is an anchor in the page. */
	readonly id: string;
	readonly title: string;
	readonly parts: readonly ReviewPart[];
}

/** Whether a review can begin. */
export interface Readiness {
	readonly ready: boolean;
	/** In one sentence. */
	readonly words: Span;
	/** What is missing, each a sentence without its end. */
	readonly gaps: readonly string[];
}

export interface ReviewModel {
	readonly title: string;
	readonly summary: string;
	readonly verdict: Span;
	/** What decided the verdict. */
	readonly cause: string;
	/** What the model spend is against the baseline. */
	readonly saving: string;
	/** What a resolved request costs with people and silent failures; null: not measured. */
	readonly counted: Line | null;
	/** The guardrails that speak against the change, and how many hold: a line for each state. */
	readonly guardrails: readonly Line[];
	readonly readiness: Readiness;
	readonly sections: readonly ReviewSection[];
}

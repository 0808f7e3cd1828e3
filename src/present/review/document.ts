import type { PriceUse, ScenarioDocument, Worksheet } from '../../content/index.js';
import type { Line, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import type { Block, Words } from '../pane/block.js';

/** A scenario's numbers, and how they came about. */
export interface ReportInput {
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
}

/** What the artifact of a review is made from: a report, and what a reader says of it. */
export interface ReviewInput extends ReportInput {
	/** null: it is no worksheet, so nobody said what a review asks for. */
	readonly worksheet: Worksheet | null;
	/** The scenario whose figures the worksheet started from; null: there is none at hand to compare with. */
	readonly template: ScenarioDocument | null;
	/** The scenario as a command line names it: an id, or a path. */
	readonly name: string;
}

/** A section of a report or of the artifact for a review; `src/export` has a writer for each format. */
export interface Section {
	/** Letters and hyphens: it is an anchor in the page. */
	readonly id: string;
	readonly title: string;
	readonly parts: readonly Part[];
}

/** A piece of a section: what panes are made of, and what only paper has. */
export type Part =
	| Block
	| { readonly kind: 'heading'; readonly text: string }
	| { readonly kind: 'facts'; readonly facts: readonly Fact[] }
	/** A line to be typed in a shell. */
	| { readonly kind: 'command'; readonly command: string };

/** What a reader said, or a figure, under its label. */
export interface Fact {
	readonly label: string;
	readonly value: Line;
}

export const fact = (label: string, value: string | Line): Fact => ({
	label,
	value: typeof value === 'string' ? [{ text: value }] : value,
});

/** Returns what a reader said; or, set apart, that nobody said it. */
export const said = (text: string | null, otherwise: string): Line =>
	text === null ? [{ text: otherwise, tone: 'unsure' }] : [{ text }];

export const list = (sentences: readonly Line[]): Words => ({ kind: 'words', sentences, lines: 0 });

/** Makes a paragraph of each line. */
export const paragraphs = (...lines: readonly (string | Line)[]): Part => ({
	...list(lines.map((line) => (typeof line === 'string' ? [{ text: line }] : line))),
	paragraphs: true,
});

/** Puts a table under its own title. */
export const captionedTable = (table: TableModel): Part => ({ kind: 'table', table, flexible: false, captioned: true });

import type { PriceUse, ScenarioDocument, Worksheet } from '../../content/index.js';
import type { Line, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import type { Block, WordsBlock } from '../pane/block.js';

/** A scenario's figures and their origin. */
export interface ReportInput {
	readonly lab: LabInput;
	/** What the scenario shows, in one line. */
	readonly summary: string;
	/** Source of its figures. */
	readonly source: string;
	/** Notes, a sentence each: the origin of the prices and their gaps. */
	readonly notes: readonly string[];
	/** The content of `notes` for programs; undefined: the prices are the scenario's own. */
	readonly priceList?: PriceUse;
	/** All edits, as `PATH=VALUE`. */
	readonly edits: readonly string[];
	/** All edits of the pinned baseline, as `PATH=VALUE`; null: the scenario's own baseline. */
	readonly baseline: readonly string[] | null;
}

/** The input of a review artifact: a report, and the worksheet. */
export interface ReviewInput extends ReportInput {
	/** What the author wrote for the review; null: the scenario is not a worksheet. */
	readonly worksheet: Worksheet | null;
	/** The scenario from which the worksheet was made; null: not available. */
	readonly template: ScenarioDocument | null;
	/** Id or path of the scenario, for the command line. */
	readonly name: string;
}

/** A section of a report or of the artifact for a review; `src/export` has a writer for each format. */
export interface Section {
	/** Anchor in the page; consists of letters and hyphens. */
	readonly id: string;
	readonly title: string;
	readonly parts: readonly Part[];
}

/** A part of a section: a block of a pane, or a kind that only documents have. */
export type Part =
	| Block
	| { readonly kind: 'heading'; readonly text: string }
	| { readonly kind: 'facts'; readonly facts: readonly Fact[] }
	/** A command line for a shell. */
	| { readonly kind: 'command'; readonly command: string };

/** A labelled text or figure. */
export interface Fact {
	readonly label: string;
	readonly value: Line;
}

export const fact = (label: string, value: string | Line): Fact => ({
	label,
	value: typeof value === 'string' ? [{ text: value }] : value,
});

/** Returns a text of the author; if it is null, `otherwise` in another tone. */
export const statedText = (text: string | null, otherwise: string): Line =>
	text === null ? [{ text: otherwise, tone: 'unsure' }] : [{ text }];

export const sentenceList = (sentences: readonly Line[]): WordsBlock => ({ kind: 'words', sentences, lines: 0 });

/** Returns a part with a paragraph for each line. */
export const paragraphs = (...lines: readonly (string | Line)[]): Part => ({
	...sentenceList(lines.map((line) => (typeof line === 'string' ? [{ text: line }] : line))),
	paragraphs: true,
});

/** Returns a table with its title as the caption. */
export const captionedTable = (table: TableModel): Part => ({ kind: 'table', table, flexible: false, captioned: true });

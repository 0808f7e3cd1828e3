import type { LabInput } from '../present/board/lab-input.js';
import type { PriceUse } from '../present/format/price-notes.js';

/** What can be printed, and how: names that the command line needs before it needs any of the writers. */

export const FORMATS = ['text', 'md', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export const CATALOGUE_FORMATS = ['text', 'md', 'json'] as const;
export type CatalogueFormat = (typeof CATALOGUE_FORMATS)[number];

export const HANDOUT_FORMATS = ['text', 'md'] as const;
export type HandoutFormat = (typeof HANDOUT_FORMATS)[number];

export const REVIEW_FORMATS = ['md', 'html', 'json'] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

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

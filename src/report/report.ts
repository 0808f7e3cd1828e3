import type { LabInput, PriceUse } from '../present/index.js';
import { csvReport } from './csv.js';
import type { Format } from './formats.js';
import { jsonReport } from './json.js';
import { markdownReport } from './markdown.js';
import { textReport } from './text.js';

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

/** Wide enough for every column, and for a pull request or a mail. */
const WIDTH = 100;

/**
 * The report in one format, ending with a line break.
 *
 * @param width columns of the text report
 */
export async function report(input: ReportInput, format: Format, width = WIDTH): Promise<string> {
	switch (format) {
		case 'text':
			return textReport(input, width);
		case 'md':
			return markdownReport(input);
		case 'csv':
			return csvReport(input);
		case 'json':
			return jsonReport(input);
	}
}

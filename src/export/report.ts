import { csvReport } from './csv.js';
import type { Format, ReportInput } from './formats.js';
import { jsonReport } from './json.js';
import { markdownReport } from './markdown.js';
import { textReport } from './text.js';

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

import { sourceText } from '../present/format/format.js';
import type { ReportInput } from '../present/review/document.js';
import { reportSections } from '../present/review/report.js';
import { unmeasuredCheckPaths } from '../present/review/unmeasured.js';
import { type Line, textOf } from '../text/line.js';
import { wrap } from '../text/width.js';
import { renderReportCsv } from './csv.js';
import type { Format } from './formats.js';
import { renderReportJson } from './json.js';
import { escapeText, markdownLine, markdownSection } from './markdown.js';
import { type DrawLine, textSection } from './text.js';

/** Default width: wide enough for all columns, narrow enough for a pull request or an email. */
const WIDTH = 100;

/**
 * Renders the report in the given format, ending with a line break.
 *
 * @param width columns of the text report
 * @param draw draws the lines of the text report; by default without colours
 */
export async function report(
	input: ReportInput,
	format: Format,
	width = WIDTH,
	draw: DrawLine = textOf,
): Promise<string> {
	switch (format) {
		case 'text':
			return renderText(input, width, draw);
		case 'md':
			return renderMarkdown(input);
		case 'csv':
			return renderReportCsv(input);
		case 'json':
			return renderReportJson(input);
	}
}

function renderText(input: ReportInput, width: number, draw: DrawLine): string {
	const { lab, summary, source, notes, edits, baseline } = input;
	const missing = unmeasuredCheckPaths(lab.scenario);
	const titleLines = wrap(lab.scenario.title, width).map((text): Line => [{ text, tone: 'title' }]);
	const head: readonly Line[] = [
		...titleLines,
		...[summary, `Figures: ${sourceText(source, notes)}`]
			.flatMap((text) => wrap(text, width))
			.map((text): Line => [{ text }]),
		...edits.map((edit): Line => [{ text: `edit: --set ${edit}`, tone: 'edited' }]),
		...(baseline ?? []).map((edit): Line => [{ text: `baseline: --baseline ${edit}`, tone: 'edited' }]),
		...(missing.length > 0
			? wrap(`not measured: ${missing.join(', ')}`, width).map((text): Line => [{ text, tone: 'unsure' }])
			: []),
	];
	const sections = reportSections(lab).map((section) => textSection(section, width, draw));
	return `${[head.map(draw).join('\n'), ...sections].join('\n\n')}\n`;
}

function renderMarkdown({ lab, summary, source, notes, edits, baseline }: ReportInput): string {
	const flags = [...edits.map((edit) => `--set ${edit}`), ...(baseline ?? []).map((edit) => `--baseline ${edit}`)];
	const missing = unmeasuredCheckPaths(lab.scenario);
	const blocks = [
		`# ${escapeText(lab.scenario.title)}`,
		markdownLine(escapeText(summary)),
		`Figures: ${escapeText(sourceText(source, notes))}`,
		...(flags.length > 0 ? [`State: \`${flags.join(' ')}\``] : []),
		...(missing.length > 0 ? [`not measured: ${missing.join(', ')}`] : []),
		...reportSections(lab).map(markdownSection),
	];
	return `${blocks.join('\n\n')}\n`;
}

import { type Line, layoutPane, reportSections, wrap } from '../present/index.js';
import type { ReportInput } from './report.js';

/** Wide enough for every column, and for a pull request or a mail. */
const WIDTH = 100;

/** The report as plain text: no colours, no control sequences. */
export function textReport(input: ReportInput): string {
	const { lab, summary, source, edits, baseline } = input;
	const head = [lab.scenario.title, ...wrap(summary, WIDTH), ...wrap(`Figures: ${source}`, WIDTH)];
	const said = [
		...edits.map((edit) => `edit: --set ${edit}`),
		...(baseline ?? []).map((edit) => `baseline: --baseline ${edit}`),
	];
	const sections = reportSections(lab).map(({ title, blocks }) => {
		const lines = layoutPane(
			{ id: 'board', title, blocks },
			{ width: WIDTH, height: Number.POSITIVE_INFINITY, focus: null },
		);
		return [title, '-'.repeat(title.length), ...lines.map(plainLine)].join('\n');
	});
	return `${[[...head, ...said].join('\n'), ...sections].join('\n\n')}\n`;
}

const plainLine = (line: Line): string =>
	line
		.map((span) => span.text)
		.join('')
		.trimEnd();

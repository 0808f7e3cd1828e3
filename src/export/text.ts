import { figuresFrom } from '../present/format/format.js';
import { layoutPane } from '../present/pane/pane-layout.js';
import { reportGaps } from '../present/review/report-figures.js';
import type { Line } from '../text/line.js';
import { wrap } from '../text/width.js';
import type { ReportInput } from './formats.js';
import { allSections } from './sections.js';

/** The report as plain text: no colours, no control sequences. */
export function textReport(input: ReportInput, width: number): string {
	const { lab, summary, source, notes, edits, baseline } = input;
	const missing = reportGaps(lab).notMeasured;
	const head = [lab.scenario.title, summary, `Figures: ${figuresFrom(source, notes)}`].flatMap((text) =>
		wrap(text, width),
	);
	const said = [
		...edits.map((edit) => `edit: --set ${edit}`),
		...(baseline ?? []).map((edit) => `baseline: --baseline ${edit}`),
		...(missing.length > 0 ? wrap(`not measured: ${missing.join(', ')}`, width) : []),
	];
	const sections = allSections(lab).map(({ title, blocks }) => {
		const lines = layoutPane({ id: 'board', title, blocks }, { width, height: Number.POSITIVE_INFINITY, focus: null });
		return [title, '-'.repeat(title.length), ...lines.map(plainLine)].join('\n');
	});
	return `${[[...head, ...said].join('\n'), ...sections].join('\n\n')}\n`;
}

const plainLine = (line: Line): string =>
	line
		.map((span) => span.text)
		.join('')
		.trimEnd();

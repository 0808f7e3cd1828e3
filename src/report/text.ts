import { figuresFrom } from '../present/figures-from.js';
import { type Line, layoutPane, reportGaps, wrap } from '../present/index.js';
import type { ReportInput } from './report.js';
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

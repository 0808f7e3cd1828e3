import { type Line, layoutPane, wrap } from '../present/index.js';
import type { ReportInput } from './report.js';
import { allSections } from './sections.js';
import { unmeasured } from './unmeasured.js';

/** The report as plain text: no colours, no control sequences. */
export function textReport(input: ReportInput, width: number): string {
	const { lab, summary, source, edits, baseline } = input;
	const missing = unmeasured(lab);
	const head = [lab.scenario.title, summary, `Figures: ${source}`].flatMap((text) => wrap(text, width));
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

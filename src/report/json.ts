import { reportFigures, reportGaps } from '../present/index.js';
import type { ReportInput } from './report.js';

/** The report for programs: unrounded, `null` where there is no value, and why under `reasons`. */
export function jsonReport(input: ReportInput): string {
	return `${JSON.stringify(reportObject(input), null, 2)}\n`;
}

/** The object that the JSON report prints; its names are those of the model. */
export function reportObject({ lab, summary, source, notes, priceList, edits, baseline }: ReportInput) {
	const { scenario, outcome } = lab;
	const { notMeasured, notModelled, reasons, segments } = reportGaps(lab);
	return {
		scenario: scenario.id,
		title: scenario.title,
		summary,
		source,
		notes,
		...(priceList && { priceList }),
		notMeasured,
		notModelled,
		edits,
		...(baseline && { baselineEdits: baseline }),
		prices: scenario.prices,
		metrics: outcome.metrics,
		noise: outcome.noise,
		reasons,
		baseline: outcome.baseline,
		...(outcome.pinned && { pinned: outcome.pinned }),
		segments,
		guardrails: outcome.guardrails,
		verdict: outcome.verdict,
		decidedBy: outcome.decidedBy,
		gain: outcome.gain,
		pressure: outcome.pressure,
		...(scenario.rows.length > 0 && { rows: outcome.rows }),
		...reportFigures(lab),
	};
}

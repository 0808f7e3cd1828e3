import { reportFigures } from '../present/index.js';
import type { ReportInput } from './report.js';
import { unmeasured } from './unmeasured.js';

/** The report for programs: unrounded, `null` where something was not measured. */
export function jsonReport(input: ReportInput): string {
	return `${JSON.stringify(reportObject(input), null, 2)}\n`;
}

/** The object that the JSON report prints; its names are those of the model. */
export function reportObject({ lab, edits, baseline }: ReportInput) {
	const { scenario, outcome } = lab;
	return {
		scenario: scenario.id,
		notMeasured: unmeasured(lab),
		edits,
		...(baseline && { baselineEdits: baseline }),
		metrics: outcome.metrics,
		baseline: outcome.baseline,
		segments: outcome.segments,
		guardrails: outcome.guardrails,
		verdict: outcome.verdict,
		pressure: outcome.pressure,
		...(scenario.rows.length > 0 && { rows: outcome.rows }),
		...reportFigures(lab),
	};
}

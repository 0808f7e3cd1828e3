import { stringify } from 'csv-stringify/sync';
import { reportObject } from './json.js';
import type { ReportInput } from './report.js';

/**
 * The JSON report as one long table: `section, id, field, value`, unrounded. An empty value is "not measured".
 * Every figure has one row, so that a spreadsheet can pivot it and a new field breaks nobody's columns.
 */
export function csvReport(input: ReportInput): string {
	const object = reportObject(input);
	const rows: (readonly [string, string, string, unknown])[] = [
		['report', object.scenario, 'verdict', object.verdict],
		...object.notMeasured.map((path) => ['report', object.scenario, 'notMeasured', path] as const),
		...object.edits.map((edit, i) => ['edit', String(i + 1), 'set', edit] as const),
		...(object.baselineEdits ?? []).map((edit, i) => ['baselineEdit', String(i + 1), 'set', edit] as const),
		...fields('metrics', '', object.metrics),
		...fields('baseline', '', object.baseline),
		...object.segments.flatMap(({ id, ...rest }) => fields('segments', id, rest)),
		...object.guardrails.flatMap((guardrail) => {
			const id = guardrail.segment === null ? guardrail.metric : `${guardrail.metric}.${guardrail.segment}`;
			return fields('guardrails', id, guardrail);
		}),
		...object.pressure.relieved.flatMap(({ metric, ...rest }) => fields('relieved', metric, rest)),
		...object.pressure.created.flatMap(({ metric, ...rest }) => fields('created', metric, rest)),
		...(object.rows ?? []).flatMap(({ id, ...rest }) => fields('rows', id, rest)),
		...(object.curve ?? []).flatMap((point, i) => fields('curve', String(i + 1), point)),
		...weekly(object.signals),
		...object.trace.flatMap((row, i) => fields('trace', String(i + 1), row)),
	];
	return stringify([['section', 'id', 'field', 'value'], ...rows], {
		cast: { boolean: String, string: inert },
	});
}

/** A row per signal and week, and one for its alarm. */
function weekly(signals: ReturnType<typeof reportObject>['signals']): (readonly [string, string, string, unknown])[] {
	if (signals === null) return [];
	return signals.signals.flatMap(({ metric, values, alarm }) => [
		...values.map((value, i) => ['signals', metric, `week ${signals.weeks[i]?.week ?? i + 1}`, value] as const),
		['signals', metric, 'alarm', alarm] as const,
	]);
}

const fields = (section: string, id: string, object: object): (readonly [string, string, string, unknown])[] =>
	Object.entries(object).map(([field, value]) => [section, id, field, value]);

// A spreadsheet runs a text that begins like a formula; numbers are no texts here, so a minus sign stays.
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

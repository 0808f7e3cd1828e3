import { stringify } from 'csv-stringify/sync';
import { reportObject } from './json.js';
import type { ReportInput } from './report.js';

/**
 * The JSON report as one long table: `section, id, field, value`, unrounded. Where a value is empty, `reasons` says why.
 * Every figure has one row, so that a spreadsheet can pivot it and a new field breaks nobody's columns.
 */
export function csvReport(input: ReportInput): string {
	const object = reportObject(input);
	const rows: (readonly [string, string, string, unknown])[] = [
		['report', object.scenario, 'verdict', object.verdict],
		...object.decidedBy.map((metric) => ['report', object.scenario, 'decidedBy', metric] as const),
		...fields('gain', '', object.gain),
		['report', object.scenario, 'title', object.title],
		['report', object.scenario, 'summary', object.summary],
		['report', object.scenario, 'source', object.source],
		...object.notes.map((note) => ['report', object.scenario, 'note', note] as const),
		...priceListRows(object.priceList),
		...object.notModelled.map((name) => ['report', object.scenario, 'notModelled', name] as const),
		...object.notMeasured.map((path) => ['report', object.scenario, 'notMeasured', path] as const),
		...object.edits.map((edit, i) => ['edit', String(i + 1), 'set', edit] as const),
		...(object.baselineEdits ?? []).map((edit, i) => ['baselineEdit', String(i + 1), 'set', edit] as const),
		...(['small', 'strong'] as const).flatMap((lane) => priceFields(lane, object.prices[lane])),
		...fields('metrics', '', object.metrics),
		...fields('noise', '', object.noise),
		...fields('reasons', '', object.reasons),
		...fields('baseline', '', object.baseline),
		...fields('pinned', '', object.pinned ?? {}),
		...object.segments.flatMap(({ id, reasons, ...rest }) => [
			...fields('segments', id, rest),
			...fields('segmentReasons', id, reasons),
		]),
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
	return signals.signals.flatMap(({ metric, values, noise, alarm, seen }) => [
		...values.map((value, i) => ['signals', metric, `week ${signals.weeks[i]?.week ?? i + 1}`, value] as const),
		...noise.map((value, i) => ['signals', metric, `noise of week ${signals.weeks[i]?.week ?? i + 1}`, value] as const),
		['signals', metric, 'alarm', alarm] as const,
		['signals', metric, 'seen', seen] as const,
	]);
}

/** Whose prices these are, and what they leave open: a row for each. */
function priceListRows(list: ReportInput['priceList']): (readonly [string, string, string, unknown])[] {
	if (!list) return [];
	return [
		['priceList', '', 'file', list.file],
		...list.models.flatMap(({ lane, name, provider, missing, notRead }) => [
			...fields('priceList', lane, { name, provider }),
			...missing.map((gap) => ['priceList', lane, 'missing', gap] as const),
			...notRead.map((field) => ['priceList', lane, 'notRead', field] as const),
		]),
	];
}

function priceFields(
	lane: string,
	{ above, ...price }: ReturnType<typeof reportObject>['prices']['small'],
): (readonly [string, string, string, unknown])[] {
	const tiers = above.flatMap(({ tokens, ...rates }) => fields('prices', `${lane} above ${tokens}`, rates));
	return [...fields('prices', lane, price), ...tiers];
}

const fields = (section: string, id: string, object: object): (readonly [string, string, string, unknown])[] =>
	Object.entries(object).map(([field, value]) => [section, id, field, value]);

// A spreadsheet runs a text that begins like a formula; numbers are no texts here, so a minus sign stays.
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

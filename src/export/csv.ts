import { stringify } from 'csv-stringify/sync';
import { type ReportData, reportData } from '../present/review/data.js';
import type { ReportInput } from '../present/review/document.js';

type Row = readonly [section: string, id: string, field: string, value: unknown];

/**
 * The JSON report as one long table: `section, id, field, value`, unrounded. Where a value is empty, `reasons` says why.
 * Every figure has one row, so that a spreadsheet can pivot it and a new field breaks nobody's columns.
 */
export function csvReport(input: ReportInput): string {
	const data = reportData(input);
	const report = (field: string, ...values: readonly unknown[]): Row[] =>
		values.map((value) => ['report', data.scenario, field, value]);
	const edits = (section: string, texts: readonly string[]): Row[] =>
		texts.map((edit, i) => [section, String(i + 1), 'set', edit]);
	const rows: Row[] = [
		...report('verdict', data.verdict),
		...report('decidedBy', ...data.decidedBy),
		...fields('gain', '', data.gain),
		...report('title', data.title),
		...report('summary', data.summary),
		...report('source', data.source),
		...report('note', ...data.notes),
		...priceListRows(data.priceList),
		...report('notModelled', ...data.notModelled),
		...report('notMeasured', ...data.notMeasured),
		...edits('edit', data.edits),
		...edits('baselineEdit', data.baselineEdits ?? []),
		...(['small', 'strong'] as const).flatMap((lane) => priceFields(lane, data.prices[lane])),
		...fields('metrics', '', data.metrics),
		...fields('noise', '', data.noise),
		...fields('reasons', '', data.reasons),
		...fields('baseline', '', data.baseline),
		...fields('pinned', '', data.pinned ?? {}),
		...data.segments.flatMap(({ id, reasons, ...rest }) => [
			...fields('segments', id, rest),
			...fields('segmentReasons', id, reasons),
		]),
		...data.guardrails.flatMap((guardrail) => {
			const id = guardrail.segment === null ? guardrail.metric : `${guardrail.metric}.${guardrail.segment}`;
			return fields('guardrails', id, guardrail);
		}),
		...data.pressure.relieved.flatMap(({ metric, ...rest }) => fields('relieved', metric, rest)),
		...data.pressure.created.flatMap(({ metric, ...rest }) => fields('created', metric, rest)),
		...(data.rows ?? []).flatMap(({ id, ...rest }) => fields('rows', id, rest)),
		...(data.curve ?? []).flatMap((point, i) => fields('curve', String(i + 1), point)),
		...weekly(data.signals),
		...data.trace.flatMap((row, i) => fields('trace', String(i + 1), row)),
	];
	return stringify([['section', 'id', 'field', 'value'], ...rows], {
		cast: { boolean: String, string: inert },
	});
}

/** A row per signal and week, and one for its alarm. */
function weekly(signals: ReportData['signals']): Row[] {
	if (signals === null) return [];
	const week = (i: number): string => `week ${signals.weeks[i]?.week ?? i + 1}`;
	return signals.signals.flatMap(({ metric, values, noise, alarm, seen }): Row[] => [
		...values.map((value, i): Row => ['signals', metric, week(i), value]),
		...noise.map((value, i): Row => ['signals', metric, `noise of ${week(i)}`, value]),
		['signals', metric, 'alarm', alarm],
		['signals', metric, 'seen', seen],
	]);
}

/** Whose prices these are, and what they leave open: a row for each. */
function priceListRows(list: ReportInput['priceList']): Row[] {
	if (!list) return [];
	return [
		['priceList', '', 'file', list.file],
		...list.models.flatMap(({ lane, name, provider, missing, notRead }): Row[] => [
			...fields('priceList', lane, { name, provider }),
			...missing.map((gap): Row => ['priceList', lane, 'missing', gap]),
			...notRead.map((field): Row => ['priceList', lane, 'notRead', field]),
		]),
	];
}

function priceFields(lane: string, { above, ...price }: ReportData['prices']['small']): Row[] {
	const tiers = above.flatMap(({ tokens, ...rates }) => fields('prices', `${lane} above ${tokens}`, rates));
	return [...fields('prices', lane, price), ...tiers];
}

const fields = (section: string, id: string, object: object): Row[] =>
	Object.entries(object).map(([field, value]) => [section, id, field, value]);

// A spreadsheet runs a text that begins like a formula, in full width too where it is set to Japanese; numbers are no texts here, so a minus sign stays.
const inert = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

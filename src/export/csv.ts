import { stringify } from 'csv-stringify/sync';
import { type ReportData, reportData } from '../present/review/data.js';
import type { ReportInput } from '../present/review/document.js';

type Row = readonly [section: string, id: string, field: string, value: unknown];

/**
 * Renders the JSON report as one long table: `section, id, field, value`, unrounded. Where a value is empty, the
 * section `reasons` says why. Each figure has a row of its own, so that spreadsheets can pivot it and a new field
 * shifts no column.
 */
export function renderReportCsv(input: ReportInput): string {
	const data = reportData(input);
	const report = (field: string, ...values: readonly unknown[]): Row[] =>
		values.map((value) => ['report', data.scenario, field, value]);
	const edits = (section: string, texts: readonly string[]): Row[] =>
		texts.map((edit, i) => [section, String(i + 1), 'set', edit]);
	const rows: Row[] = [
		...report('verdict', data.verdict),
		...report('decidedBy', ...data.decidedBy),
		...fieldRows('gain', '', data.gain),
		...report('title', data.title),
		...report('summary', data.summary),
		...report('source', data.source),
		...report('note', ...data.notes),
		...priceListRows(data.priceList),
		...report('notModelled', ...data.notModelled),
		...report('notMeasured', ...data.notMeasured),
		...edits('edit', data.edits),
		...edits('baselineEdit', data.baselineEdits ?? []),
		...(['small', 'strong'] as const).flatMap((lane) => priceRows(lane, data.prices[lane])),
		...fieldRows('metrics', '', data.metrics),
		...fieldRows('noise', '', data.noise),
		...fieldRows('reasons', '', data.reasons),
		...fieldRows('baseline', '', data.baseline),
		...fieldRows('pinned', '', data.pinned ?? {}),
		...data.segments.flatMap(({ id, reasons, ...rest }) => [
			...fieldRows('segments', id, rest),
			...fieldRows('segmentReasons', id, reasons),
		]),
		...data.guardrails.flatMap((guardrail) => {
			const id = guardrail.segment === null ? guardrail.metric : `${guardrail.metric}.${guardrail.segment}`;
			return fieldRows('guardrails', id, guardrail);
		}),
		...data.pressure.relieved.flatMap(({ metric, ...rest }) => fieldRows('relieved', metric, rest)),
		...data.pressure.created.flatMap(({ metric, ...rest }) => fieldRows('created', metric, rest)),
		...(data.rows ?? []).flatMap(({ id, ...rest }) => fieldRows('rows', id, rest)),
		...(data.curve ?? []).flatMap((point, i) => fieldRows('curve', String(i + 1), point)),
		...signalRows(data.signals),
		...data.trace.flatMap((row, i) => fieldRows('trace', String(i + 1), row)),
	];
	return stringify([['section', 'id', 'field', 'value'], ...rows], {
		cast: { boolean: String, string: neutralizeFormula },
	});
}

/** Returns a row for the value and the noise of each signal and week, and rows for its alarm. */
function signalRows(signals: ReportData['signals']): Row[] {
	if (signals === null) return [];
	const week = (i: number): string => `week ${signals.weeks[i]?.week ?? i + 1}`;
	return signals.signals.flatMap(({ metric, values, noise, alarm, seen }): Row[] => [
		...values.map((value, i): Row => ['signals', metric, week(i), value]),
		...noise.map((value, i): Row => ['signals', metric, `noise of ${week(i)}`, value]),
		['signals', metric, 'alarm', alarm],
		['signals', metric, 'seen', seen],
	]);
}

/** Returns rows for the origin of the prices, and for what the price list lacks or was not read. */
function priceListRows(list: ReportInput['priceList']): Row[] {
	if (!list) return [];
	return [
		['priceList', '', 'file', list.file],
		...list.models.flatMap(({ lane, name, provider, missing, notRead }): Row[] => [
			...fieldRows('priceList', lane, { name, provider }),
			...missing.map((gap): Row => ['priceList', lane, 'missing', gap]),
			...notRead.map((field): Row => ['priceList', lane, 'notRead', field]),
		]),
	];
}

function priceRows(lane: string, { above, ...price }: ReportData['prices']['small']): Row[] {
	const tiers = above.flatMap(({ tokens, ...rates }) => fieldRows('prices', `${lane} above ${tokens}`, rates));
	return [...fieldRows('prices', lane, price), ...tiers];
}

const fieldRows = (section: string, id: string, object: object): Row[] =>
	Object.entries(object).map(([field, value]) => [section, id, field, value]);

// A spreadsheet runs text that begins like a formula; in a Japanese locale also if it begins with a full-width sign.
// Numbers are not passed as strings, so they keep their minus sign.
const neutralizeFormula = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

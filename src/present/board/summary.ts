import { carriesNoise } from '../../engine/index.js';
import {
	guardrailPath,
	type MetricDirection,
	metricDirection,
	metricUnit,
	type Unit,
} from '../../engine/inputs/index.js';
import type { GuardrailState, Outcome } from '../../engine/outcome-types.js';
import type { MetricName } from '../../engine/scenario.js';
import type { Cell, Column, TableModel } from '../../text/line.js';
import { width } from '../../text/width.js';
import { EMPTY, figureCell, figureNameCell, metricCell, relabelForPin, textCell } from '../format/cells.js';
import { difference, inUnit, relative } from '../format/format.js';
import { halfWidthText, limitText, noiseText, STATE_TEXT, valueFigure } from '../format/guardrail-text.js';
import { reasonText } from '../format/null-reasons.js';
import type { LabInput } from './lab-input.js';

const COLUMNS: readonly Column[] = [
	{ id: 'metric', label: 'per request', align: 'left', width: 15, dropPriority: 0 },
	{ id: 'now', label: 'now', align: 'right', width: 10, hasMark: true, dropPriority: 0 },
	{ id: 'change', label: 'vs base', align: 'right', width: 8, dropPriority: 2 },
	{ id: 'edit', label: 'last input', align: 'right', width: 10, dropPriority: 3 },
	{ id: 'noise', label: 'noise', align: 'right', width: 9, dropPriority: 1 },
	{ id: 'limit', label: 'limit', align: 'right', width: 11, dropPriority: 1 },
	{ id: 'state', label: 'guardrail', align: 'left', width: 10, dropPriority: 0 },
	{ id: 'owner', label: 'owner', align: 'left', width: 16, dropPriority: 5 },
];

/** Always shown; further metrics with a guardrail follow. */
const HEADLINES: readonly MetricName[] = [
	'cost',
	'costPerResolved',
	'totalCostPerResolved',
	'resolution',
	'handoff',
	'silent',
];

/** Returns the Board's second table: the metrics against the baseline, each with its guardrail. */
export function boardSummary(input: LabInput): TableModel {
	const { outcome } = input;
	const boardGuardrail = (metric: MetricName): GuardrailState | undefined =>
		outcome.guardrails.find((g) => g.metric === metric && g.segment === null);
	const otherGuardrails = outcome.guardrails.filter((g) => g.segment !== null || !HEADLINES.includes(g.metric));
	return {
		id: 'board-summary',
		title: `Against ${input.baselineName}`,
		columns: columnsFor(input),
		rows: [
			...HEADLINES.map((metric) => summaryRow(input, metric, boardGuardrail(metric))),
			...otherGuardrails.map((guardrail) => summaryRow(input, guardrail.metric, guardrail)),
		].map(({ id, metric, now, change, edit, noise, limit, state, owner }) => ({
			id,
			kind: 'body',
			cells: [metric, now, change, edit, noise, limit, state, owner],
		})),
		notes: [],
	};
}

const columnsFor = (input: LabInput): readonly Column[] =>
	withWholeNames(COLUMNS.map(relabelForPin(input.baseline)), input);

/**
 * Returns columns in which owners and the short names of metrics are never cut: those columns are as wide as the
 * longest one; that of the owners is dropped where there is no room.
 */
export const withWholeNames = (
	columns: readonly Column[],
	{ scenario, outcome: { guardrails } }: Pick<LabInput, 'scenario' | 'outcome'>,
): readonly Column[] => {
	const names = guardrails.map(({ metric, segment }) => figureNameCell(scenario, metric, segment));
	const texts: Readonly<Record<string, readonly string[]>> = {
		metric: names.map(({ text, short = text }) => short),
		owner: guardrails.map(({ owner }) => owner),
	};
	return columns.map((column) => ({
		...column,
		width: Math.max(column.width, ...(texts[column.id] ?? []).map(width)),
	}));
};

/** The cells of a metric, and of its guardrail if it has one. */
export interface SummaryRow {
	readonly id: string;
	readonly metric: Cell;
	readonly now: Cell;
	/** Change against the baseline. */
	readonly change: Cell;
	/** Change by the last input. */
	readonly edit: Cell;
	readonly noise: Cell;
	readonly limit: Cell;
	readonly state: Cell;
	readonly owner: Cell;
}

/** Returns the cells of a metric; with a guardrail, of the value that it limits. */
export function summaryRow(
	{ outcome, before, scenario }: LabInput,
	metric: MetricName,
	guardrail?: GuardrailState,
): SummaryRow {
	const segment = guardrail?.segment ?? null;
	const value = segment === null ? outcome.metrics[metric] : (guardrail?.value ?? null);
	const was = before && valueIn(before.outcome, metric, segment);
	const now = guardrail
		? guardrailValueCell(guardrail, was ?? undefined)
		: metricCell(metric, outcome, was ?? undefined);
	const [limit = EMPTY, state = EMPTY, owner = EMPTY] = guardrailCells(guardrail);
	return {
		id: guardrail && segment !== null ? `${metric}.${segment}` : metric,
		metric: figureNameCell(scenario, metric, segment),
		now,
		change: segment === null ? changeCell(metric, outcome.reference.metrics[metric], value) : EMPTY,
		edit: now.delta ? { raw: now.delta.amount, text: now.delta.text, tone: deltaTone(now.delta.isGood) } : EMPTY,
		noise: guardrail ? guardedNoiseCell(guardrail) : noiseCell(metric, outcome.noise[metric], value),
		limit,
		state,
		owner,
	};
}

/** Returns the value that a limit applies to, with enough digits to tell the two apart. */
export function guardrailValueCell(guardrail: GuardrailState, before?: number): Cell {
	const { metric, value, reason } = guardrail;
	const unit = metricUnit(metric);
	const nothing = reason === null || reason === 'not-measured' ? false : reasonText(metric, reason).short;
	return figureCell(value, {
		unit,
		before,
		better: metricDirection(metric),
		nothing,
		show: (figure) => (figure === value ? valueFigure({ ...guardrail, value: figure }) : inUnit(figure, unit)),
	});
}

function valueIn(outcome: Outcome, metric: MetricName, segment: string | null): number | null {
	if (segment === null) return outcome.metrics[metric];
	return outcome.guardrails.find((g) => g.metric === metric && g.segment === segment)?.value ?? null;
}

/** Returns the change of a metric. */
export const changeCell = (metric: MetricName, from: number | null, to: number | null): Cell =>
	changeBetween(from, to, metricUnit(metric), metricDirection(metric));

/** Returns the change of a figure: in points for a rate, otherwise relative. */
export function changeBetween(from: number | null, to: number | null, unit: Unit, better: MetricDirection): Cell {
	if (from === null || to === null) return EMPTY;
	const text = unit === 'percent' ? difference(to - from, unit) : (relative(from, to) ?? '');
	if (!/[1-9]/.test(text)) return { raw: to - from, text: 'same', tone: 'dim' };
	return { raw: to - from, text, tone: better === 0 ? 'plain' : (to - from) * better > 0 ? 'good' : 'bad' };
}

const deltaTone = (good: boolean | null): NonNullable<Cell['tone']> =>
	good === null ? 'edited' : good ? 'good' : 'bad';

function guardrailCells(guardrail: GuardrailState | undefined): Cell[] {
	if (!guardrail) return [EMPTY, EMPTY, EMPTY];
	const { text, tone } = STATE_TEXT[guardrail.state];
	return [limitCell(guardrail), { raw: guardrail.state, text, tone }, textCell(guardrail.owner, 'dim')];
}

/** Returns the limit; it is unknown if it is relative to a baseline that was not measured. */
function limitCell(guardrail: GuardrailState): Cell {
	if (guardrail.limit === null) return figureCell(null, { unit: 'percent', path: guardrailPath(guardrail) });
	return { raw: guardrail.limit, text: limitText(guardrail), path: guardrailPath(guardrail) };
}

/** Returns the half-width of the sampling noise; empty for a metric that has no noise or no value. */
function noiseCell(metric: MetricName, noise: number | null, value: number | null): Cell {
	if (noise === 0 || value === null || !carriesNoise(metric)) return EMPTY;
	if (noise === null) return { raw: null, text: 'no labels', short: '?', tone: 'unsure' };
	return { raw: noise, text: noiseText(noise, metric), tone: 'dim' };
}

function guardedNoiseCell(guardrail: GuardrailState): Cell {
	const { metric, noise, value } = guardrail;
	if (!noise || value === null) return noiseCell(metric, noise, value);
	return { raw: noise, text: halfWidthText({ ...guardrail, noise }), tone: 'dim' };
}

import { leastChange, type Signal, type Signals } from '../../engine/index.js';
import { metricUnit } from '../../engine/inputs/index.js';
import type { MetricName } from '../../engine/scenario.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import { figureCell, textCell } from '../format/cells.js';
import { inUnit } from '../format/format.js';
import { METRIC_LABELS } from '../format/metric-labels.js';
import { reasonWords } from '../format/null-words.js';
import { alarmAt, MISLEADING, wayOf } from './known.js';
import { ALARM_MARK, sparkline, sparkWidth } from './spark.js';

/** What degrades first on top, then what came of the requests, then what the change was made for. */
const ORDER: readonly MetricName[] = [
	'escalationRate',
	'repairRate',
	'handoff',
	'silent',
	'resolution',
	'highRiskSmall',
	'cost',
	'costPerResolved',
	'latencyP95',
];

/** Every signal but the misleading one, through the weeks. */
export function signalsTable(signals: Signals): TableModel {
	return {
		id: 'signals',
		title: 'Signals, week by week',
		columns: columns('signal', signals),
		rows: ORDER.flatMap((metric) => signalRow(metric, signals, alarmCell)),
		notes: [`${ALARM_MARK} beyond noise, 10% of rate or rest`],
	};
}

/** The misleading signal, apart. */
export function misleadingTable(signals: Signals): TableModel {
	return {
		id: 'misleading-signal',
		title: 'The misleading signal',
		columns: columns('misleading:', signals),
		rows: signalRow(MISLEADING, signals, setCell),
		notes: ['it stays as set, whatever outcomes do'],
	};
}

function columns(first: string, { weeks }: Signals): readonly Column[] {
	const span = `${weeks[0]?.week}–${weeks.at(-1)?.week}`;
	const spark = Math.max(sparkWidth(weeks.length), span.length);
	return [
		{ id: 'signal', label: first, align: 'left', width: 15, keep: 0 },
		{
			id: 'weeks',
			label: `weeks ${span}`.length <= spark ? `weeks ${span}` : span,
			align: 'left',
			width: spark,
			keep: 0,
		},
		{ id: 'first', label: 'first week', align: 'right', width: 11, keep: 2 },
		{ id: 'last', label: 'last week', align: 'right', width: 11, keep: 1 },
		{ id: 'alarm', label: 'alarm', align: 'left', width: 13, keep: 0 },
	];
}

function signalRow(metric: MetricName, signals: Signals, alarm: (signal: Signal, signals: Signals) => Cell): Row[] {
	const signal = signals.signals.find((candidate) => candidate.metric === metric);
	if (!signal) return [];
	const at = alarmAt(signal, signals);
	const first = signal.values[0] ?? null;
	// Full height is what raises an alarm: the least change, or the noise of both weeks.
	const least = Math.max(leastChange(metric, first ?? 0), Math.hypot(signal.noise[0] ?? 0, signal.noise.at(-1) ?? 0));
	return [
		{
			id: metric,
			kind: 'body',
			cells: [
				textCell(METRIC_LABELS[metric].label.replace(', USD', '')),
				textCell(sparkline(signal.values, least, metric === MISLEADING ? -1 : at)),
				valueCell(signal, 0),
				valueCell(signal, signal.values.length - 1),
				alarm(signal, signals),
			],
		},
	];
}

/** A week's value with its unit, or why there is none. */
function valueCell({ metric, values, reasons }: Signal, at: number): Cell {
	const unit = metricUnit(metric);
	const reason = reasons[at] ?? 'not-measured';
	return figureCell(values[at] ?? null, {
		unit,
		nothing: reason === 'not-measured' ? false : reasonWords(metric, reason).short,
		show: (figure) => `${unit === 'money' ? 'USD ' : ''}${inUnit(figure, unit)}`,
	});
}

function alarmCell(signal: Signal, signals: Signals): Cell {
	const open = signal.values.some((value, i) => value !== null && signal.noise[i] === null);
	if (signal.alarm === null) return { raw: null, text: open ? '? no labels' : 'none', tone: open ? 'unsure' : 'dim' };
	const way = wayOf(signal, signals);
	if (way === 'better') return { raw: signal.alarm, text: `  ${signal.alarm} better`, tone: 'good' };
	const how = signal.lag === 0 ? ` ${way ?? 'moved'}` : `, seen ${signal.seen}`;
	return { raw: signal.alarm, text: `${ALARM_MARK} ${signal.alarm}${how}`, tone: 'bad' };
}

/** It is an input: where it moves, somebody has set it, and that is no alarm. */
const setCell = ({ alarm }: Signal): Cell =>
	alarm === null
		? { raw: null, text: 'none: still', tone: 'dim' }
		: { raw: alarm, text: `  ${alarm} as set`, tone: 'dim' };

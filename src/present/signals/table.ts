import { leastChange, SIGNAL_METRICS, type Signal, type Signals, signalsOf } from '../../engine/index.js';
import { metricBetter, metricUnit } from '../../engine/inputs/index.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import { figureCell, textCell } from '../format/cells.js';
import { inUnit } from '../format/format.js';
import { METRIC_LABELS } from '../format/labels.js';
import { reasonWords } from '../format/null-words.js';

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

/** It goes where the change pushes it, and says nothing of what came of the requests. */
export const MISLEADING: MetricName = 'smallShare';

const known = new WeakMap<Scenario, Signals>();

/** The signals of a scenario's weeks, kept per scenario: each week is a whole evaluation. */
export function knownSignals(scenario: Scenario): Signals {
	const kept = known.get(scenario) ?? signalsOf(scenario, SIGNAL_METRICS);
	known.set(scenario, kept);
	return kept;
}

/** Position of the week that raised the signal's alarm; −1: none did. */
const alarmAt = ({ alarm }: Signal, { weeks }: Signals): number =>
	weeks.findIndex(({ week }) => alarm !== null && week === alarm);

/** Which way the signal had gone when it raised its alarm; null: it raised none, or neither way is better. */
export function wayOf(signal: Signal, signals: Signals): 'worse' | 'better' | null {
	const better = metricBetter(signal.metric);
	const [first, then] = [signal.values[0] ?? null, signal.values[alarmAt(signal, signals)] ?? null];
	if (better === 0 || first === null || then === null) return null;
	return (then - first) * better > 0 ? 'better' : 'worse';
}

const BARS = '▁▂▃▄▅▆▇█';
/** A week in which the metric was not measured. */
const GAP = '·';
/** Stands before the bar of the week that raised the alarm. */
const ALARM_MARK = '!';

/** Weeks with room for a mark before each; more stand close together. */
const ROOMY = 8;
const MOST_BARS = 16;

/** Which weeks are drawn: all of them, or so many of them, evenly, from the first to the last. */
const drawnWeeks = (count: number): readonly number[] =>
	count <= MOST_BARS
		? Array.from({ length: count }, (_, i) => i)
		: Array.from({ length: MOST_BARS }, (_, i) => Math.round((i * (count - 1)) / (MOST_BARS - 1)));

/** Columns that a sparkline of so many weeks takes. */
export const sparkWidth = (weeks: number): number => (weeks <= ROOMY ? weeks * 2 - 1 : drawnWeeks(weeks).length);

/**
 * One bar per week, on the signal's own scale. The full height is at least `least`, so that a change too small to
 * matter looks small.
 *
 * @param alarm position of the week that raised the alarm, marked where there is room; −1: none
 */
export function sparkline(values: readonly (number | null)[], least: number, alarm: number): string {
	const measured = values.filter((value) => value !== null);
	const [low, high] = [Math.min(...measured), Math.max(...measured)];
	const span = Math.max(high - low, least);
	const from = (low + high - span) / 2;
	const bar = (value: number | null): string => {
		if (value === null) return GAP;
		const height = span > 0 ? (value - from) / span : 0.5;
		return BARS[Math.max(0, Math.min(BARS.length - 1, Math.floor(height * BARS.length)))] ?? GAP;
	};
	const roomy = values.length <= ROOMY;
	return drawnWeeks(values.length)
		.map((week, i) => `${i === 0 || !roomy ? '' : week === alarm ? ALARM_MARK : ' '}${bar(values[week] ?? null)}`)
		.join('');
}

import { minAlarmChange, SIGNAL_METRICS, type Signal, type Signals, signalsOf } from '../../engine/index.js';
import { metricDirection, metricUnit } from '../../engine/inputs/index.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';
import type { Cell, Row, TableModel } from '../../text/line.js';
import { figureCell, textCell } from '../format/cells.js';
import { inUnit, NOT_APPLICABLE } from '../format/format.js';
import { METRIC_LABELS } from '../format/labels.js';
import { reasonText } from '../format/null-reasons.js';

/** Leading signals first, then outcomes, then what the change is meant to improve. */
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

/** Returns the table of the signals, the misleading one last. */
export function signalsTable(signals: Signals): TableModel {
	const { weeks } = signals;
	const span = `${weeks[0]?.week}–${weeks.at(-1)?.week}`;
	const heading = `weeks ${span}`;
	return {
		id: 'signals',
		title: 'Signals, week by week',
		columns: [
			{ id: 'signal', label: 'signal', align: 'left', width: 15, dropPriority: 0 },
			{
				id: 'weeks',
				label: heading,
				align: 'left',
				width: Math.max(sparklineWidth(weeks.length), heading.length),
				dropPriority: 0,
			},
			{ id: 'first', label: 'first week', align: 'right', width: 10, dropPriority: 3 },
			{ id: 'last', label: 'last week', align: 'right', width: 10, dropPriority: 2 },
			{ id: 'alarm', label: 'alarm', align: 'left', width: 8, dropPriority: 0 },
			{ id: 'since', label: 'in', align: 'right', width: 5, dropPriority: 1 },
			{ id: 'seen', label: 'seen', align: 'right', width: 4, dropPriority: 0 },
		],
		rows: [...ORDER, MISLEADING_METRIC].flatMap((metric) => signalRow(metric, signals)),
		notes: [],
	};
}

function signalRow(metric: MetricName, signals: Signals): Row[] {
	const signal = signals.signals.find((candidate) => candidate.metric === metric);
	if (!signal) return [];
	const weekIndex = alarmIndex(signal, signals);
	const first = signal.values[0] ?? null;
	// Full height is the change that raises an alarm: the least relevant change, or the noise of both weeks.
	const least = Math.max(
		minAlarmChange(metric, first ?? 0),
		Math.hypot(signal.noise[0] ?? 0, signal.noise.at(-1) ?? 0),
	);
	return [
		{
			id: metric,
			kind: 'body',
			cells: [
				textCell(METRIC_LABELS[metric].label),
				textCell(sparkline(signal.values, least, metric === MISLEADING_METRIC ? -1 : weekIndex)),
				valueCell(signal, 0),
				valueCell(signal, signal.values.length - 1),
				alarmCell(signal, signals),
				weekCell(signal.alarm),
				weekCell(signal.seen),
			],
		},
	];
}

/** Returns the value of a week with its unit, or the reason why there is none. */
function valueCell({ metric, values, reasons }: Signal, index: number): Cell {
	const unit = metricUnit(metric);
	const reason = reasons[index] ?? 'not-measured';
	return figureCell(values[index] ?? null, {
		unit,
		nothing: reason === 'not-measured' ? false : reasonText(metric, reason).short,
		show: (figure) => inUnit(figure, unit),
	});
}

/** Returns whether a week with a value has no noise, for lack of labels, so that it can raise no alarm. */
export const lacksLabels = ({ values, noise }: Signal): boolean =>
	values.some((value, i) => value !== null && noise[i] === null);

function alarmCell(signal: Signal, signals: Signals): Cell {
	const { alarm, metric } = signal;
	// The misleading signal is an input, so a change is not an alarm.
	if (metric === MISLEADING_METRIC) return { raw: alarm, text: alarm === null ? 'none' : 'as set', tone: 'dim' };
	if (alarm === null)
		return lacksLabels(signal)
			? { raw: null, text: 'unclear', tone: 'unsure' }
			: { raw: null, text: 'none', tone: 'dim' };
	const direction = signalDirection(signal, signals);
	return { raw: alarm, text: direction ?? 'alarm', tone: direction === 'better' ? 'good' : 'bad' };
}

const weekCell = (week: number | null): Cell =>
	week === null ? { raw: null, text: NOT_APPLICABLE, tone: 'dim' } : { raw: week, text: String(week) };

/** The misleading signal: an input that follows the change, whatever the outcomes of the requests. */
export const MISLEADING_METRIC: MetricName = 'smallShare';

const signalsCache = new WeakMap<Scenario, Signals>();

/** Returns the signals of a scenario's weeks, cached per scenario, because each week is a full evaluation. */
export function cachedSignals(scenario: Scenario): Signals {
	const cached = signalsCache.get(scenario) ?? signalsOf(scenario, SIGNAL_METRICS);
	signalsCache.set(scenario, cached);
	return cached;
}

/** Returns the index of the week that raised the signal's alarm; −1: none. */
const alarmIndex = ({ alarm }: Signal, { weeks }: Signals): number =>
	weeks.findIndex(({ week }) => alarm !== null && week === alarm);

/** Returns the direction of the signal when it raised its alarm; null: no alarm, or neither direction is better. */
export function signalDirection(signal: Signal, signals: Signals): 'worse' | 'better' | null {
	const better = metricDirection(signal.metric);
	const [first, atAlarm] = [signal.values[0] ?? null, signal.values[alarmIndex(signal, signals)] ?? null];
	if (better === 0 || first === null || atAlarm === null) return null;
	return (atAlarm - first) * better > 0 ? 'better' : 'worse';
}

const BARS = '▁▂▃▄▅▆▇█';
/** Drawn for a week in which the metric was not measured. */
const GAP = '·';
/** Mark before the bar of the week that raised the alarm. */
const ALARM_MARK = '!';

/** Maximum number of weeks with room for a mark before each. */
const MAX_ROOMY_WEEKS = 8;
const MAX_BARS = 16;

/** Returns whether the bars of so many weeks have room for marks. */
export const hasAlarmMarks = (weeks: number): boolean => weeks <= MAX_ROOMY_WEEKS;

/** Returns the indexes of the weeks that are drawn: all, or evenly spaced ones including the first and the last. */
const drawnWeeks = (count: number): readonly number[] =>
	count <= MAX_BARS
		? Array.from({ length: count }, (_, i) => i)
		: Array.from({ length: MAX_BARS }, (_, i) => Math.round((i * (count - 1)) / (MAX_BARS - 1)));

/** Returns the width of a sparkline of `weeks` weeks, in columns. */
export const sparklineWidth = (weeks: number): number =>
	weeks <= MAX_ROOMY_WEEKS ? weeks * 2 - 1 : drawnWeeks(weeks).length;

/**
 * Draws one bar per week, on the signal's own scale. The full height is at least `least`, so that an irrelevant change
 * looks small.
 *
 * @param alarm index of the week that raised the alarm, which is marked if there is room; −1: none
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
	const hasMarks = hasAlarmMarks(values.length);
	return drawnWeeks(values.length)
		.map((week, i) => `${i === 0 || !hasMarks ? '' : week === alarm ? ALARM_MARK : ' '}${bar(values[week] ?? null)}`)
		.join('');
}

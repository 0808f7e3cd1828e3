import {
	type MetricName,
	ownBaseline,
	type PressureItem,
	type Scenario,
	unmodelledPressures,
} from '../../engine/index.js';
import { metricUnit } from '../../engine/inputs/index.js';
import type { LabInput } from '../board/lab-input.js';
import { dollars, inUnit, NOT_MEASURED, number, percent } from '../format/format.js';
import { METRIC_LABELS } from '../format/labels.js';
import { type Cause, causeOf } from './cause.js';
import { type Change, listChanges } from './change.js';

export const NO_PRICE = 'not in $';

/** A pressure that moved, as texts. */
export interface MovedPressure {
	/** Direction of the change. */
	readonly mark: '▲' | '▼';
	readonly label: string;
	readonly short: string;
	readonly from: string;
	readonly to: string;
	/** Change in USD per 1,000 requests; NO_PRICE if the metric has no price, `?` if its price was not measured. */
	readonly usd: string;
	readonly owner: string;
}

/** A pain of the baseline: a metric, its figure, and what that is a share of. */
export interface Pain {
	readonly label: string;
	readonly short: string;
	readonly figure: string;
	readonly of: string;
}

export interface LabelPair {
	readonly label: string;
	readonly short: string;
}

/** Everything that the diagram shows. */
export interface PressureFacts {
	readonly baselineName: string;
	/** The pains that the change relieved, or spend if there are none; at least one. */
	readonly pains: readonly Pain[];
	readonly cause: Cause;
	readonly changes: readonly Change[];
	readonly relieved: readonly MovedPressure[];
	readonly created: readonly MovedPressure[];
	/** Metrics that may have moved but were not measured. */
	readonly unmeasured: readonly LabelPair[];
	/** Unmeasured prices of pressures that moved. */
	readonly unpriced: readonly LabelPair[];
	/** Metrics that were measured and did not move. */
	readonly steady: readonly string[];
	readonly net: NetPressure;
	readonly notModelled: string;
	readonly threshold: number;
	readonly handoffCost: number | null;
}

/** The sum of the priced pressures, in USD per 1,000 requests. */
export interface NetPressure {
	/** null: none is priced. */
	readonly usd: string | null;
	/** Its meaning in words, with the mark of its direction. */
	readonly meaning: string;
	/** Change by the last edit, as printed after the words `last input`; null: no edit yet. */
	readonly lastEdit: string | null;
}

/** Metrics that the model compares, in its order. */
export const WATCHED_METRICS: readonly MetricName[] = [
	'cost',
	'resolution',
	'handoff',
	'silent',
	'repairLoad',
	'latencyP95',
	'highRiskSmall',
];

const PRICE_LABELS: Readonly<Partial<Record<MetricName, LabelPair>>> = {
	cost: { label: 'spend', short: 'spend' },
	handoff: { label: 'cost of hand-offs', short: 'hand-off cost' },
	silent: { label: 'cost of silent failures', short: 'silent cost' },
};
const SHORT_LABELS: Readonly<Partial<Record<MetricName, string>>> = {
	silent: 'silent',
	latencyP95: 'p95, ms',
	highRiskSmall: 'high-risk',
};
const OF_TEXTS: Readonly<Partial<Record<MetricName, string>>> = {
	cost: 'a request',
	latencyP95: 'at the slow end',
	highRiskSmall: 'of high-risk requests',
};

// A wait has its unit in the label, as money does, so that both figures of a pair align.
const metricNames = (metric: MetricName): LabelPair => {
	const label = metric === 'latencyP95' ? 'p95 wait, ms' : METRIC_LABELS[metric].label;
	return { label, short: SHORT_LABELS[metric] ?? label };
};

/** Returns the facts of the diagram for a state and its baseline. */
export function pressureFacts(input: LabInput): PressureFacts {
	const { scenario, outcome, baselineName } = input;
	const { relieved, created } = outcome.pressure;
	const moved = [...relieved, ...created];
	const isNull = (metric: MetricName): boolean =>
		outcome.metrics[metric] === null || outcome.reference.metrics[metric] === null;
	const watched = WATCHED_METRICS.filter((metric) => metric !== 'highRiskSmall' || hasHighRisk(scenario));
	const pain = relieved[0]?.metric ?? 'cost';
	return {
		baselineName,
		pains: pains(input, relieved),
		cause: causeOf(pain, {
			metrics: outcome.reference.metrics,
			segments: outcome.reference.segments,
			scenario: input.baseline ?? ownBaseline(scenario),
		}),
		changes: listChanges(input),
		relieved: relieved.map(movedFacts),
		created: created.map(movedFacts),
		unmeasured: watched.filter(isNull).map(metricNames),
		unpriced: moved.flatMap(({ metric, usdPer1000 }) => (usdPer1000 === null ? (PRICE_LABELS[metric] ?? []) : [])),
		steady: watched
			.filter((metric) => !isNull(metric) && !moved.some((item) => item.metric === metric))
			.map((metric) => METRIC_LABELS[metric].label),
		net: netOf(input),
		notModelled: `not modelled: ${unmodelledPressures(scenario).join(', ')}`,
		threshold: scenario.threshold,
		handoffCost: scenario.handoffCost,
	};
}

const hasHighRisk = ({ segments }: Scenario): boolean => segments.some(({ risk }) => risk === 'high');

function pains({ outcome }: LabInput, relieved: readonly PressureItem[]): Pain[] {
	const metrics: readonly MetricName[] = relieved.length > 0 ? relieved.map(({ metric }) => metric) : ['cost'];
	return metrics.map((metric) => {
		const value = outcome.reference.metrics[metric];
		const item = relieved.find((moved) => moved.metric === metric);
		const figure = item ? figurePair(item)[0] : value === null ? NOT_MEASURED : formatFigure(metric, value);
		return { ...metricNames(metric), figure, of: value === null ? '' : (OF_TEXTS[metric] ?? 'of requests') };
	});
}

function movedFacts(item: PressureItem): MovedPressure {
	const { metric, usdPer1000, owner } = item;
	const [from, to] = figurePair(item);
	const usd = usdPer1000 === null ? (PRICE_LABELS[metric] ? '?' : NO_PRICE) : formatUsd(usdPer1000);
	return { mark: item.to > item.from ? '▲' : '▼', ...metricNames(metric), from, to, usd, owner };
}

const formatFigure = (metric: MetricName, value: number): string => {
	const unit = metricUnit(metric);
	return unit === 'duration' ? number(value) : inUnit(value, unit);
};

/** Returns both figures with enough digits to tell them apart. */
function figurePair({ metric, from, to }: PressureItem): readonly [string, string] {
	const unit = metricUnit(metric);
	const formats: readonly ((value: number) => string)[] = [
		(value) => formatFigure(metric, value),
		...(unit === 'percent' ? [(value: number) => percent(value, 2)] : []),
		...(unit === 'money' ? [5, 6, 8].map((digits) => (value: number) => dollars(value, digits)) : []),
		...(unit === 'duration' ? [(value: number) => number(value, 1)] : []),
	];
	const format = formats.find((show) => show(from) !== show(to)) ?? String;
	return [format(from), format(to)];
}

/** Formats USD per 1,000 requests with a sign; without cents from 1,000 USD on. */
const formatUsd = (usd: number): string => {
	const text = dollars(usd, Math.abs(usd) >= 1000 ? 0 : 2);
	return usd > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};

const pricedSum = (outcome: LabInput['outcome']): number | null => {
	const { relieved, created } = outcome.pressure;
	const priced = [...relieved, ...created].flatMap(({ usdPer1000 }) => usdPer1000 ?? []);
	return priced.length === 0 ? null : priced.reduce((sum, usd) => sum + usd, 0);
};

function netOf({ outcome, before }: LabInput): NetPressure {
	const sum = pricedSum(outcome);
	const was = before && pricedSum(before.outcome);
	const lastEdit = before ? ` ${formatUsd((sum ?? 0) - (was ?? 0))}` : null;
	if (sum === null) {
		const { relieved, created } = outcome.pressure;
		const moved = relieved.length + created.length > 0;
		return { usd: null, meaning: moved ? 'nothing that changed has a cost in $' : 'nothing changed', lastEdit };
	}
	const usd = formatUsd(sum);
	const words = usd.startsWith('+') ? '▲ costs more' : usd.startsWith('−') ? '▼ costs less' : 'no change';
	return { usd, meaning: words, lastEdit };
}

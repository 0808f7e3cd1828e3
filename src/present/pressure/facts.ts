import { type MetricName, notModelled, ownBaseline, type PressureItem, type Scenario } from '../../engine/index.js';
import { metricUnit } from '../../engine/inputs/index.js';
import type { LabInput } from '../board/lab-input.js';
import { inUnit, money, NOT_MEASURED, number, percent } from '../format/format.js';
import { METRIC_LABELS } from '../format/labels.js';
import { type Cause, causeOf } from './cause.js';
import { type Change, changesMade } from './change.js';

/** A pressure that moved, in texts. */
export interface Moved {
	/** Which way the figure went. */
	readonly mark: '▲' | '▼';
	readonly label: string;
	readonly short: string;
	readonly from: string;
	readonly to: string;
	/** Change in USD per 1,000 requests; `no USD` where it carries none, `?` where its price was not measured. */
	readonly usd: string;
	readonly owner: string;
}

/** A pain of the baseline: what it is, how much, of what. */
export interface Pain {
	readonly label: string;
	readonly short: string;
	readonly figure: string;
	readonly of: string;
}

export interface Named {
	readonly label: string;
	readonly short: string;
}

/** Everything that the diagram says. */
export interface PressureFacts {
	readonly baselineName: string;
	/** What the change relieved, or else what it set out from; at least one. */
	readonly pains: readonly Pain[];
	readonly cause: Cause;
	readonly changes: readonly Change[];
	readonly relieved: readonly Moved[];
	readonly created: readonly Moved[];
	/** Metrics that could have moved and that nobody measured. */
	readonly unmeasured: readonly Named[];
	/** Prices that nobody measured, of pressures that moved. */
	readonly unpriced: readonly Named[];
	/** Metrics that were measured and stayed. */
	readonly steady: readonly string[];
	readonly net: Net;
	readonly notModelled: string;
	readonly dial: number;
	readonly handoffCost: number | null;
}

/** What the priced pressures add up to, USD per 1,000 requests. */
export interface Net {
	/** null: none of them is priced. */
	readonly usd: string | null;
	/** What it means, with the mark of its direction. */
	readonly words: string;
	/** How the last edit moved it, as it follows the words `last edit`; null: nothing was edited. */
	readonly lastEdit: string | null;
}

/** The metrics that the model compares, in its order. */
export const WATCHED: readonly MetricName[] = [
	'cost',
	'resolution',
	'handoff',
	'silent',
	'repairLoad',
	'latencyP95',
	'highRiskSmall',
];

const PRICED: Readonly<Partial<Record<MetricName, Named>>> = {
	cost: { label: 'spend', short: 'spend' },
	handoff: { label: 'hand-off price', short: 'handoff USD' },
	silent: { label: 'silent price', short: 'silent USD' },
};
const SHORT: Readonly<Partial<Record<MetricName, string>>> = {
	silent: 'silent',
	latencyP95: 'p95, ms',
	highRiskSmall: 'high-risk',
};
const OF: Readonly<Partial<Record<MetricName, string>>> = {
	cost: 'a request',
	latencyP95: 'at the slow end',
	highRiskSmall: 'of high-risk requests',
};

// A wait carries its unit in the label, as money does, so that both figures of a pair align.
const named = (metric: MetricName): Named => {
	const label = metric === 'latencyP95' ? 'p95 wait, ms' : METRIC_LABELS[metric].label;
	return { label, short: SHORT[metric] ?? label };
};

/** Reads the facts of the diagram off a state and its baseline. */
export function pressureFacts(input: LabInput): PressureFacts {
	const { scenario, outcome, baselineName } = input;
	const { relieved, created } = outcome.pressure;
	const all = [...relieved, ...created];
	const isNull = (metric: MetricName): boolean =>
		outcome.metrics[metric] === null || outcome.compared.metrics[metric] === null;
	const watched = WATCHED.filter((metric) => metric !== 'highRiskSmall' || hasHighRisk(scenario));
	const pain = relieved[0]?.metric ?? 'cost';
	return {
		baselineName,
		pains: pains(input, relieved),
		cause: causeOf(pain, {
			metrics: outcome.compared.metrics,
			segments: outcome.compared.segments,
			scenario: input.baseline ?? ownBaseline(scenario),
		}),
		changes: changesMade(input),
		relieved: relieved.map(movedText),
		created: created.map(movedText),
		unmeasured: watched.filter(isNull).map(named),
		unpriced: all.flatMap(({ metric, usdPer1000 }) => (usdPer1000 === null ? (PRICED[metric] ?? []) : [])),
		steady: watched
			.filter((metric) => !isNull(metric) && !all.some((item) => item.metric === metric))
			.map((metric) => METRIC_LABELS[metric].label.replace(', USD', '')),
		net: netOf(input),
		notModelled: `not modelled: ${notModelled(scenario).join(', ')}`,
		dial: scenario.threshold,
		handoffCost: scenario.handoffCost,
	};
}

const hasHighRisk = ({ segments }: Scenario): boolean => segments.some(({ risk }) => risk === 'high');

function pains({ outcome }: LabInput, relieved: readonly PressureItem[]): Pain[] {
	const metrics: readonly MetricName[] = relieved.length > 0 ? relieved.map(({ metric }) => metric) : ['cost'];
	return metrics.map((metric) => {
		const value = outcome.compared.metrics[metric];
		const item = relieved.find((moved) => moved.metric === metric);
		const figure = item ? figures(item)[0] : value === null ? NOT_MEASURED : figure1(metric, value);
		return { ...named(metric), figure, of: value === null ? '' : (OF[metric] ?? 'of requests') };
	});
}

function movedText(item: PressureItem): Moved {
	const { metric, usdPer1000, owner } = item;
	const [from, to] = figures(item);
	const usd = usdPer1000 === null ? (PRICED[metric] ? '?' : 'no USD') : signed(usdPer1000);
	return { mark: item.to > item.from ? '▲' : '▼', ...named(metric), from, to, usd, owner };
}

const figure1 = (metric: MetricName, value: number): string => {
	const unit = metricUnit(metric);
	return unit === 'duration' ? number(value) : inUnit(value, unit);
};

/** Both figures with as many digits as it takes to tell them apart. */
function figures({ metric, from, to }: PressureItem): readonly [string, string] {
	const unit = metricUnit(metric);
	const ways: readonly ((value: number) => string)[] = [
		(value) => figure1(metric, value),
		...(unit === 'percent' ? [(value: number) => percent(value, 2)] : []),
		...(unit === 'money' ? [5, 6, 8].map((digits) => (value: number) => money(value, digits)) : []),
		...(unit === 'duration' ? [(value: number) => number(value, 1)] : []),
	];
	const way = ways.find((show) => show(from) !== show(to)) ?? String;
	return [way(from), way(to)];
}

/** USD per 1,000 requests with its sign; cents only where they are not lost in the sum. */
const signed = (usd: number): string => {
	const text = money(usd, Math.abs(usd) >= 1000 ? 0 : 2);
	return usd > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};

const sumOf = (outcome: LabInput['outcome']): number | null => {
	const { relieved, created } = outcome.pressure;
	const priced = [...relieved, ...created].flatMap(({ usdPer1000 }) => usdPer1000 ?? []);
	return priced.length === 0 ? null : priced.reduce((sum, usd) => sum + usd, 0);
};

function netOf({ outcome, before }: LabInput): Net {
	const sum = sumOf(outcome);
	const was = before && sumOf(before.outcome);
	const lastEdit = before ? ` ${signed((sum ?? 0) - (was ?? 0))}` : null;
	if (sum === null) {
		const { relieved, created } = outcome.pressure;
		const moved = relieved.length + created.length > 0;
		return { usd: null, words: moved ? 'nothing that moved is priced' : 'nothing moved', lastEdit };
	}
	const usd = signed(sum);
	const words = usd.startsWith('+') ? '▲ dearer' : usd.startsWith('−') ? '▼ cheaper' : 'evens out';
	return { usd, words, lastEdit };
}

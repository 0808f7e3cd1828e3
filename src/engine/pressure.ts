import type { Board } from './evaluate.js';
import { metricDirection } from './inputs/metric-unit.js';
import type { Pressure, PressureItem } from './outcome-types.js';
import type { MetricName, Scenario } from './scenario.js';
import { orNaN, orNull, ROUNDING, times } from './unmeasured.js';

/** Kinds of pressure that the model does not compute; they are only listed. */
export type UnmodelledPressure = 'queueing' | 'cache' | 'memory';

/** Lists the pressures that are not modelled for a scenario; with `onSwitch: lost`, the cache is part of the costs. */
export const unmodelledPressures = ({ cache }: Pick<Scenario, 'cache'>): readonly UnmodelledPressure[] =>
	cache.onSwitch === 'lost' ? ['queueing', 'memory'] : ['queueing', 'cache', 'memory'];

interface Gauge {
	readonly metric: MetricName;
	/** Determines the smallest change to report: 0.05 points for a rate, 0.5% for money and time. */
	readonly kind: 'rate' | 'amount';
	readonly owner: string;
}

const GAUGES: readonly Gauge[] = [
	{ metric: 'cost', kind: 'amount', owner: 'platform' },
	{ metric: 'resolution', kind: 'rate', owner: 'product' },
	{ metric: 'handoff', kind: 'rate', owner: 'support operations' },
	{ metric: 'silent', kind: 'rate', owner: 'trust and safety' },
	{ metric: 'repairLoad', kind: 'rate', owner: 'model platform' },
	{ metric: 'latencyP95', kind: 'amount', owner: 'latency' },
	{ metric: 'highRiskSmall', kind: 'rate', owner: 'risk' },
];

const MIN_RATE_CHANGE = 0.0005;
const MIN_AMOUNT_CHANGE = 0.005;

/** One side of the comparison: its metrics, and the scenario and sums behind them. */
export type PressureSide = Pick<Board, 'scenario' | 'metrics' | 'sums'>;

/** Lists the pressures that the change relieved and created, largest USD first, then by relative change. */
export function pressureBetween(before: PressureSide, now: PressureSide): Pressure {
	const changes = GAUGES.flatMap((gauge): (PressureItem & { readonly better: boolean })[] => {
		const from = before.metrics[gauge.metric];
		const to = now.metrics[gauge.metric];
		if (from === null || to === null || !isReportable(gauge, from, to)) return [];
		const owner = now.scenario.owners[gauge.metric] ?? gauge.owner;
		const usdPer1000 = usdChange(gauge.metric, before, now);
		return [
			{ metric: gauge.metric, from, to, usdPer1000, owner, better: (to - from) * metricDirection(gauge.metric) > 0 },
		];
	});
	const itemsOf = (wanted: boolean): PressureItem[] =>
		changes
			.filter(({ better }) => better === wanted)
			.map(({ better: _, ...item }) => item)
			.sort(largestFirst);
	return { relieved: itemsOf(true), created: itemsOf(false) };
}

function isReportable({ kind }: Gauge, from: number, to: number): boolean {
	const minChange = kind === 'rate' ? MIN_RATE_CHANGE : MIN_AMOUNT_CHANGE * Math.abs(from);
	return to !== from && Math.abs(to - from) >= minChange * (1 - ROUNDING) - Number.EPSILON;
}

// Only these three carry USD of their own; the money of all other metrics is already included in them.
function usdChange(metric: MetricName, before: PressureSide, now: PressureSide): number | null {
	const change = (of: (side: PressureSide) => number): number | null => orNull(1000 * (of(now) - of(before)));
	switch (metric) {
		case 'cost':
			return change(({ metrics }) => orNaN(metrics.cost));
		case 'handoff':
			return change(handoffLoss);
		case 'silent':
			return change(silentLoss);
		default:
			return null;
	}
}

const handoffLoss = ({ scenario, metrics }: PressureSide): number =>
	times(orNaN(scenario.handoffCost), orNaN(metrics.handoff));

const silentLoss = ({ sums }: PressureSide): number => sums.silentLoss;

function largestFirst(a: PressureItem, b: PressureItem): number {
	const usd = Math.abs(b.usdPer1000 ?? 0) - Math.abs(a.usdPer1000 ?? 0);
	return usd || relativeChange(b) - relativeChange(a) || 0;
}

/** Computes |Δ|/|from|; ∞ if `from` is 0. */
export const relativeChange = ({ from, to }: Pick<PressureItem, 'from' | 'to'>): number =>
	to === from ? 0 : Math.abs(to - from) / Math.abs(from);

import type { Board } from './evaluate.js';
import { metricBetter } from './inputs/metric-unit.js';
import type { Pressure, PressureItem } from './outcome-types.js';
import type { MetricName, Scenario } from './scenario.js';
import { orNaN, orNull, ROUNDING, times } from './unmeasured.js';

/** Pressures that exist and that the model has no numbers for. They are named, never counted. */
export type NotModelled = 'queueing' | 'cache' | 'memory';

/** Those of a scenario: where it says what a change of lanes does to the cache, that is in its costs. */
export const notModelled = ({ cache }: Pick<Scenario, 'cache'>): readonly NotModelled[] =>
	cache.onSwitch === 'lost' ? ['queueing', 'memory'] : ['queueing', 'cache', 'memory'];

interface Gauge {
	readonly metric: MetricName;
	/** The smallest move worth a mention: 0.05 points of a rate, 0.5% of money and time. */
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

const LEAST_RATE = 0.0005;
const LEAST_AMOUNT = 0.005;

/** One side of the comparison: its numbers, and the costs behind them. */
export type PressureSide = Pick<Board, 'scenario' | 'metrics' | 'sums'>;

/** What the change relieved and what it created, each by largest USD first, then by relative change. */
export function pressureBetween(before: PressureSide, now: PressureSide): Pressure {
	const moved = GAUGES.flatMap((gauge): (PressureItem & { readonly better: boolean })[] => {
		const from = before.metrics[gauge.metric];
		const to = now.metrics[gauge.metric];
		if (from === null || to === null || !isMove(gauge, from, to)) return [];
		const owner = now.scenario.owners[gauge.metric] ?? gauge.owner;
		const usdPer1000 = usdMoved(gauge.metric, before, now);
		return [
			{ metric: gauge.metric, from, to, usdPer1000, owner, better: (to - from) * metricBetter(gauge.metric) > 0 },
		];
	});
	const side = (wanted: boolean): PressureItem[] =>
		moved
			.filter(({ better }) => better === wanted)
			.map(({ better: _, ...item }) => item)
			.sort(largestFirst);
	return { relieved: side(true), created: side(false) };
}

function isMove({ kind }: Gauge, from: number, to: number): boolean {
	const least = kind === 'rate' ? LEAST_RATE : LEAST_AMOUNT * Math.abs(from);
	return to !== from && Math.abs(to - from) >= least * (1 - ROUNDING) - Number.EPSILON;
}

// Others than these three carry no USD of their own: their money is already in these.
function usdMoved(metric: MetricName, before: PressureSide, now: PressureSide): number | null {
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

/** |Δ|/|from|; ∞ from 0. */
export const relativeChange = ({ from, to }: Pick<PressureItem, 'from' | 'to'>): number =>
	to === from ? 0 : Math.abs(to - from) / Math.abs(from);

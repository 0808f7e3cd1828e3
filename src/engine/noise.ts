import type { Board } from './evaluate.js';
import { type Evidence, evidenceOf } from './evidence.js';
import type { Compared } from './full-metrics.js';
import { shrunk, Z } from './labels.js';
import { totalCost } from './metrics.js';
import { METRIC_NAMES, type MetricName } from './scenario.js';
import { FLAT, type MeasuredRate, type MeasuredRates, measuredRates, type Slopes } from './slopes.js';
import { orNaN, ROUNDING } from './unmeasured.js';

/**
 * z·SE: how far finite labels leave a figure open, half-width in the figure's own unit, by the delta method:
 * SE² = Σ_θ (∂M/∂θ)²·θ̃(1 − θ̃)/ñ over the measured rates θ, ñ = n + z², θ̃ = (θn + z²/2)/ñ.
 */
export interface Noise {
	/** Of a metric. null: its kind carries none (`carriesNoise`), it has no value, or labels are missing. */
	of(metric: MetricName): number | null;
	/** Of M(now) − M(baseline), in which what both share cancels; null as above. */
	ofDifference(metric: MetricName): number | null;
}

/** What is known of the rates of both sides, where these are parts of larger boards. */
export interface BothEvidence {
	readonly now: Evidence;
	readonly before: Evidence;
}

export const bothEvidence = ({ now, before }: Compared): BothEvidence => ({
	now: evidenceOf(now),
	before: evidenceOf(before),
});

/** The noise of a board, and of its distance to its baseline. */
export function noiseOf({ now, before }: Compared, evidence = bothEvidence({ now, before })): Noise {
	const rates = measuredRates(now, evidence.now);
	let terms: readonly Term[] | undefined;
	let [alone, joint, apart]: (Variances | undefined)[] = [];
	// Most figures never look at the other side.
	const both = (): readonly Term[] => {
		terms ??= termsOf(rates, measuredRates(before, evidence.before));
		return terms;
	};
	const ofBoth = (metric: MetricName): number | null => {
		joint ??= jointVariances(now, before, both());
		return halfWidth(joint[placeIn(JOINT, metric)]);
	};
	return {
		of: (metric) => {
			if (isJoint(metric)) return ofBoth(metric);
			alone ??= variances(now, rates);
			return halfWidth(alone[placeIn(PLAIN, metric)]);
		},
		ofDifference: (metric) => {
			// What the baseline saves against itself is 0, whatever its rates; the others have no value there.
			if (isJoint(metric)) return metric === 'saving' ? ofBoth(metric) : null;
			apart ??= variancesApart(now, before, both());
			return halfWidth(apart[placeIn(PLAIN, metric)]);
		},
	};
}

/** Metrics of one board that move with a measured rate, in the order of `slopesOf`. */
const PLAIN = [
	'cost',
	'costPerResolved',
	'totalCost',
	'totalCostPerResolved',
	'repairLoad',
	'repairRate',
	'escalationRate',
	'resolution',
	'handoff',
	'silent',
	'falseEasy',
	'avoidable',
	'gained',
	'falseHard',
	'pgr',
	'breakEvenRepair',
	'costPerWeek',
] as const satisfies readonly MetricName[];

/** Metrics that are made of both sides, in the order of `jointSlopesOf`. */
const JOINT = ['saving', 'vetoValue', 'handoffBreakEven'] as const satisfies readonly MetricName[];

type Variances = readonly number[];

const placeIn = (metrics: readonly MetricName[], metric: MetricName): number => metrics.indexOf(metric);
const isJoint = (metric: MetricName): boolean => placeIn(JOINT, metric) >= 0;

/** Whether finite labels leave a metric open at all: shares are counted, and for waits and cpt it is not modelled. */
export const carriesNoise = (metric: MetricName): boolean => isJoint(metric) || placeIn(PLAIN, metric) >= 0;

/** The noise of every metric. */
export function allNoise(noise: Noise): Readonly<Record<MetricName, number | null>> {
	const all = { ...NONE };
	for (const metric of PLAIN) all[metric] = noise.of(metric);
	for (const metric of JOINT) all[metric] = noise.of(metric);
	return all;
}

const NONE = Object.fromEntries(METRIC_NAMES.map((metric) => [metric, null])) as Record<MetricName, number | null>;

const halfWidth = (variance: number | undefined): number | null =>
	variance === undefined || Number.isNaN(variance) ? null : Z * Math.sqrt(variance);

/** θ̃(1 − θ̃)/ñ; NaN: labels are missing. */
function varianceOf({ value, labels }: MeasuredRate): number {
	const seen = shrunk(value, labels > 0 ? labels : Number.NaN);
	return (seen.rate * (1 - seen.rate)) / seen.labels;
}

/** ∂M/∂θ of the plain metrics, from the slopes of the sums by the chain rule. */
function slopesOf({ scenario, sums, metrics }: Board, slopes: Slopes): readonly number[] {
	const { cost, resolution, repaired, escalated, allSmall, allStrong } = slopes;
	const total = totalCost(scenario, slopes);
	const perResolved = (slope: number, amount: number): number =>
		(slope - (amount / sums.resolution) * resolution) / sums.resolution;
	return [
		cost,
		perResolved(cost, sums.cost),
		total,
		perResolved(total, orNaN(metrics.totalCost)),
		repaired,
		repaired / sums.smallShare,
		escalated / sums.smallShare,
		resolution,
		slopes.handoff,
		slopes.silent,
		slopes.falseEasy,
		slopes.avoidable,
		slopes.gained,
		slopes.falseHard,
		(resolution - allSmall - orNaN(metrics.pgr) * (allStrong - allSmall)) / (sums.allStrong - sums.allSmall),
		0,
		cost * orNaN(scenario.volumePerWeek),
	];
}

/** ∂M/∂θ of the metrics that are made of both sides. */
function jointSlopesOf(now: Board, before: Board, slopes: Slopes, others: Slopes): readonly number[] {
	const lost = before.sums.resolution - now.sums.resolution;
	const saved = before.sums.cost - now.sums.cost;
	const less = others.cost - slopes.cost;
	return [
		((now.sums.cost / before.sums.cost) * others.cost - slopes.cost) / before.sums.cost,
		(less - (saved / lost) * (others.resolution - slopes.resolution)) / lost,
		less / (now.sums.smallShare * orNaN(now.scenario.handoffCost)),
	];
}

/** Variances of the plain metrics; NaN: no value, or labels are missing. */
function variances(now: Board, rates: MeasuredRates): Variances {
	const { sum, least } = start(now, PLAIN);
	for (const rate of rates) if (rate) add(sum, slopesOf(now, rate.slopes), varianceOf(rate), least);
	return sum;
}

/** A rate of both sides, or of one, with the slopes of each. */
interface Term {
	readonly slopes: Slopes;
	readonly others: Slopes;
	readonly variance: number;
}

// A rate is shared where value and labels are equal on both sides, labels that nobody has too; else each side counts
// its own.
function termsOf(now: MeasuredRates, before: MeasuredRates): readonly Term[] {
	const terms: Term[] = [];
	for (let i = 0; i < now.length; i++) {
		const [rate, other] = [now[i], before[i]];
		const shared = rate && other && same(rate.value, other.value) && same(rate.labels, other.labels);
		if (rate) terms.push({ slopes: rate.slopes, others: shared ? other.slopes : FLAT, variance: varianceOf(rate) });
		if (other && !shared) terms.push({ slopes: FLAT, others: other.slopes, variance: varianceOf(other) });
	}
	return terms;
}

/** Variances of the metrics that are made of both sides. */
function jointVariances(now: Board, before: Board, terms: readonly Term[]): Variances {
	const { sum, least } = start(now, JOINT);
	for (const { slopes, others, variance } of terms)
		add(sum, jointSlopesOf(now, before, slopes, others), variance, least);
	return sum;
}

/** Variances of M(now) − M(baseline). */
function variancesApart(now: Board, before: Board, terms: readonly Term[]): Variances {
	const { sum, least } = start(now, PLAIN);
	for (const { slopes, others, variance } of terms) {
		const base = slopesOf(before, others);
		add(
			sum,
			slopesOf(now, slopes).map((slope, i) => slope - (base[i] as number)),
			variance,
			least,
		);
	}
	return sum;
}

const same = (a: number, b: number): boolean =>
	Object.is(a, b) || Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a));

// A figure that hardly moves with a rate needs no labels behind it.
const LEAST_SLOPE = 1e-9;

/** Sums to begin with, NaN for a metric without a value, and the least slope that counts, by metric. */
function start(
	{ metrics }: Board,
	names: readonly MetricName[],
): { readonly sum: number[]; readonly least: readonly number[] } {
	const [sum, least]: [number[], number[]] = [[], []];
	for (const metric of names) {
		const value = metrics[metric];
		sum.push(value === null ? Number.NaN : 0);
		least.push(LEAST_SLOPE * Math.max(1, Math.abs(value ?? 0)));
	}
	return { sum, least };
}

/** Adds slope²·variance, metric by metric. */
function add(sum: number[], slopes: readonly number[], variance: number, least: readonly number[]): void {
	for (let i = 0; i < slopes.length; i++) {
		const slope = slopes[i] as number;
		if (Math.abs(slope) < (least[i] as number)) continue;
		sum[i] = (sum[i] as number) + slope * slope * variance;
	}
}

import type { Board } from './evaluate.js';
import { type Evidence, evidenceOf } from './evidence.js';
import type { Comparison } from './full-metrics.js';
import { shrinkRate, Z_95 } from './labels.js';
import { METRIC_NAMES, type MetricName } from './scenario.js';
import { COLUMN, COLUMN_COUNT, type MeasuredRates, measuredRates, zeros } from './slopes.js';
import { orNaN, ROUNDING, times } from './unmeasured.js';

/**
 * z·SE: the half-width of a figure's 95% interval due to finite labels, in the figure's own unit, by the delta method:
 * SE² = Σ_θ (∂M/∂θ)²·θ̃(1 − θ̃)/ñ over the measured rates θ, ñ = n + z², θ̃ = (θn + z²/2)/ñ.
 */
export interface Noise {
	/**
	 * Returns the noise of a metric; null: its kind carries none (`carriesNoise`), it has no value, or labels are
	 * missing.
	 */
	of(metric: MetricName): number | null;
	/** Returns the noise of M(now) − M(baseline), in which rates that both sides share cancel; null as above. */
	ofDifference(metric: MetricName): number | null;
}

/** Labels behind the shared rates of both sides; passed on if the sides are segments of larger boards. */
export interface BothEvidence {
	readonly now: Evidence;
	readonly before: Evidence;
}

export const bothEvidence = ({ now, before }: Comparison): BothEvidence => ({
	now: evidenceOf(now),
	before: evidenceOf(before),
});

/** Prepares the noise of a board and of its difference from its baseline. */
export function noiseOf({ now, before }: Comparison, evidence = bothEvidence({ now, before })): Noise {
	let nowSide: Side | undefined;
	let bothSides: Sides | undefined;
	// Slopes are computed once and on demand: most figures never need the other side.
	const getNowSide = (): Side => {
		nowSide ??= buildSide(now, evidence.now);
		return nowSide;
	};
	const getBothSides = (): Sides => {
		bothSides ??= pairSides(getNowSide(), buildSide(before, evidence.before));
		return bothSides;
	};
	const ofOneSide = (metric: MetricName, slopeOf: Slope): number | null =>
		halfWidth(now.metrics[metric], (minSlope) => varianceOfOne(getNowSide(), slopeOf, minSlope));
	const ofBothSides = (metric: MetricName, slopeOf: JointSlope): number | null =>
		halfWidth(now.metrics[metric], (minSlope) => varianceOfBoth(getBothSides(), slopeOf, minSlope));
	return {
		of: (metric) => {
			const [plainSlope, jointSlope] = [BOARD_SLOPES[metric], JOINT_SLOPES[metric]];
			if (plainSlope) return ofOneSide(metric, plainSlope(now));
			return jointSlope ? ofBothSides(metric, jointSlope(now, before)) : null;
		},
		ofDifference: (metric) => {
			const plainSlope = BOARD_SLOPES[metric];
			if (plainSlope) return ofBothSides(metric, differenceSlope(plainSlope(now), plainSlope(before)));
			// The baseline's saving against itself is always 0; the other joint metrics have no value there.
			return metric === 'saving' ? ofBothSides(metric, savingSlope(now, before)) : null;
		},
	};
}

/** Computes ∂M/∂θ of a metric by the chain rule, from the row of slopes at offset `at`. */
type Slope = (slopes: readonly number[], at: number) => number;

/** Computes ∂M/∂θ of a metric that depends on both sides; a side without the rate passes `FLAT` and offset 0. */
type JointSlope = (slopes: readonly number[], at: number, others: readonly number[], otherAt: number) => number;

const FLAT = zeros(COLUMN_COUNT);

function columnSlope(name: keyof typeof COLUMN): Slope {
	const offset = COLUMN[name];
	return (slopes, at) => slopes[at + offset] as number;
}

const [costSlope, resolutionSlope] = [columnSlope('cost'), columnSlope('resolution')];

const totalCostSlope = ({ scenario }: Board): Slope => {
	const handoffCost = orNaN(scenario.handoffCost);
	return (slopes, at) =>
		costSlope(slopes, at) +
		times(handoffCost, slopes[at + COLUMN.handoff] as number) +
		(slopes[at + COLUMN.silentLoss] as number);
};

const perResolvedSlope = ({ sums }: Board, amount: number, slopeOf: Slope): Slope => {
	const each = amount / sums.resolution;
	return (slopes, at) => (slopeOf(slopes, at) - each * resolutionSlope(slopes, at)) / sums.resolution;
};

/** Slopes of metrics that depend on one board. */
const BOARD_SLOPES: Readonly<Partial<Record<MetricName, (board: Board) => Slope>>> = {
	cost: () => costSlope,
	costPerResolved: (board) => perResolvedSlope(board, board.sums.cost, costSlope),
	totalCost: totalCostSlope,
	totalCostPerResolved: (board) => perResolvedSlope(board, orNaN(board.metrics.totalCost), totalCostSlope(board)),
	repairLoad: () => columnSlope('repaired'),
	repairRate:
		({ sums }) =>
		(slopes, at) =>
			(slopes[at + COLUMN.repaired] as number) / sums.smallShare,
	escalationRate:
		({ sums }) =>
		(slopes, at) =>
			(slopes[at + COLUMN.escalated] as number) / sums.smallShare,
	resolution: () => resolutionSlope,
	handoff: () => columnSlope('handoff'),
	silent: () => columnSlope('silent'),
	falseEasy: () => columnSlope('falseEasy'),
	avoidable: () => columnSlope('avoidable'),
	gained: () => columnSlope('gained'),
	falseHard: () => columnSlope('falseHard'),
	pgr: ({ sums, metrics }) => {
		const [gap, pgr] = [sums.allStrong - sums.allSmall, orNaN(metrics.pgr)];
		return (slopes, at) => {
			const low = slopes[at + COLUMN.allSmall] as number;
			const high = slopes[at + COLUMN.allStrong] as number;
			return (resolutionSlope(slopes, at) - low - pgr * (high - low)) / gap;
		};
	},
	breakEvenRepair: () => () => 0,
	costPerWeek: ({ scenario }) => {
		const volume = orNaN(scenario.volumePerWeek);
		return (slopes, at) => costSlope(slopes, at) * volume;
	},
};

const savingSlope = (now: Board, before: Board): JointSlope => {
	const costRatio = now.sums.cost / before.sums.cost;
	return (slopes, at, others, otherAt) =>
		(costRatio * costSlope(others, otherAt) - costSlope(slopes, at)) / before.sums.cost;
};

/** Slopes of metrics that depend on both sides. */
const JOINT_SLOPES: Readonly<Partial<Record<MetricName, (now: Board, before: Board) => JointSlope>>> = {
	saving: savingSlope,
	vetoValue: (now, before) => {
		const lost = before.sums.resolution - now.sums.resolution;
		const price = (before.sums.cost - now.sums.cost) / lost;
		const [spent, resolved] = [
			differenceSlope(costSlope, costSlope),
			differenceSlope(resolutionSlope, resolutionSlope),
		];
		return (slopes, at, others, otherAt) =>
			(price * resolved(slopes, at, others, otherAt) - spent(slopes, at, others, otherAt)) / lost;
	},
	handoffBreakEven: ({ scenario, sums }) => {
		const price = sums.smallShare * orNaN(scenario.handoffCost);
		return (slopes, at, others, otherAt) => (costSlope(others, otherAt) - costSlope(slopes, at)) / price;
	},
};

/** Returns the slope of a difference. A side without the rate contributes 0, even if the metric has no value there. */
const differenceSlope =
	(nowSlope: Slope, beforeSlope: Slope): JointSlope =>
	(slopes, at, others, otherAt) =>
		(slopes === FLAT ? 0 : nowSlope(slopes, at)) - (others === FLAT ? 0 : beforeSlope(others, otherAt));

/**
 * Returns whether a metric carries noise from finite labels: shares are counted exactly, and for waits and cpt noise is
 * not modelled.
 */
export const carriesNoise = (metric: MetricName): boolean =>
	(JOINT_SLOPES[metric] ?? BOARD_SLOPES[metric]) !== undefined;

/** Returns the noise of every metric as lazy properties: most frames show only a few. */
export const allNoise = (noise: Noise): Readonly<Record<MetricName, number | null>> =>
	Object.defineProperties(
		{} as Record<MetricName, number | null>,
		Object.fromEntries(METRIC_NAMES.map((metric) => [metric, { enumerable: true, get: () => noise.of(metric) }])),
	);

/** Rates of one side with their variances θ̃(1 − θ̃)/ñ; NaN: labels are missing. */
interface Side extends MeasuredRates {
	readonly variances: readonly number[];
	/** Indexes of the rates that exist. */
	readonly indexes: readonly number[];
}

function buildSide(board: Board, evidence: Evidence): Side {
	const { exists, values, labels, slopes } = measuredRates(board, evidence);
	const variances = zeros(exists.length);
	const indexes: number[] = [];
	for (let i = 0; i < exists.length; i++) {
		if (!exists[i]) continue;
		indexes.push(i);
		const rateLabels = labels[i] as number;
		const estimate = shrinkRate(values[i] as number, rateLabels > 0 ? rateLabels : Number.NaN);
		variances[i] = (estimate.rate * (1 - estimate.rate)) / estimate.labels;
	}
	return { exists, values, labels, slopes, variances, indexes };
}

/** Two sides, and the indexes of the rates that they share or that count for one side only. */
interface Sides {
	readonly now: Side;
	readonly before: Side;
	readonly shared: readonly number[];
	readonly ownNow: readonly number[];
	readonly ownBefore: readonly number[];
}

/**
 * Pairs the rates of two sides. A rate is shared if its value and labels are equal on both sides (missing labels count
 * as equal); otherwise each side counts its own.
 */
function pairSides(now: Side, before: Side): Sides {
	const shared: number[] = [];
	const ownNow: number[] = [];
	const ownBefore: number[] = [];
	const isShared = (at: number): boolean =>
		isEqual(now.values[at] as number, before.values[at] as number) &&
		isEqual(now.labels[at] as number, before.labels[at] as number);
	for (const at of now.indexes) (before.exists[at] && isShared(at) ? shared : ownNow).push(at);
	for (const at of before.indexes) if (!now.exists[at] || !isShared(at)) ownBefore.push(at);
	return { now, before, shared, ownNow, ownBefore };
}

const isEqual = (a: number, b: number): boolean =>
	Object.is(a, b) || Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a));

// A rate that hardly moves a figure needs no labels.
const MIN_SLOPE = 1e-9;

/** Computes z·SE of a figure; null: it has no value, or labels are missing. */
function halfWidth(value: number | null, varianceOf: (minSlope: number) => number): number | null {
	if (value === null) return null;
	const sum = varianceOf(MIN_SLOPE * Math.max(1, Math.abs(value)));
	return Number.isNaN(sum) ? null : Z_95 * Math.sqrt(sum);
}

const varianceTerm = (slope: number, variance: number, minSlope: number): number =>
	Math.abs(slope) < minSlope ? 0 : slope * slope * variance;

function varianceOfOne({ indexes, slopes, variances }: Side, slopeOf: Slope, minSlope: number): number {
	let sum = 0;
	for (const at of indexes) sum += varianceTerm(slopeOf(slopes, at * COLUMN_COUNT), variances[at] as number, minSlope);
	return sum;
}

function varianceOfBoth({ now, before, ...indexes }: Sides, slopeOf: JointSlope, minSlope: number): number {
	let sum = 0;
	for (const index of indexes.shared) {
		const at = index * COLUMN_COUNT;
		sum += varianceTerm(slopeOf(now.slopes, at, before.slopes, at), now.variances[index] as number, minSlope);
	}
	for (const index of indexes.ownNow)
		sum += varianceTerm(slopeOf(now.slopes, index * COLUMN_COUNT, FLAT, 0), now.variances[index] as number, minSlope);
	for (const index of indexes.ownBefore)
		sum += varianceTerm(
			slopeOf(FLAT, 0, before.slopes, index * COLUMN_COUNT),
			before.variances[index] as number,
			minSlope,
		);
	return sum;
}

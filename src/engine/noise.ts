import type { Board } from './evaluate.js';
import { type Evidence, evidenceOf } from './evidence.js';
import type { Compared } from './full-metrics.js';
import { shrunk, Z } from './labels.js';
import { METRIC_NAMES, type MetricName } from './scenario.js';
import { COLUMN, COLUMNS, type MeasuredRates, measuredRates, zeros } from './slopes.js';
import { orNaN, ROUNDING, times } from './unmeasured.js';

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
	let here: Side | undefined;
	let both: Sides | undefined;
	// Slopes are worked out once, whatever asks for them, and most figures never look at the other side.
	const ofNow = (): Side => {
		here ??= sideOf(now, evidence.now);
		return here;
	};
	const ofBoth = (): Sides => {
		both ??= sidesOf(ofNow(), sideOf(before, evidence.before));
		return both;
	};
	const plain = (metric: MetricName, slopeOf: Slope): number | null =>
		halfWidth(now.metrics[metric], (least) => variance(ofNow(), slopeOf, least));
	const joint = (metric: MetricName, slopeOf: JointSlope): number | null =>
		halfWidth(now.metrics[metric], (least) => varianceOfBoth(ofBoth(), slopeOf, least));
	return {
		of: (metric) => {
			const [alone, both] = [PLAIN[metric], JOINT[metric]];
			if (alone) return plain(metric, alone(now));
			return both ? joint(metric, both(now, before)) : null;
		},
		ofDifference: (metric) => {
			const alone = PLAIN[metric];
			if (alone) return joint(metric, apart(alone(now), alone(before)));
			// What the baseline saves against itself is 0, whatever its rates; the others have no value there.
			return metric === 'saving' ? joint(metric, saving(now, before)) : null;
		},
	};
}

/** ∂M/∂θ of a metric by the chain rule, from the row of slopes at `at`. */
type Slope = (slopes: readonly number[], at: number) => number;

/** The same of a metric that is made of both sides; a side without the rate has `FLAT`, at 0. */
type JointSlope = (slopes: readonly number[], at: number, others: readonly number[], otherAt: number) => number;

const FLAT = zeros(COLUMNS);

function column(name: keyof typeof COLUMN): Slope {
	const offset = COLUMN[name];
	return (slopes, at) => slopes[at + offset] as number;
}

const [cost, resolution] = [column('cost'), column('resolution')];

const total = ({ scenario }: Board): Slope => {
	const handoffCost = orNaN(scenario.handoffCost);
	return (slopes, at) =>
		cost(slopes, at) +
		times(handoffCost, slopes[at + COLUMN.handoff] as number) +
		(slopes[at + COLUMN.silentLoss] as number);
};

const perResolved = ({ sums }: Board, amount: number, slopeOf: Slope): Slope => {
	const each = amount / sums.resolution;
	return (slopes, at) => (slopeOf(slopes, at) - each * resolution(slopes, at)) / sums.resolution;
};

/** Of metrics of one board that move with a measured rate. */
const PLAIN: Readonly<Partial<Record<MetricName, (board: Board) => Slope>>> = {
	cost: () => cost,
	costPerResolved: (board) => perResolved(board, board.sums.cost, cost),
	totalCost: total,
	totalCostPerResolved: (board) => perResolved(board, orNaN(board.metrics.totalCost), total(board)),
	repairLoad: () => column('repaired'),
	repairRate:
		({ sums }) =>
		(slopes, at) =>
			(slopes[at + COLUMN.repaired] as number) / sums.smallShare,
	escalationRate:
		({ sums }) =>
		(slopes, at) =>
			(slopes[at + COLUMN.escalated] as number) / sums.smallShare,
	resolution: () => resolution,
	handoff: () => column('handoff'),
	silent: () => column('silent'),
	falseEasy: () => column('falseEasy'),
	avoidable: () => column('avoidable'),
	gained: () => column('gained'),
	falseHard: () => column('falseHard'),
	pgr: ({ sums, metrics }) => {
		const [gap, pgr] = [sums.allStrong - sums.allSmall, orNaN(metrics.pgr)];
		return (slopes, at) => {
			const low = slopes[at + COLUMN.allSmall] as number;
			const high = slopes[at + COLUMN.allStrong] as number;
			return (resolution(slopes, at) - low - pgr * (high - low)) / gap;
		};
	},
	breakEvenRepair: () => () => 0,
	costPerWeek: ({ scenario }) => {
		const volume = orNaN(scenario.volumePerWeek);
		return (slopes, at) => cost(slopes, at) * volume;
	},
};

const saving = (now: Board, before: Board): JointSlope => {
	const left = now.sums.cost / before.sums.cost;
	return (slopes, at, others, otherAt) => (left * cost(others, otherAt) - cost(slopes, at)) / before.sums.cost;
};

/** Of metrics that are made of both sides. */
const JOINT: Readonly<Partial<Record<MetricName, (now: Board, before: Board) => JointSlope>>> = {
	saving,
	vetoValue: (now, before) => {
		const lost = before.sums.resolution - now.sums.resolution;
		const price = (before.sums.cost - now.sums.cost) / lost;
		const [spent, resolved] = [apart(cost, cost), apart(resolution, resolution)];
		return (slopes, at, others, otherAt) =>
			(price * resolved(slopes, at, others, otherAt) - spent(slopes, at, others, otherAt)) / lost;
	},
	handoffBreakEven: ({ scenario, sums }) => {
		const price = sums.smallShare * orNaN(scenario.handoffCost);
		return (slopes, at, others, otherAt) => (cost(others, otherAt) - cost(slopes, at)) / price;
	},
};

/** Of a difference. A side that has no such rate does not move, even where the metric has no value there. */
const apart =
	(here: Slope, there: Slope): JointSlope =>
	(slopes, at, others, otherAt) =>
		(slopes === FLAT ? 0 : here(slopes, at)) - (others === FLAT ? 0 : there(others, otherAt));

/** Whether finite labels leave a metric open at all: shares are counted, and for waits and cpt it is not modelled. */
export const carriesNoise = (metric: MetricName): boolean => (JOINT[metric] ?? PLAIN[metric]) !== undefined;

/** The noise of every metric, each worked out when somebody asks for it: most frames show a handful. */
export const allNoise = (noise: Noise): Readonly<Record<MetricName, number | null>> =>
	Object.defineProperties(
		{} as Record<MetricName, number | null>,
		Object.fromEntries(METRIC_NAMES.map((metric) => [metric, { enumerable: true, get: () => noise.of(metric) }])),
	);

/** Rates of one side, with the variance of each: θ̃(1 − θ̃)/ñ; NaN: labels are missing. */
interface Side extends MeasuredRates {
	readonly variances: readonly number[];
	/** Places of the rates that exist. */
	readonly places: readonly number[];
}

function sideOf(board: Board, evidence: Evidence): Side {
	const { exists, values, labels, slopes } = measuredRates(board, evidence);
	const variances = zeros(exists.length);
	const places: number[] = [];
	for (let i = 0; i < exists.length; i++) {
		if (!exists[i]) continue;
		places.push(i);
		const behind = labels[i] as number;
		const seen = shrunk(values[i] as number, behind > 0 ? behind : Number.NaN);
		variances[i] = (seen.rate * (1 - seen.rate)) / seen.labels;
	}
	return { exists, values, labels, slopes, variances, places };
}

/** Two sides, and the places of the rates that they share or that only one of them counts. */
interface Sides {
	readonly now: Side;
	readonly before: Side;
	readonly shared: readonly number[];
	readonly ownNow: readonly number[];
	readonly ownBefore: readonly number[];
}

/**
 * A rate is shared where value and labels are equal on both sides, labels that nobody has too; else each side counts
 * its own.
 */
function sidesOf(now: Side, before: Side): Sides {
	const shared: number[] = [];
	const ownNow: number[] = [];
	const ownBefore: number[] = [];
	const isShared = (at: number): boolean =>
		same(now.values[at] as number, before.values[at] as number) &&
		same(now.labels[at] as number, before.labels[at] as number);
	for (const at of now.places) (before.exists[at] && isShared(at) ? shared : ownNow).push(at);
	for (const at of before.places) if (!now.exists[at] || !isShared(at)) ownBefore.push(at);
	return { now, before, shared, ownNow, ownBefore };
}

const same = (a: number, b: number): boolean =>
	Object.is(a, b) || Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a));

// A figure that hardly moves with a rate needs no labels behind it.
const LEAST_SLOPE = 1e-9;

/** z·SE of a figure; null: it has no value, or labels are missing. */
function halfWidth(value: number | null, varianceOf: (least: number) => number): number | null {
	if (value === null) return null;
	const sum = varianceOf(LEAST_SLOPE * Math.max(1, Math.abs(value)));
	return Number.isNaN(sum) ? null : Z * Math.sqrt(sum);
}

const squared = (slope: number, variance: number, least: number): number =>
	Math.abs(slope) < least ? 0 : slope * slope * variance;

function variance({ places, slopes, variances }: Side, slopeOf: Slope, least: number): number {
	let sum = 0;
	for (const at of places) sum += squared(slopeOf(slopes, at * COLUMNS), variances[at] as number, least);
	return sum;
}

function varianceOfBoth({ now, before, ...places }: Sides, slopeOf: JointSlope, least: number): number {
	let sum = 0;
	for (const place of places.shared) {
		const at = place * COLUMNS;
		sum += squared(slopeOf(now.slopes, at, before.slopes, at), now.variances[place] as number, least);
	}
	for (const place of places.ownNow)
		sum += squared(slopeOf(now.slopes, place * COLUMNS, FLAT, 0), now.variances[place] as number, least);
	for (const place of places.ownBefore)
		sum += squared(slopeOf(FLAT, 0, before.slopes, place * COLUMNS), before.variances[place] as number, least);
	return sum;
}

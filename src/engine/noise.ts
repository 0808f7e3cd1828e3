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
	let [alone, both]: (readonly Term[] | undefined)[] = [];
	let plain: readonly number[] | undefined;
	let bases: readonly (readonly number[])[] | undefined;
	// Slopes are worked out once, whatever asks for them, and most figures never look at the other side.
	const ofNow = (): readonly Term[] => {
		alone ??= rates.flatMap((rate) => (rate ? [termOf(now, rate)] : []));
		return alone;
	};
	const ofBoth = (): readonly Term[] => {
		both ??= sharedTerms(ofNow(), rates, measuredRates(before, evidence.before));
		return both;
	};
	const joint = (metric: MetricName, slopeOf: JointSlope): number | null =>
		halfWidth(now.metrics[metric], ofBoth(), ({ slopes, others }) => slopeOf(now, before, slopes, others));
	return {
		of: (metric) => {
			const slopeOf = JOINT[metric];
			if (slopeOf) return joint(metric, slopeOf);
			const at = placeOf(metric);
			if (at < 0) return null;
			plain ??= plainVariances(now, ofNow());
			const variance = plain[at] as number;
			return Number.isNaN(variance) ? null : Z * Math.sqrt(variance);
		},
		ofDifference: (metric) => {
			const slopeOf = JOINT[metric];
			// What the baseline saves against itself is 0, whatever its rates; the others have no value there.
			if (slopeOf) return metric === 'saving' ? joint(metric, slopeOf) : null;
			const at = placeOf(metric);
			if (at < 0) return null;
			const shared = ofBoth();
			bases ??= shared.map(({ others }) => (others === FLAT ? STILL : slopesOf(before, others)));
			const known = bases;
			return halfWidth(now.metrics[metric], shared, (own, i) => (own.plain[at] as number) - (known[i]?.[at] as number));
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

const placeOf = (metric: MetricName): number => (PLAIN as readonly MetricName[]).indexOf(metric);

/** Whether finite labels leave a metric open at all: shares are counted, and for waits and cpt it is not modelled. */
export const carriesNoise = (metric: MetricName): boolean => JOINT[metric] !== undefined || placeOf(metric) >= 0;

/** The noise of every metric. */
export function allNoise(noise: Noise): Readonly<Record<MetricName, number | null>> {
	const all = { ...NONE };
	for (const metric of METRIC_NAMES) all[metric] = noise.of(metric);
	return all;
}

const NONE = Object.fromEntries(METRIC_NAMES.map((metric) => [metric, null])) as Record<MetricName, number | null>;

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

type JointSlope = (now: Board, before: Board, slopes: Slopes, others: Slopes) => number;

/** ∂M/∂θ of the metrics that are made of both sides. */
const JOINT: Readonly<Partial<Record<MetricName, JointSlope>>> = {
	saving: (now, before, slopes, others) =>
		((now.sums.cost / before.sums.cost) * others.cost - slopes.cost) / before.sums.cost,
	vetoValue: (now, before, slopes, others) => {
		const lost = before.sums.resolution - now.sums.resolution;
		const saved = before.sums.cost - now.sums.cost;
		return (others.cost - slopes.cost - (saved / lost) * (others.resolution - slopes.resolution)) / lost;
	},
	handoffBreakEven: ({ scenario, sums }, _, slopes, others) =>
		(others.cost - slopes.cost) / (sums.smallShare * orNaN(scenario.handoffCost)),
};

/** A rate of both sides, or of one: how the sums and the plain metrics of each move with it. */
interface Term {
	readonly slopes: Slopes;
	readonly others: Slopes;
	/** Of the metrics in `PLAIN`, on this side. */
	readonly plain: readonly number[];
	readonly variance: number;
}

const STILL: readonly number[] = PLAIN.map(() => 0);

const termOf = (now: Board, rate: MeasuredRate): Term => ({
	slopes: rate.slopes,
	others: FLAT,
	plain: slopesOf(now, rate.slopes),
	variance: varianceOf(rate),
});

/**
 * A rate is shared where value and labels are equal on both sides, labels that nobody has too; else each side counts
 * its own.
 *
 * @param alone of the rates that this side has, in their order
 */
function sharedTerms(alone: readonly Term[], rates: MeasuredRates, others: MeasuredRates): readonly Term[] {
	const terms: Term[] = [];
	let next = 0;
	for (let i = 0; i < rates.length; i++) {
		const [rate, other] = [rates[i], others[i]];
		const own = rate && alone[next++];
		if (!other) {
			if (own) terms.push(own);
			continue;
		}
		if (own && same(rate.value, other.value) && same(rate.labels, other.labels)) {
			terms.push({ slopes: own.slopes, others: other.slopes, plain: own.plain, variance: own.variance });
			continue;
		}
		if (own) terms.push(own);
		terms.push({ slopes: FLAT, others: other.slopes, plain: STILL, variance: varianceOf(other) });
	}
	return terms;
}

const same = (a: number, b: number): boolean =>
	Object.is(a, b) || Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a));

// A figure that hardly moves with a rate needs no labels behind it.
const LEAST_SLOPE = 1e-9;

/** z·SE of a figure; null: it has no value, or labels are missing. */
function halfWidth(
	value: number | null,
	terms: readonly Term[],
	slopeOf: (term: Term, i: number) => number,
): number | null {
	if (value === null) return null;
	const least = LEAST_SLOPE * Math.max(1, Math.abs(value));
	let variance = 0;
	for (const [i, term] of terms.entries()) {
		const slope = slopeOf(term, i);
		if (Math.abs(slope) < least) continue;
		variance += slope * slope * term.variance;
	}
	return Number.isNaN(variance) ? null : Z * Math.sqrt(variance);
}

/** Variances of the plain metrics, all at once; NaN: no value, or labels are missing. */
function plainVariances({ metrics }: Board, terms: readonly Term[]): readonly number[] {
	const values = PLAIN.map((metric) => metrics[metric]);
	const sums = values.map((value) => (value === null ? Number.NaN : 0));
	const least = values.map((value) => LEAST_SLOPE * Math.max(1, Math.abs(value ?? 0)));
	for (const { plain, variance } of terms)
		for (let i = 0; i < plain.length; i++) {
			const slope = plain[i] as number;
			if (Math.abs(slope) < (least[i] as number)) continue;
			sums[i] = (sums[i] as number) + slope * slope * variance;
		}
	return sums;
}

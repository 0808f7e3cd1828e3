import type { Board } from './evaluate.js';
import type { NullReason, SegmentOutcome } from './outcome-types.js';
import type { MetricName } from './scenario.js';
import { prepareSweep } from './threshold-sweep.js';
import { orNaN } from './unmeasured.js';

/**
 * Returns the reason why a metric is null, the first that applies: nothing to measure in that lane or of that kind, an
 * input missing, or a ratio outside its domain.
 *
 * @param now a board on which the metric is null
 * @param before the board of its baseline
 */
export function nullReasonOf(metric: MetricName, now: Board, before: Board): NullReason {
	if (isNotApplicable(metric, now)) return 'not-applicable';
	return inputsOf(metric, now, before).some(Number.isNaN) ? 'not-measured' : 'undefined';
}

function isNotApplicable(metric: MetricName, { sums }: Board): boolean {
	switch (metric) {
		case 'repairRate':
		case 'escalationRate':
		case 'breakEvenRepair':
		case 'handoffBreakEven':
			return sums.smallShare === 0;
		case 'highRiskSmall':
			return sums.highRisk === 0;
		default:
			return false;
	}
}

/** Lists the numbers that a metric is computed from; NaN: missing. */
function inputsOf(metric: MetricName, now: Board, before: Board): readonly number[] {
	const { scenario, sums, metrics } = now;
	switch (metric) {
		case 'costPerResolved':
			return [sums.cost, sums.resolution];
		case 'totalCostPerResolved':
			return [orNaN(metrics.totalCost), sums.resolution];
		case 'saving':
			return [sums.cost, before.sums.cost];
		case 'vetoValue':
			return [sums.cost, before.sums.cost, sums.resolution, before.sums.resolution];
		case 'breakEvenRepair':
			return [sums.repairBudget, sums.fullRepairCost];
		case 'handoffBreakEven':
			return [sums.cost, before.sums.cost, orNaN(scenario.handoffCost)];
		case 'pgr':
			return [sums.resolution, sums.allSmall, sums.allStrong];
		case 'cpt50':
		case 'cpt80':
			return [sums.allSmall, sums.allStrong, prepareSweep(scenario, now.calibration) === null ? Number.NaN : 0];
		default:
			return [Number.NaN];
	}
}

/** Figures of a segment that describe only its small-routed requests. */
const PER_SMALL: readonly (keyof SegmentOutcome)[] = [
	'smallSuccess',
	'repairRate',
	'repairCaught',
	'repairWasted',
	'escalated',
	'silentSmall',
];

/** Returns the reason for each null figure of a segment, by name; empty: none is null. */
export function segmentNullReasons(
	segment: SegmentOutcome,
): Readonly<Partial<Record<keyof SegmentOutcome, NullReason>>> {
	const { routedSmall } = segment;
	const names = Object.keys(segment) as (keyof SegmentOutcome)[];
	return Object.fromEntries(
		names
			.filter((name) => segment[name] === null)
			.map((name) => {
				const isEmptyLane = routedSmall === 0 ? PER_SMALL.includes(name) : routedSmall === 1 && name === 'easyInStrong';
				return [name, isEmptyLane ? 'not-applicable' : 'not-measured'];
			}),
	);
}

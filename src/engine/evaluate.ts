import { boardNumbers, type Sums } from './board.js';
import { type Calibration, calibrate } from './calibration.js';
import { latencyNumbers } from './latency.js';
import { boardMetrics } from './metrics.js';
import type { Evaluation, SegmentOutcome } from './outcome-types.js';
import type { Metrics, Scenario, Segment } from './scenario.js';
import type { SegmentNumbers } from './segment.js';
import { routedSplits } from './splits.js';
import { orNaN, orNull, times } from './unmeasured.js';

/** An evaluation with the numbers it was computed from, which noise and comparisons need. */
export interface Board extends Evaluation {
	readonly scenario: Scenario;
	readonly calibration: Calibration;
	/** In the scenario's order. NaN: not measured. */
	readonly numbers: readonly SegmentNumbers[];
	readonly sums: Sums;
}

/**
 * Computes the numbers of one scenario. Never throws: what cannot be computed is null, and `scenarioProblems` says why.
 *
 * @param calibration of this scenario; reuse it between evaluations while only the mix, repairs, prices or the
 *   threshold change
 */
export function evaluate(scenario: Scenario, calibration: Calibration = calibrate(scenario)): Board {
	const splits = routedSplits(scenario, calibration);
	const { segments: numbers, sums } = boardNumbers(scenario, calibration, splits);
	const metrics = boardMetrics(scenario, sums, latencyNumbers(scenario, numbers));
	return new LazyBoard(scenario, calibration, numbers, sums, metrics);
}

/** A board that computes its segment outcomes on first access: the segments of a baseline are rarely read. */
class LazyBoard implements Board {
	#segments: readonly SegmentOutcome[] | undefined;

	constructor(
		readonly scenario: Scenario,
		readonly calibration: Calibration,
		readonly numbers: readonly SegmentNumbers[],
		readonly sums: Sums,
		readonly metrics: Metrics,
	) {}

	get segments(): readonly SegmentOutcome[] {
		this.#segments ??= this.scenario.segments.map((segment, i) =>
			segmentOutcome(segment, this.numbers[i] as SegmentNumbers, orNaN(this.calibration[i]?.auc)),
		);
		return this.#segments;
	}
}

function segmentOutcome(segment: Segment, numbers: SegmentNumbers, auc: number): SegmentOutcome {
	const { p, q, u } = numbers;
	const perSmall = (value: number): number | null => (p === 0 ? null : orNull(value));
	return {
		id: segment.id,
		smallSuccess: perSmall(q),
		repairRate: perSmall(numbers.repairRate),
		repairCaught: perSmall(numbers.caught),
		repairWasted: perSmall(numbers.wasted),
		escalated: perSmall(numbers.escalated),
		silentSmall: perSmall(numbers.silentSmall),
		// With a threshold but no easyShare the share is unknown, which is reported as a problem: fall back to the mix.
		routedSmall: Number.isNaN(p) ? segment.routedSmall : p,
		resolution: orNull(numbers.resolution),
		handoff: orNull(numbers.handoff),
		silent: orNull(numbers.silent),
		cost: orNull(numbers.cost),
		trueEasy: orNull(times(p, q)),
		falseEasy: orNull(times(p, 1 - q)),
		avoidable: orNull(numbers.avoidable),
		gained: orNull(numbers.gained),
		falseHard: orNull(times(1 - p, u)),
		trueHard: orNull(times(1 - p, 1 - u)),
		easyInStrong: orNull(u),
		routerAuc: orNull(auc),
		successAssumed: segment.easyShare === null && p > 0 && !Number.isNaN(q),
	};
}

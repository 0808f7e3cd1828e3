import type { RateSums, Sums } from './board.js';
import type { LatencyNumbers } from './latency.js';
import type { Metrics, Scenario } from './scenario.js';
import { orNaN, orNull, ROUNDING, ratio, ratioOver, times } from './unmeasured.js';

/**
 * Computes PGR: (resolution − all small)/(all strong − all small), both ends without repair, check or override. NaN if
 * strong is no better than small: there is no gap to recover.
 */
export const performanceGapRecovered = (resolution: number, ends: Pick<Sums, 'allSmall' | 'allStrong'>): number =>
	ratioOver(resolution - ends.allSmall, ends.allStrong - ends.allSmall);

/** Computes USD per request including hand-offs and silent failures: cost + H·handoff + Σ w·silent·silentCost. */
export const totalCost = (
	{ handoffCost }: Pick<Scenario, 'handoffCost'>,
	{ cost, handoff, silentLoss }: Pick<RateSums, 'cost' | 'handoff' | 'silentLoss'>,
): number => cost + times(orNaN(handoffCost), handoff) + silentLoss;

/** Computes the metrics of a board. Those that compare with a baseline or a curve are left null. */
export function boardMetrics(scenario: Scenario, sums: Sums, latency: LatencyNumbers): Metrics {
	const { cost, resolution, smallShare, repaired, repairBudget } = sums;
	const total = totalCost(scenario, sums);
	return {
		cost: orNull(cost),
		costPerResolved: orNull(ratioOver(cost, resolution)),
		totalCost: orNull(total),
		totalCostPerResolved: orNull(ratioOver(total, resolution)),
		saving: null,
		smallShare: orNull(smallShare),
		repairLoad: orNull(repaired),
		repairRate: orNull(ratio(repaired, smallShare)),
		escalationRate: orNull(ratio(sums.escalated, smallShare)),
		resolution: orNull(resolution),
		handoff: orNull(sums.handoff),
		silent: orNull(sums.silent),
		falseEasy: orNull(sums.falseEasy),
		avoidable: orNull(sums.avoidable),
		gained: orNull(sums.gained),
		falseHard: orNull(sums.falseHard),
		highRiskSmall: orNull(ratio(sums.highRiskSmall, sums.highRisk)),
		latencyMean: orNull(latency.mean),
		latencyP50: orNull(latency.p50),
		latencyP95: orNull(latency.p95),
		// If routing small saves nothing, there is no saving for repairs to use up.
		breakEvenRepair: repairBudget > ROUNDING ? orNull(ratioOver(repairBudget, sums.fullRepairCost)) : null,
		handoffBreakEven: null,
		pgr: orNull(performanceGapRecovered(resolution, sums)),
		cpt50: null,
		cpt80: null,
		vetoValue: null,
		costPerWeek: orNull(cost * orNaN(scenario.volumePerWeek)),
		throughputPerHour: orNull((MS_PER_HOUR * orNaN(scenario.workers)) / latency.mean),
	};
}

const MS_PER_HOUR = 3.6e6;

/** The sums that `comparisonMetrics` reads on both sides. */
export type CostAndOutcome = Pick<Sums, 'cost' | 'resolution'>;

/**
 * Computes the metrics that compare two boards.
 *
 * - `saving` = 1 − cost/baseline cost.
 * - `vetoValue`: USD saved per outcome lost; an outcome worth more should have gone strong. No value if resolution did
 *   not fall.
 * - `handoffBreakEven` = (baseline cost − cost)/(smallShare·H): extra hand-offs per small-routed request that use up
 *   the saving, net of checks, repairs and router. No value if nothing is saved.
 */
export function comparisonMetrics(
	{ handoffCost }: Pick<Scenario, 'handoffCost'>,
	now: CostAndOutcome & Pick<Sums, 'smallShare'>,
	baseline: CostAndOutcome,
): Pick<Metrics, 'saving' | 'vetoValue' | 'handoffBreakEven'> {
	const saved = baseline.cost - now.cost;
	return {
		saving: orNull(1 - ratioOver(now.cost, baseline.cost)),
		vetoValue: orNull(ratioOver(saved, baseline.resolution - now.resolution)),
		handoffBreakEven: saved > ROUNDING ? orNull(ratioOver(saved, times(now.smallShare, orNaN(handoffCost)))) : null,
	};
}

import type { Sums } from './board.js';
import { breakEvenRepair, handoffBreakEven } from './cost.js';
import { latencyNumbers } from './latency.js';
import type { Metrics, Scenario } from './scenario.js';
import { orNaN, orNull, ratio, times } from './unmeasured.js';

/** PGR: (resolution − all small)/(all strong − all small), the ends without repair, check or override. */
export const gapRecovered = (resolution: number, sums: Pick<Sums, 'allSmall' | 'allStrong'>): number =>
	ratio(resolution - sums.allSmall, sums.allStrong - sums.allSmall);

/** USD per request with hand-offs and silent failures paid: cost + H·handoff + Σ w·silent·silentCost. */
export const totalCost = (scenario: Scenario, sums: Sums): number =>
	sums.cost + scenario.routerCost + times(orNaN(scenario.handoffCost), sums.handoff) + sums.silentLoss;

/** Metrics over the board. Those that compare with a baseline or a curve are left null. */
export function boardMetrics(scenario: Scenario, sums: Sums): Metrics {
	const { resolution, smallShare, repaired } = sums;
	const cost = sums.cost + scenario.routerCost;
	const total = totalCost(scenario, sums);
	const latency = latencyNumbers(scenario.latency, scenario.check, sums.unrepaired, repaired, sums.strongShare);
	return {
		cost: orNull(cost),
		costPerResolved: orNull(ratio(cost, resolution)),
		totalCost: orNull(total),
		totalCostPerResolved: orNull(ratio(total, resolution)),
		saving: null,
		smallShare: orNull(smallShare),
		repairLoad: orNull(repaired),
		repairRate: orNull(ratio(repaired, smallShare)),
		escalationRate: orNull(ratio(sums.escalated, smallShare)),
		resolution: orNull(resolution),
		handoff: orNull(sums.handoff),
		silent: orNull(sums.silent),
		falseEasy: orNull(sums.falseEasy),
		falseHard: orNull(sums.falseHard),
		highRiskSmall: orNull(ratio(sums.highRiskSmall, sums.highRisk)),
		latencyMean: orNull(latency.mean),
		latencyP50: orNull(latency.p50),
		latencyP95: orNull(latency.p95),
		breakEvenRepair: orNull(breakEvenRepair(sums.lanes)),
		handoffBreakEven: orNull(handoffBreakEven(sums.lanes, orNaN(scenario.handoffCost))),
		pgr: orNull(gapRecovered(resolution, sums)),
		cpt50: null,
		cpt80: null,
		vetoValue: null,
		costPerWeek: orNull(cost * orNaN(scenario.volumePerWeek)),
		throughputPerHour: orNull((MS_PER_HOUR * orNaN(scenario.workers)) / latency.mean),
	};
}

const MS_PER_HOUR = 3.6e6;

import { blendedCost, laneCosts } from './cost.js';
import type { RowOutcome } from './outcome-types.js';
import type { Scenario } from './scenario.js';
import { mixOf } from './splits.js';
import { orNull } from './unmeasured.js';

/**
 * USD per request of each row of the cost table, in its order. A row is a population of its own, at the
 * scenario's prices, with its own repair rate even where a check is on. The router is paid where something is
 * routed: p > 0, or an override that took the request out of the mix.
 */
export function costRows(scenario: Scenario): readonly RowOutcome[] {
	return scenario.rows.map((row) => {
		const routed = row.routedSmall > 0 || row.override !== null;
		const cost = blendedCost(mixOf(row), row.repairRate, laneCosts(scenario, row));
		return { id: row.id, cost: orNull(cost + (routed ? scenario.routerCost : 0)) };
	});
}

import { blendedCost, laneCosts } from './cost.js';
import type { RowOutcome } from './outcome-types.js';
import type { Scenario } from './scenario.js';
import { mixOf } from './splits.js';
import { orNull } from './unmeasured.js';

/**
 * USD per request of each row of the cost table, in its order. A row is a population of its own at the scenario's
 * prices: its own mix and repair rate, no check and no router.
 */
export function costRows(scenario: Scenario): readonly RowOutcome[] {
	return scenario.rows.map((row) => ({
		id: row.id,
		cost: orNull(blendedCost(mixOf(row), row.repairRate, laneCosts(scenario, row), 0)),
	}));
}

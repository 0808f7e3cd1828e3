import type { Metrics, Scenario } from './scenario.js';
import { orNaN, orNull, ratio } from './unmeasured.js';

/** The default baseline: the same scenario with nothing routed small, no check and no router to pay. */
export function allStrongBaseline(scenario: Scenario): Scenario {
	return {
		...scenario,
		check: null,
		routerCost: 0,
		segments: scenario.segments.map((segment) => ({ ...segment, routedSmall: 0 })),
	};
}

// What rounding can leave where resolution did not move.
const ROUNDING = 1e-12;

/**
 * `saving` = 1 − cost/baseline cost, and `vetoValue`, USD saved per outcome lost: an outcome worth more should
 * have gone strong. It is null where resolution did not fall.
 */
export function comparedWith(metrics: Metrics, baseline: Metrics): Pick<Metrics, 'saving' | 'vetoValue'> {
	const saved = orNaN(baseline.cost) - orNaN(metrics.cost);
	const lost = orNaN(baseline.resolution) - orNaN(metrics.resolution);
	return {
		saving: orNull(1 - ratio(orNaN(metrics.cost), orNaN(baseline.cost))),
		vetoValue: lost > ROUNDING ? orNull(saved / lost) : null,
	};
}

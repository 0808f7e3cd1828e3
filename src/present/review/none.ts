import type { MetricName } from '../../engine/index.js';
import { curveLines } from '../curve-lines.js';
import type { Computed } from '../lab-input.js';

/**
 * Why a metric that is null is none, although nothing was left unmeasured; null where it was.
 *
 * @param compared the outcome's own baseline stands in it
 */
export function whyNone(metric: MetricName, { scenario, outcome }: Computed): string | null {
	const { metrics, baseline } = outcome;
	if (metrics[metric] !== null) return null;
	switch (metric) {
		case 'repairRate':
		case 'escalationRate':
			return metrics.smallShare === 0 ? 'nothing is routed small' : null;
		case 'highRiskSmall':
			return scenario.segments.some(({ risk, share }) => risk === 'high' && share > 0)
				? null
				: 'no slice is of high risk';
		case 'vetoValue':
			return metrics.resolution !== null && baseline.resolution !== null && metrics.cost !== null
				? 'resolution did not fall'
				: null;
		case 'handoffBreakEven':
			return scenario.handoffCost === 0 ? 'a hand-off costs nothing' : null;
		case 'saving':
			return baseline.cost === 0 ? 'the baseline costs nothing' : null;
		case 'pgr':
		case 'cpt50':
		case 'cpt80':
			return onTheCurve(scenario);
		default:
			return null;
	}
}

function onTheCurve(scenario: Computed['scenario']): string | null {
	const lines = curveLines(scenario);
	if (lines === null) return null;
	const { allStrong, allSmall } = lines;
	return allStrong.resolution === allSmall.resolution ? 'both models resolve the same' : 'the curve does not reach it';
}

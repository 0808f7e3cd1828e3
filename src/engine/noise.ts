import { shrunk, Z } from './labels.js';
import type { SegmentOutcome } from './outcome-types.js';
import type { MetricName, Scenario } from './scenario.js';

/**
 * z·SE: how far finite labels leave a metric open, half-width in the metric's own unit.
 * SE² = Σ (w·p)²·x̃(1 − x̃)/ñ, with x per small-routed request: q for resolution, s for silent, e₂ for
 * escalationRate and, where a check derives it, r for repairRate; those two are divided by smallShare.
 *
 * @param outcomes of this scenario, in its order
 * @returns 0 for metrics that carry none; null where a segment that routes small has no labels, or no x
 */
export function noiseOf(
	metric: MetricName,
	scenario: Scenario,
	outcomes: readonly SegmentOutcome[],
	smallShare: number | null,
): number | null {
	const rate = noisyRate(metric, scenario.check !== null);
	if (rate === null) return 0;
	let variance = 0;
	for (const [i, { share, labels }] of scenario.segments.entries()) {
		const outcome = outcomes[i];
		const weight = share * (outcome?.routedSmall ?? 0);
		if (weight === 0) continue;
		const x = outcome?.[rate] ?? null;
		if (x === null || labels === null || labels === 0) return null;
		const seen = shrunk(x, labels);
		variance += (weight * weight * seen.rate * (1 - seen.rate)) / seen.labels;
	}
	const half = Z * Math.sqrt(variance);
	if (metric === 'resolution' || metric === 'silent') return half;
	return smallShare ? half / smallShare : null;
}

function noisyRate(
	metric: MetricName,
	checked: boolean,
): 'smallSuccess' | 'silentSmall' | 'escalated' | 'repairRate' | null {
	switch (metric) {
		case 'resolution':
			return 'smallSuccess';
		case 'silent':
			return 'silentSmall';
		case 'escalationRate':
			return 'escalated';
		case 'repairRate':
			return checked ? 'repairRate' : null;
		default:
			return null;
	}
}

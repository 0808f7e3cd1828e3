import { type Comparison, compareSegment } from './full-metrics.js';
import { type BothEvidence, carriesNoise, type Noise, noiseOf } from './noise.js';
import { nullReasonOf } from './null-reasons.js';
import type { GuardrailState, GuardrailStatus, NullReason } from './outcome-types.js';
import type { Guardrail, Scenario } from './scenario.js';
import { ROUNDING } from './unmeasured.js';

/**
 * Computes the state of each guardrail against the scenario's own baseline, in the scenario's order. A segment's
 * guardrail is judged as if that segment were the whole traffic, but the labels behind strong detection and a shared
 * check are still those of the whole board.
 *
 * @param board the scenario and its own baseline
 */
export function guardrailStates(
	scenario: Scenario,
	board: Comparison,
	noise: Noise,
	evidence: BothEvidence,
): readonly GuardrailState[] {
	return scenario.guardrails.map((guardrail) => {
		if (guardrail.segment === null) return guardrailState(guardrail, board, noise);
		const segmentComparison = compareSegment(scenario, guardrail.segment);
		return guardrailState(guardrail, segmentComparison, segmentComparison && noiseOf(segmentComparison, evidence));
	});
}

function guardrailState(guardrail: Guardrail, compared: Comparison | null, noise: Noise | null): GuardrailState {
	const { metric, side, relative, owner, action, segment, window } = guardrail;
	const value = compared?.now.metrics[metric] ?? null;
	const offsetFrom = relative ? (compared?.before.metrics[metric] ?? null) : 0;
	const limit = offsetFrom === null ? null : offsetFrom + guardrail.limit;
	const measured = relative ? noise?.ofDifference(metric) : noise?.of(metric);
	const halfWidth = carriesNoise(metric) ? (measured ?? null) : 0;
	const reason: NullReason | null =
		value !== null ? null : compared ? nullReasonOf(metric, compared.now, compared.before) : 'not-measured';
	const state = reason === 'not-applicable' ? reason : status(side, limit, value, halfWidth);
	return { metric, limit, value, reason, noise: halfWidth, state, owner, action, side, relative, segment, window };
}

function status(
	side: Guardrail['side'],
	limit: number | null,
	value: number | null,
	noise: number | null,
): Exclude<GuardrailStatus, 'not-applicable'> {
	if (limit === null || value === null || noise === null) return 'cannot-tell';
	const room = side === 'atMost' ? limit - value : value - limit;
	// Without noise, a limit met exactly counts as held, despite rounding in the last digits.
	const rounding = ROUNDING * Math.max(1, Math.abs(limit));
	if (room < -noise - rounding) return 'breached';
	if (room > noise || (noise === 0 && room >= -rounding)) return 'held';
	return 'cannot-tell';
}

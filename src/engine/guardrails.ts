import { type Compared, compare, onlySegment } from './full-metrics.js';
import { noiseOf } from './noise.js';
import type { GuardrailState, GuardrailStatus } from './outcome-types.js';
import type { Guardrail, Scenario } from './scenario.js';

/**
 * Where each guardrail stands, in the scenario's order. A segment's guardrail is judged as if that segment were
 * the whole traffic: weights within it, w = 1.
 *
 * @param board the scenario and its baseline, already evaluated
 * @param pinned the baseline's scenario, where it is not the default one
 */
export function guardrailStates(scenario: Scenario, board: Compared, pinned?: Scenario): readonly GuardrailState[] {
	return scenario.guardrails.map((guardrail) => {
		if (guardrail.segment === null) return guardrailState(guardrail, scenario, board);
		const part = onlySegment(scenario, guardrail.segment);
		const pinnedPart = pinned && onlySegment(pinned, guardrail.segment);
		// Neither side of a comparison can be made up.
		if (part === null || pinnedPart === null) return guardrailState(guardrail, scenario, null);
		return guardrailState(guardrail, part, compare(part, pinnedPart));
	});
}

function guardrailState(guardrail: Guardrail, scenario: Scenario, compared: Compared | null): GuardrailState {
	const { metric, side, relative, owner, action, segment, window } = guardrail;
	const value = compared?.now.metrics[metric] ?? null;
	const start = relative ? (compared?.before.metrics[metric] ?? null) : 0;
	const limit = start === null ? null : start + guardrail.limit;
	const noise = compared && noiseOf(metric, scenario, compared.now.segments, compared.now.metrics.smallShare);
	const state = status(side, limit, value, noise);
	return { metric, limit, value, noise, state, owner, action, side, relative, segment, window };
}

// A limit met exactly is held: the last digits of a sum must not breach it.
const ROUNDING = 1e-12;

function status(
	side: Guardrail['side'],
	limit: number | null,
	value: number | null,
	noise: number | null,
): GuardrailStatus {
	if (limit === null || value === null || noise === null) return 'cannot-tell';
	const room = side === 'atMost' ? limit - value : value - limit;
	const rounding = ROUNDING * Math.max(1, Math.abs(limit));
	if (room < -noise - rounding) return 'breached';
	if (room > noise || (noise === 0 && room >= -rounding)) return 'held';
	return 'cannot-tell';
}

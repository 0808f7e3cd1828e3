import { figureOf } from '../engine/expectations/index.js';
import { setInput } from '../engine/inputs/index.js';
import type { GuardrailState } from '../engine/outcome-types.js';
import type { Scenario } from '../engine/scenario.js';

/**
 * Returns the id of the segment that bears most on a guardrail: its own, or else the one whose share on the small lane,
 * moved to either end, brings the metric furthest towards the limit. null: moving no share helps.
 */
export function bearingSegment(
	scenario: Scenario,
	{ metric, segment, side }: Pick<GuardrailState, 'metric' | 'segment' | 'side'>,
): string | null {
	if (segment !== null) return segment;
	const now = figureOf(scenario, metric, null);
	if (now === null) return largestOnSmall(scenario);
	let best: { readonly id: string; readonly by: number } | null = null;
	for (const { id } of scenario.segments)
		for (const share of [0, 1]) {
			const moved = setInput(scenario, `segments.${id}.routedSmall`, share);
			const then = moved.ok ? figureOf(moved.value, metric, null) : null;
			if (then === null) continue;
			const by = side === 'atMost' ? now - then : then - now;
			if (by > (best?.by ?? 0)) best = { id, by };
		}
	return best?.id ?? null;
}

/** Returns the segment that sends the most requests small, which a metric without a value rests on most. */
const largestOnSmall = ({ segments }: Scenario): string | null =>
	segments.toSorted((a, b) => b.share * b.routedSmall - a.share * a.routedSmall)[0]?.id ?? null;

import { allStrongBaseline, comparedWith } from './baseline.js';
import { calibrate } from './calibration.js';
import { dialOf } from './dial.js';
import { evaluate } from './evaluate.js';
import type { Evaluation } from './outcome-types.js';
import { callsToReach } from './reach.js';
import type { Metrics, Scenario } from './scenario.js';

/** Every metric of a scenario, against the metrics of its baseline; without one, against itself. */
export function evaluateFully(scenario: Scenario, baseline?: Metrics): Evaluation {
	const calibration = calibrate(scenario);
	const { metrics, segments } = evaluate(scenario, calibration);
	const compared = { ...metrics, ...comparedWith(metrics, baseline ?? metrics) };
	return { metrics: withCalls(compared, () => callsToReach(scenario, dialOf(scenario, calibration), GOALS)), segments };
}

/** PGR that cpt50 and cpt80 are about. */
const GOALS = [0.5, 0.8];

/**
 * Metrics whose cpt50 and cpt80 are worked out when somebody asks for them: they walk a whole curve, and most
 * frames show neither.
 */
function withCalls(metrics: Metrics, reach: () => readonly (number | null)[]): Metrics {
	let reached: readonly (number | null)[] | undefined;
	const call = (at: number): PropertyDescriptor => ({
		enumerable: true,
		get: () => {
			reached ??= reach();
			return reached[at] ?? null;
		},
	});
	return Object.defineProperties({ ...metrics }, { cpt50: call(0), cpt80: call(1) });
}

/** Both sides of a comparison. */
export interface Compared {
	readonly now: Evaluation;
	readonly before: Evaluation;
}

/** A scenario and its baseline, the default one where none is pinned. */
export function compare(scenario: Scenario, pinned?: Scenario): Compared {
	const before = evaluateFully(pinned ?? allStrongBaseline(scenario));
	return { now: evaluateFully(scenario, before.metrics), before };
}

/** The scenario with one segment as its whole traffic; null where it has no such segment. */
export function onlySegment(scenario: Scenario, id: string): Scenario | null {
	const segment = scenario.segments.find((candidate) => candidate.id === id);
	return segment ? { ...scenario, segments: [{ ...segment, share: 1 }] } : null;
}

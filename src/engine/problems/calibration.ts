import type { ModelProblem } from '../outcome-types.js';
import { observedDiscrimination } from '../router.js';
import type { Scenario, Segment } from '../scenario.js';
import { movesWithThreshold } from '../splits.js';
import { formatPercentExactly, formatPercentRange, isFraction } from './format.js';

const TOLERANCE = 1e-9;
const ALTERNATIVE = 'Or give routerAuc (0.5 to 0.9999): where it is given, it wins over what was observed.';

/** Lists contradictory observations, and inputs that a threshold other than 0 needs and that are not measured. */
export function calibrationProblems(scenario: Scenario): ModelProblem[] {
	return scenario.segments.flatMap((segment) => {
		const router = routerProblems(segment);
		return [
			...router,
			...detectionProblems(segment),
			...(scenario.threshold !== 0 && router.length === 0 ? thresholdProblems(segment, scenario.threshold) : []),
		];
	});
}

function routerProblems({ id, routerAuc, easyShare, observed }: Segment): ModelProblem[] {
	const p = observed?.routedSmall ?? null;
	const q = observed?.smallSuccess ?? null;
	if (routerAuc !== null || easyShare === null || p === null || q === null) return [];
	// Values out of range are reported by `rangeProblems`.
	if (![p, q, easyShare].every(isFraction)) return [];
	const found = observedDiscrimination(p, q, easyShare);
	if (found.kind === 'found') return [];
	if (found.kind === 'not-identified') {
		const isMixDegenerate = p === 0 || p === 1;
		return [
			{
				path: isMixDegenerate ? `segments.${id}.observed.routedSmall` : `segments.${id}.easyShare`,
				message: `segment ${id}: ${isMixDegenerate ? `observed at ${formatPercentExactly(p)} routed small` : `at an easy share of ${formatPercentExactly(easyShare)}`}, small success says nothing about the router's skill`,
				help: `Between 0% and 100%, both excluded, it does. ${ALTERNATIVE}`,
			},
		];
	}
	const allowed = formatPercentRange(found.from, found.below);
	return [
		{
			path: `segments.${id}.observed.smallSuccess`,
			message: `segment ${id}: no router reaches a small success of ${formatPercentExactly(q)} with ${formatPercentExactly(p)} routed small when the easy share is ${formatPercentExactly(easyShare)}`,
			help: `Allowed: from ${allowed.from} (a coin flip) to below ${allowed.below} (a perfect router). ${ALTERNATIVE}`,
		},
	];
}

function detectionProblems({ id, detection, observed }: Segment): ModelProblem[] {
	const escalated = observed?.escalationRate ?? null;
	const success = observed?.smallSuccess ?? null;
	if (detection !== null || escalated === null || success === null || ![escalated, success].every(isFraction))
		return [];
	const failed = 1 - success;
	if (escalated <= failed * (1 + TOLERANCE)) return [];
	return [
		{
			path: `segments.${id}.observed.escalationRate`,
			message: `segment ${id}: ${formatPercentExactly(escalated)} were escalated but only ${formatPercentExactly(failed)} failed (small success is ${formatPercentExactly(success)})`,
			help: `An escalation is a failure that somebody noticed: at most ${formatPercentExactly(failed)}. What a judge passes up although it was right is check.falseAlarms. Or give detection (0% to 100%): where it is given, it wins over what was observed.`,
		},
	];
}

function thresholdProblems(segment: Segment, threshold: number): ModelProblem[] {
	const { id, easyShare, routerAuc, observed } = segment;
	if (!movesWithThreshold(segment)) return [];
	const setTo = `the threshold is set to ${threshold}`;
	if (easyShare === null)
		return [
			{
				path: `segments.${id}.easyShare`,
				message: `${setTo}, but the easy share of segment ${id} is not measured, so nobody knows what it would move`,
				help: 'Give easyShare (0% to 100%), or leave the threshold at 0.',
			},
		];
	const isSkillKnown = routerAuc !== null || (observed?.routedSmall != null && observed.smallSuccess !== null);
	if (isSkillKnown || easyShare === 0 || easyShare === 1) return [];
	return [
		{
			path: `segments.${id}.routerAuc`,
			message: `${setTo}, but the router's skill in segment ${id} is not measured, so nobody knows what it would move`,
			help: 'Give routerAuc (0.5 to 0.9999), or what was observed (routedSmall and smallSuccess), or leave the threshold at 0.',
		},
	];
}

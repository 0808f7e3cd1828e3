import type { Check, Lane, Scenario } from '../scenario.js';
import { orNaN } from '../unmeasured.js';
import type { Draws } from './draws.js';
import type { SegmentOdds } from './odds.js';
import type { Fate, MissingInput, RepairReason } from './types.js';

/** Decides what happens to the request with these draws, by the model's definitions. */
export function decideFate({ threshold, strongDetection }: Scenario, odds: readonly SegmentOdds[], draws: Draws): Fate {
	const segmentIndex = segmentAt(odds, draws.uniform('segment'));
	const segmentOdds = odds[segmentIndex] as SegmentOdds;
	const route = routeOf(segmentOdds, threshold, draws);
	const handling = handleAnswer(segmentOdds, route, draws);
	const ending = endRequest(segmentOdds, strongDetection, { ...route, ...handling }, draws);
	return { segmentIndex, ...route, ...handling, ...ending };
}

function segmentAt(odds: readonly SegmentOdds[], uniform: number): number {
	let remaining = uniform;
	const segmentIndex = odds.findIndex(({ segment }) => {
		remaining -= segment.share;
		return remaining < 0;
	});
	return segmentIndex < 0 ? odds.length - 1 : segmentIndex;
}

type Routing = Pick<Fate, 'lane' | 'routed' | 'score' | 'easy'>;

function routeOf(
	{ segment, mix, easy, distance, cutoff, smallSuccess }: SegmentOdds,
	threshold: number,
	draws: Draws,
): Routing {
	if (mix === 0 || mix === 1) {
		const routed = segment.override === 'strong' ? 'override' : 'mix';
		return {
			lane: mix === 0 ? 'strong' : 'small',
			routed,
			score: null,
			easy: drawIfKnown(mix === 0 ? easy : smallSuccess, 'easy', draws),
		};
	}
	if (!Number.isNaN(cutoff)) {
		const isEasy = draws.chance('easy', easy);
		const score = (isEasy ? distance : 0) + draws.normal('score');
		return { lane: score > cutoff ? 'small' : 'strong', routed: 'score', score, easy: isEasy };
	}
	if (threshold !== 0) return { lane: null, routed: 'unknown', score: null, easy: null };
	const lane: Lane = draws.chance('lane', mix) ? 'small' : 'strong';
	return { lane, routed: 'lot', score: null, easy: lane === 'small' ? drawIfKnown(smallSuccess, 'easy', draws) : null };
}

type Handling = Pick<Fate, 'flagged' | 'noticed' | 'repaired' | 'repair' | 'easy'>;

/** Decides whether a small answer is flagged or noticed, and whether it is run again. */
function handleAnswer(odds: SegmentOdds, { lane, easy }: Routing, draws: Draws): Handling {
	const { check } = odds;
	const untouched = { easy, flagged: null, noticed: null };
	if (lane === null) return { ...untouched, repaired: null, repair: 'unknown' };
	if (lane === 'strong') return { ...untouched, repaired: false, repair: 'strong-lane' };
	const noticed = easy === false ? drawIfKnown(odds.detection, 'noticed', draws) : easy === null ? null : false;
	if (check !== null) {
		const flagged = drawFlag(odds, check, easy, noticed, draws);
		const repair = flagged === null ? 'unknown' : flagged ? 'flagged' : 'passed';
		return { easy, noticed, flagged, repaired: flagged, repair };
	}
	const withoutCheck = (repaired: boolean, repair: RepairReason): Handling => ({
		easy,
		flagged: null,
		noticed,
		repaired,
		repair,
	});
	const rate = odds.segment.repairRate;
	if (rate === 0) return withoutCheck(false, 'never');
	if (rate === 1) return withoutCheck(true, 'always');
	// The repair rate is known, but not which answers it hits, so it is unknown whether this request was easy.
	if (Number.isNaN(odds.blind))
		return { ...withoutCheck(draws.chance('repair', rate), 'lot'), easy: null, noticed: null };
	const repaired = draws.chance('repair', noticed ? odds.aimed : odds.blind);
	return withoutCheck(repaired, noticed ? (repaired ? 'aimed' : 'not-reached') : repaired ? 'blind' : 'left');
}

/**
 * Decides whether a check flags the answer: it flags first the wrong answers that users would have noticed. null:
 * unknown.
 */
function drawFlag(
	{ detection }: SegmentOdds,
	{ catches, falseAlarms }: Check,
	easy: boolean | null,
	noticed: boolean | null,
	draws: Draws,
): boolean | null {
	if (catches === 0 && falseAlarms === 0) return false;
	if (easy === null) return null;
	if (easy) return drawIfKnown(orNaN(falseAlarms), 'flag', draws);
	if (noticed === null || catches === null) return drawIfKnown(orNaN(catches), 'flag', draws);
	return draws.chance('flag', noticed ? catches / detection : (catches - detection) / (1 - detection));
}

type Ending = Pick<Fate, 'strongRight' | 'outcome' | 'missing'>;

function endRequest(odds: SegmentOdds, strongDetection: number | null, fate: Routing & Handling, draws: Draws): Ending {
	const unknown = (missing: MissingInput): Ending => ({ strongRight: null, outcome: null, missing });
	const { lane, easy, repaired } = fate;
	const { strongOnEasy, strongOnHard, easyShare } = odds.segment;
	const easeMissing: MissingInput =
		fate.repair === 'lot' && !Number.isNaN(odds.smallSuccess)
			? 'detection'
			: easyShare === null
				? 'easyShare'
				: 'routerSkill';
	if (lane === null) return unknown(easeMissing);
	if (repaired === null) return unknown(easy === null ? easeMissing : easy ? 'falseAlarms' : 'catches');
	if (lane === 'small' && !repaired) {
		if (easy === null) return unknown(easeMissing);
		if (easy) return { strongRight: null, outcome: 'resolved', missing: null };
		if (fate.noticed === null) return unknown('detection');
		return { strongRight: null, outcome: fate.noticed ? 'handoff' : 'silent', missing: null };
	}
	// If both are equal, it does not matter whether the request was easy.
	if (easy === null && (strongOnEasy === null || strongOnEasy !== strongOnHard)) return unknown(easeMissing);
	const right = easy ? strongOnEasy : strongOnHard;
	if (right === null) return unknown(easy ? 'strongOnEasy' : 'strongOnHard');
	const strongRight = draws.chance('strong', right);
	if (strongRight) return { strongRight, outcome: 'resolved', missing: null };
	if (strongDetection === null) return { strongRight, outcome: null, missing: 'strongDetection' };
	return { strongRight, outcome: draws.chance('strongNoticed', strongDetection) ? 'handoff' : 'silent', missing: null };
}

const drawIfKnown = (probability: number, draw: Parameters<Draws['chance']>[0], draws: Draws): boolean | null =>
	Number.isNaN(probability) ? null : draws.chance(draw, probability);

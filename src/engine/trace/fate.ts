import type { Check, Lane, Scenario } from '../scenario.js';
import { orNaN } from '../unmeasured.js';
import type { Draws } from './draws.js';
import type { Odds } from './odds.js';
import type { Fate, Missing, RepairReason } from './types.js';

/** What happens to the request of these draws, as the model's definitions tell it. */
export function fateOf({ threshold, strongDetection }: Scenario, odds: readonly Odds[], draws: Draws): Fate {
	const at = segmentAt(odds, draws.uniform('segment'));
	const own = odds[at] as Odds;
	const route = routeOf(own, threshold, draws);
	const handled = handle(own, route, draws);
	const ended = end(own, strongDetection, { ...route, ...handled }, draws);
	return { at, ...route, ...handled, ...ended };
}

function segmentAt(odds: readonly Odds[], uniform: number): number {
	let left = uniform;
	const at = odds.findIndex(({ segment }) => {
		left -= segment.share;
		return left < 0;
	});
	return at < 0 ? odds.length - 1 : at;
}

type Routed = Pick<Fate, 'lane' | 'routed' | 'score' | 'easy'>;

function routeOf({ segment, mix, easy, distance, cut, smallSuccess }: Odds, dial: number, draws: Draws): Routed {
	if (mix === 0 || mix === 1) {
		const routed = segment.override === 'strong' ? 'override' : 'mix';
		return {
			lane: mix === 0 ? 'strong' : 'small',
			routed,
			score: null,
			easy: drawn(mix === 0 ? easy : smallSuccess, 'easy', draws),
		};
	}
	if (!Number.isNaN(cut)) {
		const isEasy = draws.chance('easy', easy);
		const score = (isEasy ? distance : 0) + draws.normal('score');
		return { lane: score > cut ? 'small' : 'strong', routed: 'score', score, easy: isEasy };
	}
	if (dial !== 0) return { lane: null, routed: 'unknown', score: null, easy: null };
	const lane: Lane = draws.chance('lane', mix) ? 'small' : 'strong';
	return { lane, routed: 'lot', score: null, easy: lane === 'small' ? drawn(smallSuccess, 'easy', draws) : null };
}

type Handled = Pick<Fate, 'flagged' | 'noticed' | 'repaired' | 'repair' | 'easy'>;

/** Who looks at a small answer, and whether it is run again. */
function handle(odds: Odds, { lane, easy }: Routed, draws: Draws): Handled {
	const { check } = odds;
	const untouched = { easy, flagged: null, noticed: null };
	if (lane === null) return { ...untouched, repaired: null, repair: 'unknown' };
	if (lane === 'strong') return { ...untouched, repaired: false, repair: 'strong-lane' };
	const noticed = easy === false ? drawn(odds.detection, 'noticed', draws) : easy === null ? null : false;
	if (check !== null) {
		const flagged = flag(odds, check, easy, noticed, draws);
		const repair = flagged === null ? 'unknown' : flagged ? 'flagged' : 'passed';
		return { easy, noticed, flagged, repaired: flagged, repair };
	}
	const done = (repaired: boolean, repair: RepairReason): Handled => ({
		easy,
		flagged: null,
		noticed,
		repaired,
		repair,
	});
	const rate = odds.segment.repairRate;
	if (rate === 0) return done(false, 'never');
	if (rate === 1) return done(true, 'always');
	// Repairs are known to happen, but not to whom: then it is not known either whether this one was easy.
	if (Number.isNaN(odds.blind)) return { ...done(draws.chance('repair', rate), 'lot'), easy: null, noticed: null };
	const repaired = draws.chance('repair', noticed ? odds.aimed : odds.blind);
	return done(repaired, noticed ? (repaired ? 'aimed' : 'not-reached') : repaired ? 'blind' : 'left');
}

/** A check flags those wrong answers first that would have been noticed anyway. null: unknown. */
function flag(
	{ detection }: Odds,
	{ catches, falseAlarms }: Check,
	easy: boolean | null,
	noticed: boolean | null,
	draws: Draws,
): boolean | null {
	if (catches === 0 && falseAlarms === 0) return false;
	if (easy === null) return null;
	if (easy) return drawn(orNaN(falseAlarms), 'flag', draws);
	if (noticed === null || catches === null) return drawn(orNaN(catches), 'flag', draws);
	return draws.chance('flag', noticed ? catches / detection : (catches - detection) / (1 - detection));
}

type Ended = Pick<Fate, 'strongRight' | 'outcome' | 'missing'>;

function end(odds: Odds, strongDetection: number | null, fate: Routed & Handled, draws: Draws): Ended {
	const unknown = (missing: Missing): Ended => ({ strongRight: null, outcome: null, missing });
	const { lane, easy, repaired } = fate;
	const { strongOnEasy, strongOnHard, easyShare } = odds.segment;
	const ease: Missing =
		fate.repair === 'lot' && !Number.isNaN(odds.smallSuccess)
			? 'detection'
			: easyShare === null
				? 'easyShare'
				: 'routerSkill';
	if (lane === null) return unknown(ease);
	if (repaired === null) return unknown(easy === null ? ease : easy ? 'falseAlarms' : 'catches');
	if (lane === 'small' && !repaired) {
		if (easy === null) return unknown(ease);
		if (easy) return { strongRight: null, outcome: 'resolved', missing: null };
		if (fate.noticed === null) return unknown('detection');
		return { strongRight: null, outcome: fate.noticed ? 'handoff' : 'silent', missing: null };
	}
	// Where both are equal, it does not matter which it was.
	if (easy === null && (strongOnEasy === null || strongOnEasy !== strongOnHard)) return unknown(ease);
	const right = easy ? strongOnEasy : strongOnHard;
	if (right === null) return unknown(easy ? 'strongOnEasy' : 'strongOnHard');
	const strongRight = draws.chance('strong', right);
	if (strongRight) return { strongRight, outcome: 'resolved', missing: null };
	if (strongDetection === null) return { strongRight, outcome: null, missing: 'strongDetection' };
	return { strongRight, outcome: draws.chance('strongNoticed', strongDetection) ? 'handoff' : 'silent', missing: null };
}

const drawn = (probability: number, draw: Parameters<Draws['chance']>[0], draws: Draws): boolean | null =>
	Number.isNaN(probability) ? null : draws.chance(draw, probability);

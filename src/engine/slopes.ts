import type { RateSums } from './board.js';
import { checkOf, laneCosts, strongAt } from './cost.js';
import type { Board } from './evaluate.js';
import { type CheckAnswers, type Evidence, strongLabels } from './evidence.js';
import type { Check, Segment } from './scenario.js';
import type { SegmentNumbers } from './segment.js';
import { orNaN, ROUNDING, times } from './unmeasured.js';

/**
 * How the board's sums move with a measured rate θ: ∂sum/∂θ, exact, at fixed p, E and r (r only where no check derives
 * it). NaN: not measured.
 */
export type Slopes = { -readonly [Sum in keyof RateSums]: number };

/** A rate that was measured on finitely many answers. */
export interface MeasuredRate {
	readonly value: number;
	/** Answers behind it; NaN: none, or nobody knows. */
	readonly labels: number;
	readonly slopes: Slopes;
}

/** By place; the places of boards with the same segments are the same. undefined: this board has no such rate. */
export type MeasuredRates = readonly (MeasuredRate | undefined)[];

/** Places of a segment's rates: q, tₑ, tₕ, δ, and catches and falseAlarms of a check of its own. */
const PLACES = 6;

/**
 * The measured rates of a board.
 *
 * @param evidence behind strong detection and checks; a board of one segment keeps that of the whole
 */
export function measuredRates(board: Board, evidence: Evidence): MeasuredRates {
	const { scenario, numbers } = board;
	const end = scenario.segments.length * PLACES;
	const rates: (MeasuredRate | undefined)[] = new Array(end + 3).fill(undefined);
	const detected = flat();
	const [caught, alarmed] = [flat(), flat()];
	for (const [i, segment] of scenario.segments.entries()) {
		const at = i * PLACES;
		const own = numbers[i] as SegmentNumbers;
		const part = partOf(board, i, segment, own);
		const strong = strongRates(part);
		rates[at + 1] = strong.onEasy;
		rates[at + 2] = strong.onHard;
		const failed = times(own.p, times(own.caught, 1 - part.onHard) + times(own.wasted, 1 - part.onEasy));
		const lost = failed + times(1 - own.p, failedStrong(part));
		detected.handoff += times(segment.share, lost);
		detected.silent -= times(segment.share, lost);
		detected.silentLoss -= times(times(segment.share, lost), part.silentCost);
		if (own.p === 0) continue;
		rates[at] = { value: own.q, labels: orNaN(segment.labels), slopes: through(part, bySuccess(part)) };
		// What nobody measured moves nothing that has a value.
		if (!Number.isNaN(part.delta)) {
			const labels = orNaN(segment.labels) * (1 - own.q);
			rates[at + 3] = { value: part.delta, labels, slopes: through(part, byDetection(part)) };
		}
		if (part.check === null) continue;
		const [catches, alarms] = [through(part, byCatches(part, part.check)), through(part, byAlarms(part))];
		if (segment.check !== null) {
			const answers = evidence.ownChecks.get(segment.id);
			[rates[at + 4], rates[at + 5]] = checkRates(part.check, answers, catches, alarms);
		} else {
			add(caught, catches);
			add(alarmed, alarms);
		}
	}
	rates[end] = { value: orNaN(scenario.strongDetection), labels: evidence.strongFailures, slopes: detected };
	if (scenario.check !== null)
		[rates[end + 1], rates[end + 2]] = checkRates(scenario.check, evidence.check, caught, alarmed);
	return rates;
}

const checkRates = (
	{ catches, falseAlarms }: Check,
	answers: CheckAnswers | undefined,
	onCatches: Slopes,
	onAlarms: Slopes,
): [MeasuredRate, MeasuredRate] => [
	{ value: orNaN(catches), labels: orNaN(answers?.wrong), slopes: onCatches },
	{ value: orNaN(falseAlarms), labels: orNaN(answers?.right), slopes: onAlarms },
];

/** What the slopes of one segment depend on. */
interface Part {
	readonly segment: Segment;
	readonly own: SegmentNumbers;
	readonly check: Check | null;
	readonly delta: number;
	readonly detected: number;
	readonly onEasy: number;
	readonly onHard: number;
	readonly silentCost: number;
	/** USD of a strong answer at this mix; needed only where a check moves repairs. */
	readonly strongCost: number;
}

function partOf({ scenario, calibration }: Board, i: number, segment: Segment, own: SegmentNumbers): Part {
	const check = checkOf(scenario, segment);
	return {
		segment,
		own,
		check,
		delta: orNaN(calibration[i]?.delta),
		detected: orNaN(scenario.strongDetection),
		onEasy: orNaN(segment.strongOnEasy),
		onHard: orNaN(segment.strongOnHard),
		silentCost: orNaN(segment.silentCost),
		strongCost: check === null ? 0 : strongAt(laneCosts(scenario, segment), own.p),
	};
}

const flat = (): Slopes => ({
	cost: 0,
	resolution: 0,
	handoff: 0,
	silent: 0,
	silentLoss: 0,
	repaired: 0,
	escalated: 0,
	falseEasy: 0,
	avoidable: 0,
	gained: 0,
	falseHard: 0,
	allSmall: 0,
	allStrong: 0,
});

/** Slopes of nothing. */
export const FLAT: Readonly<Slopes> = flat();
const SUMS = Object.keys(FLAT) as (keyof Slopes)[];

function add(sum: Slopes, more: Slopes): void {
	for (const name of SUMS) sum[name] += more[name];
}

/** How the fate of small answers moves with a rate: q, c, v, e₂ and s of the model, per small-routed request. */
interface SmallSlopes {
	readonly success: number;
	readonly caught: number;
	readonly wasted: number;
	readonly escalated: number;
	readonly silent: number;
}

const STILL: SmallSlopes = { success: 0, caught: 0, wasted: 0, escalated: 0, silent: 0 };

/** The board's sums, through what happens to a segment's small answers. */
function through(
	{ segment, own, check, detected, onEasy, onHard, silentCost, strongCost }: Part,
	{ success, caught, wasted, escalated, silent }: SmallSlopes,
): Slopes {
	const { p } = own;
	const wp = segment.share * p;
	// u = (E − p·q)/(1 − p): what is right in the small lane is missing in the strong one.
	const replaced = p < 1 ? times(success, onEasy - onHard) : 0;
	const failed = times(caught, 1 - onHard) + times(wasted, 1 - onEasy) + replaced;
	const unnoticed = silent + times(1 - detected, failed);
	const repaired = check === null ? 0 : caught + wasted;
	return {
		cost: times(wp, times(repaired, strongCost)),
		resolution: times(wp, success - times(wasted, 1 - onEasy) + times(caught, onHard) - replaced),
		handoff: times(wp, escalated + times(detected, failed)),
		silent: times(wp, unnoticed),
		silentLoss: times(times(wp, unnoticed), silentCost),
		repaired: times(wp, repaired),
		escalated: times(wp, escalated),
		falseEasy: -wp * success,
		avoidable: -times(wp * success, onHard),
		gained: times(wp * success, 1 - onEasy),
		falseHard: p < 1 ? -wp * success : 0,
		// Without an easy share, what was observed stands for all of it.
		allSmall: segment.easyShare === null ? segment.share * success : 0,
		allStrong: 0,
	};
}

/** ∂/∂q. */
function bySuccess({ own: { q }, check, delta, segment }: Part): SmallSlopes {
	if (check !== null) {
		const [catches, alarms] = [orNaN(check.catches), orNaN(check.falseAlarms)];
		const missed = 1 - catches;
		const escalated = missed === 0 ? 0 : Math.max(0, delta - catches);
		return { success: 1, caught: -catches, wasted: alarms, escalated: -escalated, silent: escalated - missed };
	}
	const rate = segment.repairRate;
	const noticed = times(delta, 1 - q);
	// Repairs that only reach noticed failures, and those that go on beyond them.
	const short: SmallSlopes = { success: 1, caught: 0, wasted: 0, escalated: -delta, silent: delta - 1 };
	if (rate === 0) return short;
	if (rate === 1) return { success: 1, caught: -1, wasted: 1, escalated: 0, silent: 0 };
	const [blind, moved] = blindRepairs(rate, noticed, -delta);
	const unnoticed = times(1 - delta, 1 - q);
	const found = times(moved, unnoticed) - times(blind, 1 - delta);
	const beyond: SmallSlopes = {
		success: 1,
		caught: -delta + found,
		wasted: times(moved, q) + blind,
		escalated: 0,
		silent: delta - 1 - found,
	};
	return atKink(noticed - rate, short, beyond, q === 0 ? beyond : q === 1 ? short : null);
}

/** ∂/∂δ. */
function byDetection({ own: { q }, check, delta, segment }: Part): SmallSlopes {
	const failed = 1 - q;
	const handed: SmallSlopes = { ...STILL, escalated: failed, silent: -failed };
	if (check !== null)
		return atKink(
			delta - orNaN(check.catches),
			handed,
			STILL,
			check.catches === delta ? (delta === 0 ? handed : delta === 1 ? STILL : null) : null,
		);
	const rate = segment.repairRate;
	if (rate === 0) return handed;
	if (rate === 1) return STILL;
	const noticed = times(delta, failed);
	const [blind, moved] = blindRepairs(rate, noticed, failed);
	const found = times(moved, times(1 - delta, failed)) - times(blind, failed);
	const beyond: SmallSlopes = {
		success: 0,
		caught: failed + found,
		wasted: times(moved, q),
		escalated: 0,
		silent: -failed - found,
	};
	return atKink(noticed - rate, handed, beyond, delta === 1 ? beyond : delta === 0 ? handed : null);
}

/** Share of the answers nobody complained of that repairs re-run blindly, (r − e₁)/(1 − e₁), and its slope. */
function blindRepairs(rate: number, noticed: number, slope: number): readonly [number, number] {
	const rest = 1 - noticed;
	return [(rate - noticed) / rest, times(slope, rate - 1) / (rest * rest)];
}

/** ∂/∂catches. */
function byCatches({ own: { q }, delta }: Part, { catches }: Check): SmallSlopes {
	const failed = 1 - q;
	const first: SmallSlopes = { ...STILL, caught: failed, escalated: -failed };
	const silent: SmallSlopes = { ...STILL, caught: failed, silent: -failed };
	const inside = delta === catches ? (catches === 0 ? silent : catches === 1 ? first : null) : null;
	return atKink(delta - orNaN(catches), first, silent, inside);
}

/** ∂/∂falseAlarms. */
const byAlarms = ({ own: { q } }: Part): SmallSlopes => ({ ...STILL, wasted: q });

/**
 * The slope on the side where `distance` is; on the kink itself, the mean of both sides; NaN where nobody knows the side
 * and it matters.
 *
 * @param inside the slope where the rate can only move to one side, as at 0 and 1; null: both
 */
function atKink(distance: number, above: SmallSlopes, below: SmallSlopes, inside: SmallSlopes | null): SmallSlopes {
	if (Math.abs(distance) > ROUNDING) return distance > 0 ? above : below;
	if (inside !== null) return inside;
	const side = Number.isNaN(distance) ? Number.NaN : 0.5;
	const mean = (of: keyof SmallSlopes): number =>
		above[of] === below[of] ? above[of] : side * (above[of] + below[of]);
	return {
		success: mean('success'),
		caught: mean('caught'),
		wasted: mean('wasted'),
		escalated: mean('escalated'),
		silent: mean('silent'),
	};
}

/** tₑ and tₕ; where they are equal and the easy share is unknown they are one quantity. */
function strongRates(part: Part): { readonly onEasy: MeasuredRate; readonly onHard: MeasuredRate | undefined } {
	const { segment, own, onEasy, onHard } = part;
	const { p, q, u, wasted, caught } = own;
	const [reruns, repairs] = p === 0 ? [0, 0] : [times(p, wasted), times(p, caught)];
	const [rightSmall, wrongSmall] = p === 0 ? [0, 0] : [times(p, q), times(p, 1 - q)];
	const labels = strongLabels(segment);
	const easy = orNaN(segment.easyShare);
	if (segment.easyShare === null && onEasy === onHard) {
		const slopes = strongSlopes(part, reruns + repairs + (1 - p), 1);
		slopes.avoidable = segment.share * wrongSmall;
		slopes.gained = -segment.share * rightSmall;
		return { onEasy: { value: onEasy, labels, slopes }, onHard: undefined };
	}
	const onEasySlopes = strongSlopes(part, reruns + times(1 - p, u), easy);
	onEasySlopes.gained = -segment.share * rightSmall;
	const onHardSlopes = strongSlopes(part, repairs + times(1 - p, 1 - u), 1 - easy);
	onHardSlopes.avoidable = segment.share * wrongSmall;
	return {
		onEasy: { value: onEasy, labels: labels * easy, slopes: onEasySlopes },
		onHard: { value: onHard, labels: labels * (1 - easy), slopes: onHardSlopes },
	};
}

/** @param reached requests of the segment, as a share, that the strong model answers at this rate */
function strongSlopes({ segment, detected, silentCost }: Part, reached: number, ofSegment: number): Slopes {
	const slopes = flat();
	const right = segment.share * reached;
	slopes.resolution = right;
	slopes.handoff = -times(detected, right);
	slopes.silent = -times(1 - detected, right);
	slopes.silentLoss = times(slopes.silent, silentCost);
	slopes.allStrong = segment.share * ofSegment;
	return slopes;
}

/** Share of what stays strong that fails. */
const failedStrong = ({ own: { u }, onEasy, onHard }: Part): number =>
	onEasy === onHard ? 1 - onEasy : times(u, 1 - onEasy) + times(1 - u, 1 - onHard);

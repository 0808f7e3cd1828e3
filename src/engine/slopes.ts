import type { RateSums } from './board.js';
import { checkOf, laneCosts, strongAt } from './cost.js';
import type { Board } from './evaluate.js';
import { type CheckAnswers, type Evidence, strongLabels } from './evidence.js';
import type { Check, Segment } from './scenario.js';
import type { SegmentNumbers } from './segment.js';
import { orNaN, ROUNDING, times } from './unmeasured.js';

/** Columns of slopes: the sums that move with a measured rate. */
export const COLUMN = {
	cost: 0,
	resolution: 1,
	handoff: 2,
	silent: 3,
	silentLoss: 4,
	repaired: 5,
	escalated: 6,
	falseEasy: 7,
	avoidable: 8,
	gained: 9,
	falseHard: 10,
	allSmall: 11,
	allStrong: 12,
} as const satisfies Record<keyof RateSums, number>;

/** Columns of a row. */
export const COLUMNS = 13;

/**
 * The rates of a board that were measured on finitely many answers, by place; the places of boards with the same
 * segments are the same. Columns of numbers instead of objects: a board of 57 segments has thousands of slopes, and
 * they are worked out on every key.
 */
export interface MeasuredRates {
	/** Whether this board has such a rate. */
	readonly exists: readonly boolean[];
	readonly values: readonly number[];
	/** Answers behind each; NaN: none, or nobody knows. */
	readonly labels: readonly number[];
	/**
	 * How the board's sums move with a rate θ, a row of `COLUMNS` each: ∂sum/∂θ, exact, at fixed p, E and r (r only where
	 * no check derives it). NaN: not measured. Rates that do not exist move nothing.
	 */
	readonly slopes: readonly number[];
}

/** Not a Float64Array: one of that size lives outside of the heap, and costs more to throw away than to fill. */
export const zeros = (length: number): number[] => new Array<number>(length).fill(0);

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
	const rates: Draft = {
		exists: new Array<boolean>(end + 3).fill(false),
		values: zeros(end + 3),
		labels: zeros(end + 3),
		slopes: zeros((end + 3) * COLUMNS),
	};
	const { slopes } = rates;
	const detection = end * COLUMNS;
	for (const [i, segment] of scenario.segments.entries()) {
		const at = i * PLACES;
		const own = numbers[i] as SegmentNumbers;
		const part = partOf(board, i, segment, own);
		strongRates(rates, at + 1, part);
		const failed = times(own.p, times(own.caught, 1 - part.onHard) + times(own.wasted, 1 - part.onEasy));
		const lost = times(segment.share, failed + times(1 - own.p, failedStrong(part)));
		add(slopes, detection + COLUMN.handoff, lost);
		add(slopes, detection + COLUMN.silent, -lost);
		add(slopes, detection + COLUMN.silentLoss, -times(lost, part.silentCost));
		if (own.p === 0) continue;
		measured(rates, at, own.q, orNaN(segment.labels));
		through(slopes, at * COLUMNS, part, bySuccess(part));
		// What nobody measured moves nothing that has a value.
		if (!Number.isNaN(part.delta)) {
			measured(rates, at + 3, part.delta, orNaN(segment.labels) * (1 - own.q));
			through(slopes, (at + 3) * COLUMNS, part, byDetection(part));
		}
		if (part.check === null) continue;
		const place = segment.check === null ? end + 1 : at + 4;
		if (segment.check !== null) measuredCheck(rates, place, part.check, evidence.ownChecks.get(segment.id));
		through(slopes, place * COLUMNS, part, byCatches(part, part.check));
		through(slopes, (place + 1) * COLUMNS, part, byAlarms(part));
	}
	measured(rates, end, orNaN(scenario.strongDetection), evidence.strongFailures);
	if (scenario.check !== null) measuredCheck(rates, end + 1, scenario.check, evidence.check);
	return rates;
}

/** Rates that are being filled in. */
type Draft = { readonly [Name in keyof MeasuredRates]: MeasuredRates[Name][number][] };

function measured({ exists, values, labels }: Draft, place: number, value: number, behind: number): void {
	exists[place] = true;
	values[place] = value;
	labels[place] = behind;
}

function measuredCheck(
	rates: Draft,
	place: number,
	{ catches, falseAlarms }: Check,
	answers: CheckAnswers | undefined,
): void {
	measured(rates, place, orNaN(catches), orNaN(answers?.wrong));
	measured(rates, place + 1, orNaN(falseAlarms), orNaN(answers?.right));
}

function add(slopes: number[], at: number, more: number): void {
	slopes[at] = (slopes[at] as number) + more;
}

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

/** How the fate of small answers moves with a rate: q, c, v, e₂ and s of the model, per small-routed request. */
interface SmallSlopes {
	readonly success: number;
	readonly caught: number;
	readonly wasted: number;
	readonly escalated: number;
	readonly silent: number;
}

const STILL: SmallSlopes = { success: 0, caught: 0, wasted: 0, escalated: 0, silent: 0 };

/** Adds to the row at `at` how the board's sums move through what happens to a segment's small answers. */
function through(
	slopes: number[],
	at: number,
	{ segment, own, check, detected, onEasy, onHard, silentCost, strongCost }: Part,
	{ success, caught, wasted, escalated, silent }: SmallSlopes,
): void {
	const { p } = own;
	const wp = segment.share * p;
	// u = (E − p·q)/(1 − p): what is right in the small lane is missing in the strong one.
	const replaced = p < 1 ? times(success, onEasy - onHard) : 0;
	const failed = times(caught, 1 - onHard) + times(wasted, 1 - onEasy) + replaced;
	const unnoticed = times(wp, silent + times(1 - detected, failed));
	const repaired = check === null ? 0 : caught + wasted;
	add(slopes, at + COLUMN.cost, times(wp, times(repaired, strongCost)));
	const right = success - times(wasted, 1 - onEasy) + times(caught, onHard) - replaced;
	add(slopes, at + COLUMN.resolution, times(wp, right));
	add(slopes, at + COLUMN.handoff, times(wp, escalated + times(detected, failed)));
	add(slopes, at + COLUMN.silent, unnoticed);
	add(slopes, at + COLUMN.silentLoss, times(unnoticed, silentCost));
	add(slopes, at + COLUMN.repaired, times(wp, repaired));
	add(slopes, at + COLUMN.escalated, times(wp, escalated));
	add(slopes, at + COLUMN.falseEasy, -wp * success);
	add(slopes, at + COLUMN.avoidable, -times(wp * success, onHard));
	add(slopes, at + COLUMN.gained, times(wp * success, 1 - onEasy));
	if (p < 1) add(slopes, at + COLUMN.falseHard, -wp * success);
	// Without an easy share, what was observed stands for all of it.
	if (segment.easyShare === null) add(slopes, at + COLUMN.allSmall, segment.share * success);
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

/** tₑ and tₕ, from `place` on; where they are equal and the easy share is unknown they are one quantity. */
function strongRates(rates: Draft, place: number, part: Part): void {
	const { segment, own, onEasy, onHard } = part;
	const { p, q, u, wasted, caught } = own;
	const [reruns, repairs] = p === 0 ? [0, 0] : [times(p, wasted), times(p, caught)];
	const rightSmall = p === 0 ? 0 : segment.share * times(p, q);
	const wrongSmall = p === 0 ? 0 : segment.share * times(p, 1 - q);
	const labels = strongLabels(segment);
	const easy = orNaN(segment.easyShare);
	const { slopes } = rates;
	const [first, second] = [place * COLUMNS, (place + 1) * COLUMNS];
	add(slopes, first + COLUMN.gained, -rightSmall);
	if (segment.easyShare === null && onEasy === onHard) {
		measured(rates, place, onEasy, labels);
		answered(slopes, first, part, reruns + repairs + (1 - p), 1);
		add(slopes, first + COLUMN.avoidable, wrongSmall);
		return;
	}
	measured(rates, place, onEasy, labels * easy);
	answered(slopes, first, part, reruns + times(1 - p, u), easy);
	measured(rates, place + 1, onHard, labels * (1 - easy));
	answered(slopes, second, part, repairs + times(1 - p, 1 - u), 1 - easy);
	add(slopes, second + COLUMN.avoidable, wrongSmall);
}

/** @param reached requests of the segment, as a share, that the strong model answers at this rate */
function answered(
	slopes: number[],
	at: number,
	{ segment, detected, silentCost }: Part,
	reached: number,
	ofSegment: number,
): void {
	const right = segment.share * reached;
	const silent = -times(1 - detected, right);
	add(slopes, at + COLUMN.resolution, right);
	add(slopes, at + COLUMN.handoff, -times(detected, right));
	add(slopes, at + COLUMN.silent, silent);
	add(slopes, at + COLUMN.silentLoss, times(silent, silentCost));
	add(slopes, at + COLUMN.allStrong, segment.share * ofSegment);
}

/** Share of what stays strong that fails. */
const failedStrong = ({ own: { u }, onEasy, onHard }: Part): number =>
	onEasy === onHard ? 1 - onEasy : times(u, 1 - onEasy) + times(1 - u, 1 - onHard);

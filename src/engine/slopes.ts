import type { RateSums } from './board.js';
import { effectiveCheck, laneCosts, strongCostAt } from './cost.js';
import type { Board } from './evaluate.js';
import { type CheckLabels, type Evidence, strongLabels } from './evidence.js';
import type { Check, Segment } from './scenario.js';
import type { SegmentNumbers } from './segment.js';
import { orNaN, ROUNDING, times } from './unmeasured.js';

/** Columns of slopes, one for each sum that depends on a measured rate. */
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

/** Number of columns in a row. */
export const COLUMN_COUNT = 13;

/**
 * The rates of a board that were measured on a finite number of answers, by index. Boards with the same segments have
 * the same indexes. Stored as columns of numbers instead of objects: a board of 57 segments has thousands of slopes,
 * computed on every key press.
 */
export interface MeasuredRates {
	/** Whether the board has this rate. */
	readonly exists: readonly boolean[];
	readonly values: readonly number[];
	/** Number of labelled answers behind each; NaN: none, or unknown. */
	readonly labels: readonly number[];
	/**
	 * ∂sum/∂θ of the board's sums for each rate θ, in rows of `COLUMN_COUNT`: exact, at fixed p, E and r (r only if no
	 * check derives it). NaN: not measured. 0 for rates that do not exist.
	 */
	readonly slopes: readonly number[];
}

/**
 * Returns an array of zeros. Not a `Float64Array`: at this size its off-heap memory costs more to free than to fill.
 */
export const zeros = (length: number): number[] => new Array<number>(length).fill(0);

/** Number of rates per segment: q, tₑ, tₕ, δ, and catches and falseAlarms of its own check. */
const RATES_PER_SEGMENT = 6;

/**
 * Computes the measured rates of a board and their slopes.
 *
 * @param evidence behind strong detection and checks; a board of one segment keeps that of the whole
 */
export function measuredRates(board: Board, evidence: Evidence): MeasuredRates {
	const { scenario } = board;
	const end = scenario.segments.length * RATES_PER_SEGMENT;
	const rates: Draft = {
		exists: new Array<boolean>(end + 3).fill(false),
		values: zeros(end + 3),
		labels: zeros(end + 3),
		slopes: zeros((end + 3) * COLUMN_COUNT),
	};
	const { slopes } = rates;
	const detection = end * COLUMN_COUNT;
	for (const [i, segment] of scenario.segments.entries()) {
		const at = i * RATES_PER_SEGMENT;
		const numbers = board.numbers[i] as SegmentNumbers;
		const inputs = segmentInputs(board, i, segment, numbers);
		addStrongRates(rates, at + 1, inputs);
		const failed = times(
			numbers.p,
			times(numbers.caught, 1 - inputs.onHard) + times(numbers.wasted, 1 - inputs.onEasy),
		);
		const lost = times(segment.share, failed + times(1 - numbers.p, failedStrong(inputs)));
		add(slopes, detection + COLUMN.handoff, lost);
		add(slopes, detection + COLUMN.silent, -lost);
		add(slopes, detection + COLUMN.silentLoss, -times(lost, inputs.silentCost));
		if (numbers.p === 0) continue;
		setRate(rates, at, numbers.q, orNaN(segment.labels));
		addSmallSlopes(slopes, at * COLUMN_COUNT, inputs, slopesBySuccess(inputs));
		// An unmeasured rate affects no figure that has a value.
		if (!Number.isNaN(inputs.delta)) {
			setRate(rates, at + 3, inputs.delta, orNaN(segment.labels) * (1 - numbers.q));
			addSmallSlopes(slopes, (at + 3) * COLUMN_COUNT, inputs, slopesByDetection(inputs));
		}
		if (inputs.check === null) continue;
		const index = segment.check === null ? end + 1 : at + 4;
		if (segment.check !== null) setCheckRates(rates, index, inputs.check, evidence.ownChecks.get(segment.id));
		addSmallSlopes(slopes, index * COLUMN_COUNT, inputs, slopesByCatches(inputs, inputs.check));
		addSmallSlopes(slopes, (index + 1) * COLUMN_COUNT, inputs, slopesByFalseAlarms(inputs));
	}
	setRate(rates, end, orNaN(scenario.strongDetection), evidence.strongFailures);
	if (scenario.check !== null) setCheckRates(rates, end + 1, scenario.check, evidence.check);
	return rates;
}

/** Rates while they are being filled in. */
type Draft = { readonly [Name in keyof MeasuredRates]: MeasuredRates[Name][number][] };

function setRate({ exists, values, labels }: Draft, index: number, value: number, labelCount: number): void {
	exists[index] = true;
	values[index] = value;
	labels[index] = labelCount;
}

function setCheckRates(
	rates: Draft,
	index: number,
	{ catches, falseAlarms }: Check,
	answers: CheckLabels | undefined,
): void {
	setRate(rates, index, orNaN(catches), orNaN(answers?.wrong));
	setRate(rates, index + 1, orNaN(falseAlarms), orNaN(answers?.right));
}

function add(slopes: number[], at: number, more: number): void {
	slopes[at] = (slopes[at] as number) + more;
}

/** Inputs of one segment that its slopes depend on. */
interface SegmentInputs {
	readonly segment: Segment;
	readonly numbers: SegmentNumbers;
	readonly check: Check | null;
	readonly delta: number;
	readonly strongDetection: number;
	readonly onEasy: number;
	readonly onHard: number;
	readonly silentCost: number;
	/** USD of a strong answer at this mix; 0 without a check, where it is not needed. */
	readonly strongCost: number;
}

function segmentInputs(
	{ scenario, calibration }: Board,
	i: number,
	segment: Segment,
	numbers: SegmentNumbers,
): SegmentInputs {
	const check = effectiveCheck(scenario, segment);
	return {
		segment,
		numbers,
		check,
		delta: orNaN(calibration[i]?.delta),
		strongDetection: orNaN(scenario.strongDetection),
		onEasy: orNaN(segment.strongOnEasy),
		onHard: orNaN(segment.strongOnHard),
		silentCost: orNaN(segment.silentCost),
		strongCost: check === null ? 0 : strongCostAt(laneCosts(scenario, segment), numbers.p),
	};
}

/** Derivatives by a rate of the outcomes of small answers: q, c, v, e₂ and s of the model, per small-routed request. */
interface SmallSlopes {
	readonly success: number;
	readonly caught: number;
	readonly wasted: number;
	readonly escalated: number;
	readonly silent: number;
}

const NO_SLOPES: SmallSlopes = { success: 0, caught: 0, wasted: 0, escalated: 0, silent: 0 };

/** Adds to the row at `at` the slopes of the board's sums that come from a segment's small answers. */
function addSmallSlopes(
	slopes: number[],
	at: number,
	{ segment, numbers, check, strongDetection, onEasy, onHard, silentCost, strongCost }: SegmentInputs,
	{ success, caught, wasted, escalated, silent }: SmallSlopes,
): void {
	const { p } = numbers;
	const wp = segment.share * p;
	// u = (E − p·q)/(1 − p): easy requests in the small lane are missing from the strong one.
	const replaced = p < 1 ? times(success, onEasy - onHard) : 0;
	const failed = times(caught, 1 - onHard) + times(wasted, 1 - onEasy) + replaced;
	const unnoticed = times(wp, silent + times(1 - strongDetection, failed));
	const repaired = check === null ? 0 : caught + wasted;
	add(slopes, at + COLUMN.cost, times(wp, times(repaired, strongCost)));
	const right = success - times(wasted, 1 - onEasy) + times(caught, onHard) - replaced;
	add(slopes, at + COLUMN.resolution, times(wp, right));
	add(slopes, at + COLUMN.handoff, times(wp, escalated + times(strongDetection, failed)));
	add(slopes, at + COLUMN.silent, unnoticed);
	add(slopes, at + COLUMN.silentLoss, times(unnoticed, silentCost));
	add(slopes, at + COLUMN.repaired, times(wp, repaired));
	add(slopes, at + COLUMN.escalated, times(wp, escalated));
	add(slopes, at + COLUMN.falseEasy, -wp * success);
	add(slopes, at + COLUMN.avoidable, -times(wp * success, onHard));
	add(slopes, at + COLUMN.gained, times(wp * success, 1 - onEasy));
	if (p < 1) add(slopes, at + COLUMN.falseHard, -wp * success);
	// Without an easy share, the observed small success is assumed for the whole segment.
	if (segment.easyShare === null) add(slopes, at + COLUMN.allSmall, segment.share * success);
}

/** Computes ∂/∂q. */
function slopesBySuccess({ numbers: { q }, check, delta, segment }: SegmentInputs): SmallSlopes {
	if (check !== null) {
		const [catches, alarms] = [orNaN(check.catches), orNaN(check.falseAlarms)];
		const missed = 1 - catches;
		const escalated = missed === 0 ? 0 : Math.max(0, delta - catches);
		return { success: 1, caught: -catches, wasted: alarms, escalated: -escalated, silent: escalated - missed };
	}
	const rate = segment.repairRate;
	const noticed = times(delta, 1 - q);
	// `short`: repairs reach only noticed failures; `beyond`: they reach all of those and other answers too.
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
	return slopesAtKink(noticed - rate, short, beyond, q === 0 ? beyond : q === 1 ? short : null);
}

/** Computes ∂/∂δ. */
function slopesByDetection({ numbers: { q }, check, delta, segment }: SegmentInputs): SmallSlopes {
	const failed = 1 - q;
	const moreHandoffs: SmallSlopes = { ...NO_SLOPES, escalated: failed, silent: -failed };
	if (check !== null)
		return slopesAtKink(
			delta - orNaN(check.catches),
			moreHandoffs,
			NO_SLOPES,
			check.catches === delta ? (delta === 0 ? moreHandoffs : delta === 1 ? NO_SLOPES : null) : null,
		);
	const rate = segment.repairRate;
	if (rate === 0) return moreHandoffs;
	if (rate === 1) return NO_SLOPES;
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
	return slopesAtKink(noticed - rate, moreHandoffs, beyond, delta === 1 ? beyond : delta === 0 ? moreHandoffs : null);
}

/** Computes the share of answers not noticed as wrong that are re-run blindly, (r − e₁)/(1 − e₁), and its slope. */
function blindRepairs(rate: number, noticed: number, slope: number): readonly [number, number] {
	const rest = 1 - noticed;
	return [(rate - noticed) / rest, times(slope, rate - 1) / (rest * rest)];
}

/** Computes ∂/∂catches. */
function slopesByCatches({ numbers: { q }, delta }: SegmentInputs, { catches }: Check): SmallSlopes {
	const failed = 1 - q;
	const fewerHandoffs: SmallSlopes = { ...NO_SLOPES, caught: failed, escalated: -failed };
	const fewerSilent: SmallSlopes = { ...NO_SLOPES, caught: failed, silent: -failed };
	const inside = delta === catches ? (catches === 0 ? fewerSilent : catches === 1 ? fewerHandoffs : null) : null;
	return slopesAtKink(delta - orNaN(catches), fewerHandoffs, fewerSilent, inside);
}

/** Computes ∂/∂falseAlarms. */
const slopesByFalseAlarms = ({ numbers: { q } }: SegmentInputs): SmallSlopes => ({ ...NO_SLOPES, wasted: q });

/**
 * Returns the slopes on the side of the kink that `distance` is on; on the kink itself, the mean of both; NaN if the
 * side is unknown and it matters.
 *
 * @param inside the slopes if the rate can move to one side only, as at 0 and 1; null: it can move to both
 */
function slopesAtKink(
	distance: number,
	above: SmallSlopes,
	below: SmallSlopes,
	inside: SmallSlopes | null,
): SmallSlopes {
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

/** Adds tₑ and tₕ, from `index` on; if they are equal and the easy share is unknown, they are one rate. */
function addStrongRates(rates: Draft, index: number, inputs: SegmentInputs): void {
	const { segment, numbers, onEasy, onHard } = inputs;
	const { p, q, u, wasted, caught } = numbers;
	const [reruns, repairs] = p === 0 ? [0, 0] : [times(p, wasted), times(p, caught)];
	const rightSmall = p === 0 ? 0 : segment.share * times(p, q);
	const wrongSmall = p === 0 ? 0 : segment.share * times(p, 1 - q);
	const labels = strongLabels(segment);
	const easy = orNaN(segment.easyShare);
	const { slopes } = rates;
	const [firstRow, secondRow] = [index * COLUMN_COUNT, (index + 1) * COLUMN_COUNT];
	add(slopes, firstRow + COLUMN.gained, -rightSmall);
	if (segment.easyShare === null && onEasy === onHard) {
		setRate(rates, index, onEasy, labels);
		addStrongSlopes(slopes, firstRow, inputs, reruns + repairs + (1 - p), 1);
		add(slopes, firstRow + COLUMN.avoidable, wrongSmall);
		return;
	}
	setRate(rates, index, onEasy, labels * easy);
	addStrongSlopes(slopes, firstRow, inputs, reruns + times(1 - p, u), easy);
	setRate(rates, index + 1, onHard, labels * (1 - easy));
	addStrongSlopes(slopes, secondRow, inputs, repairs + times(1 - p, 1 - u), 1 - easy);
	add(slopes, secondRow + COLUMN.avoidable, wrongSmall);
}

/**
 * Adds the slopes of a strong model's success.
 *
 * @param reached share of the segment's requests that the strong model answers at this rate
 * @param ofSegment share of the segment that this rate applies to if everything is strong
 */
function addStrongSlopes(
	slopes: number[],
	at: number,
	{ segment, strongDetection, silentCost }: SegmentInputs,
	reached: number,
	ofSegment: number,
): void {
	const right = segment.share * reached;
	const silent = -times(1 - strongDetection, right);
	add(slopes, at + COLUMN.resolution, right);
	add(slopes, at + COLUMN.handoff, -times(strongDetection, right));
	add(slopes, at + COLUMN.silent, silent);
	add(slopes, at + COLUMN.silentLoss, times(silent, silentCost));
	add(slopes, at + COLUMN.allStrong, segment.share * ofSegment);
}

/** Computes the share of strong-routed requests that fail. */
const failedStrong = ({ numbers: { u }, onEasy, onHard }: SegmentInputs): number =>
	onEasy === onHard ? 1 - onEasy : times(u, 1 - onEasy) + times(1 - u, 1 - onHard);

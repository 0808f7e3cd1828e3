import { formatPercentExactly } from '../../engine/problems/format.js';
import type { Segment } from '../../engine/scenario.js';
import type { GivenShares, ScenarioDocument } from './document.js';

/** The model's tolerance for the sum of shares. */
const TOLERANCE = 1e-9;
/** Largest error of a sum that rounding at the source explains: hundreds of shares to one decimal. */
const MAX_ROUNDING_ERROR = 0.02;

export function toGivenShares(shares: readonly number[]): GivenShares {
	return { shares, sum: shares.reduce((sum, share) => sum + share, 0) };
}

/** Returns whether a sum is off, but by no more than rounding explains. */
export const isRounded = (sum: number): boolean => !isOne(sum) && Math.abs(sum - 1) <= MAX_ROUNDING_ERROR + TOLERANCE;

const isOne = (sum: number): boolean => Math.abs(sum - 1) <= TOLERANCE;

/**
 * Normalizes shares to sum to 100%. If rounding does not explain their sum, returns them unchanged, so that the model
 * refuses them.
 */
export const normalizeShares = ({ shares, sum }: GivenShares): readonly number[] =>
	isRounded(sum) ? shares.map((share) => share / sum) : shares;

/** Returns the shares to write to a file: the original ones, unless a share was edited since. */
export function sharesToWrite(given: GivenShares | null, segments: readonly Segment[]): readonly number[] {
	return given && isUnedited(given, segments) ? given.shares : segments.map(({ share }) => share);
}

function isUnedited(given: GivenShares, segments: readonly Segment[]): boolean {
	const now = normalizeShares(given);
	return now.length === segments.length && segments.every(({ share }, i) => share === now[i]);
}

/** Returns a report's note on normalized shares: a sentence, or none. */
export function shareNotes({ givenShares: given, scenario }: ScenarioDocument): readonly string[] {
	if (given === null || !isRounded(given.sum) || !isUnedited(given, scenario.segments)) return [];
	return [
		`The shares in the file sum to ${formatPercentExactly(given.sum)}: each was divided by that sum (shares: normalize).`,
	];
}

/** Returns further help for shares that do not sum to 100%; empty: none. */
export function normalizeHelp(shares: readonly number[], asked: boolean): string {
	const { sum } = toGivenShares(shares);
	if (asked)
		return `shares: normalize takes sums from ${formatPercentExactly(1 - MAX_ROUNDING_ERROR)} to ${formatPercentExactly(1 + MAX_ROUNDING_ERROR)}: look for a segment that is missing, or there twice.`;
	return isRounded(sum) ? 'Where the source rounded them, leave them and add the line shares: normalize.' : '';
}

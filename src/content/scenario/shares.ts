import { percent } from '../../engine/problems/say.js';
import type { Segment } from '../../engine/scenario.js';
import type { GivenShares, ScenarioDocument } from './document.js';

/** The model holds a sum of shares to this. */
const EXACT = 1e-9;
/** How far from 100% rounding at the source can bring a sum: hundreds of shares to one decimal. */
const ROUNDING = 0.02;

export function givenShares(shares: readonly number[]): GivenShares {
	return { shares, sum: shares.reduce((sum, share) => sum + share, 0) };
}

/** Whether a sum is off, and by no more than rounding explains. */
export const isRounded = (sum: number): boolean => !isWhole(sum) && Math.abs(sum - 1) <= ROUNDING + EXACT;

const isWhole = (sum: number): boolean => Math.abs(sum - 1) <= EXACT;

/** Shares that sum to 100%; as given where rounding does not explain why they do not, so that the model refuses them. */
export const normalizedShares = ({ shares, sum }: GivenShares): readonly number[] =>
	isRounded(sum) ? shares.map((share) => share / sum) : shares;

/** What a file has for the shares of its segments: what it had, unless one was edited since. */
export function writtenShares(given: GivenShares | null, segments: readonly Segment[]): readonly number[] {
	return given && isAsGiven(given, segments) ? given.shares : segments.map(({ share }) => share);
}

function isAsGiven(given: GivenShares, segments: readonly Segment[]): boolean {
	const now = normalizedShares(given);
	return now.length === segments.length && segments.every(({ share }, i) => share === now[i]);
}

/** What a report has to say of shares that the source had rounded: a sentence, or none. */
export function shareNotes({ givenShares: given, scenario }: ScenarioDocument): readonly string[] {
	if (given === null || !isRounded(given.sum) || !isAsGiven(given, scenario.segments)) return [];
	return [`The shares in the file sum to ${percent(given.sum)}: each was divided by that sum (shares: normalize).`];
}

/** What to do about shares that do not sum to 100%, beside mending them; empty: nothing else. */
export function normalizeHelp(shares: readonly number[], asked: boolean): string {
	const { sum } = givenShares(shares);
	if (asked)
		return `shares: normalize takes sums from ${percent(1 - ROUNDING)} to ${percent(1 + ROUNDING)}: look for a segment that is missing, or there twice.`;
	return isRounded(sum) ? 'Where the source rounded them, leave them and add the line shares: normalize.' : '';
}

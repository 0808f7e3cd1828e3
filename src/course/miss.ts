/**
 * How far a guess was from the truth, as a share of the larger of the two: 0 is exact, 1 is off by everything. So
 * guesses of rates, money and time can stand in one line.
 *
 * @returns null where there was no truth to compare with
 */
export function missOf(guess: number, truth: number | null): number | null {
	if (truth === null) return null;
	const larger = Math.max(Math.abs(guess), Math.abs(truth));
	return larger === 0 ? 0 : Math.min(1, Math.abs(guess - truth) / larger);
}

import type { Calibration } from './calibration.js';
import { assumedSuccess } from './ends.js';
import { quantile } from './normal.js';
import { cut, route, type Split, usedDiscrimination } from './router.js';
import type { Scenario } from './scenario.js';
import { isDialled, mixOf } from './splits.js';
import { threshold } from './threshold.js';
import { orNaN } from './unmeasured.js';

/** The board-wide threshold shift Δ, with every segment's own threshold computed once. */
export interface Dial {
	/** Whether Δ moves any traffic: some segment has 0 < p < 1 and no override. */
	readonly moves: boolean;
	/** Returns each segment's split at Δ; at +∞ the segments that move are all strong, at −∞ all small. */
	at(shift: number): readonly Split[];
	/** Returns `count` values of Δ, from +∞ to −∞, that spread the board's small share about evenly. `count` ≥ 2. */
	positions(count: number): readonly number[];
}

interface MovingSegment {
	readonly share: number;
	readonly easy: number;
	readonly d: number;
	readonly tau: number;
}

/** Prepares the threshold shift of a board; null if a segment that it moves has no `easyShare` or no router skill. */
export function dialOf(scenario: Scenario, calibration: Calibration): Dial | null {
	const settings = scenario.segments.map((segment, i): MovingSegment | Split => {
		const easy = orNaN(segment.easyShare);
		if (!isDialled(segment)) return route(mixOf(segment), easy, Number.NaN, 0, assumedSuccess(segment));
		const d = usedDiscrimination(easy, orNaN(calibration[i]?.d));
		return { share: segment.share, easy, d, tau: threshold(segment.routedSmall, easy, d) };
	});
	const moving = settings.filter((setting): setting is MovingSegment => 'tau' in setting);
	if (moving.some(({ easy, d }) => Number.isNaN(easy + d))) return null;
	return {
		moves: moving.some(({ share }) => share > 0),
		at: (shift) =>
			settings.map((setting) => ('tau' in setting ? cut(setting.tau + shift, setting.easy, setting.d) : setting)),
		positions: (count) => evenShifts(moving, count),
	};
}

// A request goes small if its score − τ is above Δ. The quantiles of a normal with the mean and variance of
// score − τ over the board give steps of about equal small share.
function evenShifts(moving: readonly MovingSegment[], count: number): readonly number[] {
	const sumOverMoving = (of: (segment: MovingSegment) => number): number =>
		moving.reduce((sum, segment) => sum + segment.share * of(segment), 0);
	const total = sumOverMoving(() => 1);
	const mean = sumOverMoving(({ easy, d, tau }) => easy * d - tau) / total;
	const square = sumOverMoving(({ easy, d, tau }) => 1 + easy * (d - tau) ** 2 + (1 - easy) * tau ** 2) / total;
	const deviation = Math.sqrt(Math.max(0, square - mean * mean));
	return Array.from({ length: count }, (_, i) => mean - deviation * quantile(i / (count - 1)));
}

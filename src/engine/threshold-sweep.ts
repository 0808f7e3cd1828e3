import type { Calibration } from './calibration.js';
import { assumedSuccess } from './lane-resolution.js';
import { quantile } from './normal.js';
import { effectiveDiscrimination, routeSegment, type Split, splitAtThreshold } from './router.js';
import type { Scenario } from './scenario.js';
import { effectiveMix, movesWithThreshold } from './splits.js';
import { segmentThreshold } from './threshold.js';
import { orNaN } from './unmeasured.js';

/** The board-wide threshold shift Δ, with every segment's own threshold computed once. */
export interface ThresholdSweep {
	/** Whether Δ moves any traffic: some segment has 0 < p < 1 and no override. */
	readonly movesTraffic: boolean;
	/** Returns each segment's split at Δ; at +∞ the segments that move are all strong, at −∞ all small. */
	splitsAt(shift: number): readonly Split[];
	/** Returns `count` values of Δ, from +∞ to −∞, that spread the board's small share about evenly. `count` ≥ 2. */
	shifts(count: number): readonly number[];
}

interface MovingSegment {
	readonly share: number;
	readonly easy: number;
	readonly d: number;
	readonly tau: number;
}

/** Prepares the threshold shift of a board; null if a segment that it moves has no `easyShare` or no router skill. */
export function prepareSweep(scenario: Scenario, calibration: Calibration): ThresholdSweep | null {
	const settings = scenario.segments.map((segment, i): MovingSegment | Split => {
		const easy = orNaN(segment.easyShare);
		if (!movesWithThreshold(segment))
			return routeSegment(effectiveMix(segment), easy, Number.NaN, 0, assumedSuccess(segment));
		const d = effectiveDiscrimination(easy, orNaN(calibration[i]?.d));
		return { share: segment.share, easy, d, tau: segmentThreshold(segment.routedSmall, easy, d) };
	});
	const moving = settings.filter((setting): setting is MovingSegment => 'tau' in setting);
	if (moving.some(({ easy, d }) => Number.isNaN(easy + d))) return null;
	return {
		movesTraffic: moving.some(({ share }) => share > 0),
		splitsAt: (shift) =>
			settings.map((setting) =>
				'tau' in setting ? splitAtThreshold(setting.tau + shift, setting.easy, setting.d) : setting,
			),
		shifts: (count) => evenShifts(moving, count),
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

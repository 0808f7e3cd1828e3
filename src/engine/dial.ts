import type { Calibration } from './calibration.js';
import { assumedSuccess } from './ends.js';
import { quantile } from './normal.js';
import { cut, route, type Split, usedDiscrimination } from './router.js';
import type { Scenario } from './scenario.js';
import { isDialled, mixOf } from './splits.js';
import { threshold } from './threshold.js';
import { orNaN } from './unmeasured.js';

/** The dial Δ over the whole board, with every segment's own threshold worked out once. */
export interface Dial {
	/** Whether it moves anything: some traffic has 0 < p < 1 and no override. */
	readonly moves: boolean;
	/** How each segment is split at Δ; +∞ is all strong, −∞ all small, for the segments that move. */
	at(shift: number): readonly Split[];
	/** Values of Δ from +∞ to −∞ that spread the board's small share about evenly. `count` ≥ 2. */
	positions(count: number): readonly number[];
}

interface Dialled {
	readonly share: number;
	readonly easy: number;
	readonly d: number;
	readonly tau: number;
}

/** null: some segment that the dial moves has no `easyShare`, or no router skill. */
export function dialOf(scenario: Scenario, calibration: Calibration): Dial | null {
	const settings = scenario.segments.map((segment, i): Dialled | Split => {
		const easy = orNaN(segment.easyShare);
		if (!isDialled(segment)) return route(mixOf(segment), easy, Number.NaN, 0, assumedSuccess(segment));
		const d = usedDiscrimination(easy, orNaN(calibration[i]?.d));
		return { share: segment.share, easy, d, tau: threshold(segment.routedSmall, easy, d) };
	});
	const dialled = settings.filter((setting): setting is Dialled => 'tau' in setting);
	if (dialled.some(({ easy, d }) => Number.isNaN(easy + d))) return null;
	return {
		moves: dialled.some(({ share }) => share > 0),
		at: (shift) => settings.map((set) => ('tau' in set ? cut(set.tau + shift, set.easy, set.d) : set)),
		positions: (count) => spread(dialled, count),
	};
}

// A request is small while its score − τ is above Δ. The quantiles of the normal with that quantity's mean and
// variance over the board give steps of about equal small share.
function spread(dialled: readonly Dialled[], count: number): readonly number[] {
	const over = (of: (segment: Dialled) => number): number =>
		dialled.reduce((sum, segment) => sum + segment.share * of(segment), 0);
	const total = over(() => 1);
	const mean = over(({ easy, d, tau }) => easy * d - tau) / total;
	const square = over(({ easy, d, tau }) => 1 + easy * (d - tau) ** 2 + (1 - easy) * tau ** 2) / total;
	const deviation = Math.sqrt(Math.max(0, square - mean * mean));
	return Array.from({ length: count }, (_, i) => mean - deviation * quantile(i / (count - 1)));
}

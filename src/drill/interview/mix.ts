import { type KindCounts, RUN_KINDS, type RunKind } from './kinds.js';

/** Half of a run is talk; what was measured and what went wrong share the other half. */
const WEIGHTS: KindCounts = { interview: 2, numbers: 1, diagnose: 1 };

/**
 * Shares places out among the kinds, one at a time, each to the kind that is furthest behind its weight (highest
 * averages with the divisors 1, 3, 5, …: Sainte-Laguë). From three places on each kind has one; a kind that has no
 * cards left passes its places to the others.
 *
 * @param places how many questions; more than there is room for fill the room
 * @param room how many cards there are of each kind
 */
export function mixOf(places: number, room: KindCounts): KindCounts {
	const counts: Record<RunKind, number> = { interview: 0, numbers: 0, diagnose: 0 };
	const claim = (kind: RunKind): number => WEIGHTS[kind] / (2 * counts[kind] + 1);
	for (let place = 0; place < places; place++) {
		const open = RUN_KINDS.filter((kind) => counts[kind] < room[kind]);
		const [first, ...others] = open;
		if (first === undefined) break;
		counts[others.reduce((best, kind) => (claim(kind) > claim(best) ? kind : best), first)]++;
	}
	return counts;
}

import type { Changes, MetricName, Scenario, Segment } from '../../engine/scenario.js';
import type { Seeded } from '../seeded.js';
import type { Wanted } from './board.js';

/** What goes wrong on a healthy board, and what puts it right. */
export interface Fault {
	/** The board before, where the shape needs something of it that was not drawn. */
	readonly healthy: Scenario;
	/** The changes of the second, third and fourth week, each on top of the ones before. */
	readonly weeks: readonly [Changes, Changes, Changes];
	/** Changes on top of the fourth week that mend it. */
	readonly solution: Changes;
	/** The segment that it is about, where it is about one. */
	readonly segment: string | null;
}

/** How one shape comes about. */
export interface Mechanism {
	readonly wanted: Wanted;
	/** The metric whose limit it breaks. */
	readonly breaks: MetricName;
	/** null: this board does not suit it. */
	readonly strike: (random: Seeded, healthy: Scenario) => Fault | null;
}

/** What most shapes want of their board. */
export const ORDINARY: Wanted = { tiers: 'sometimes', redone: 0.5, stake: 1, smallRisk: false };

/** The segments that may be routed small at all. */
export const routed = (scenario: Scenario): readonly Segment[] =>
	scenario.segments.filter(({ override }) => override === null);

/** The same field of several segments, as changes. */
export function each(
	segments: readonly Segment[],
	field: 'routedSmall' | 'repairRate' | 'routerAuc',
	value: (segment: Segment, at: number) => number,
): Changes {
	return Object.fromEntries(segments.map((segment, i) => [`segments.${segment.id}.${field}`, value(segment, i)]));
}

/** The board with some fields of its segments replaced. */
export function withSegments(scenario: Scenario, change: (segment: Segment, at: number) => Partial<Segment>): Scenario {
	return { ...scenario, segments: scenario.segments.map((one, i) => ({ ...one, ...change(one, i) })) };
}

import type { Changes, MetricName, Scenario, Segment } from '../../engine/scenario.js';
import type { SeededRandom } from '../seeded-random.js';
import type { BoardNeeds } from './board.js';

/** Fault on a healthy board, with its solution. */
export interface Fault {
	/** The board before the fault, adjusted where the shape needs something that was not drawn. */
	readonly healthy: Scenario;
	/** Changes of the second, third and fourth week, each on top of the ones before. */
	readonly weeks: readonly [Changes, Changes, Changes];
	/** Changes on top of the fourth week that mend it. */
	readonly solution: Changes;
	/** Id of the segment at fault; null if the fault is about the whole board. */
	readonly segment: string | null;
}

/** Mechanism that produces one shape. */
export interface Mechanism {
	readonly needs: BoardNeeds;
	/** The metric whose limit the fault breaks. */
	readonly brokenMetric: MetricName;
	/** Returns the fault, or null if this board does not suit it. */
	readonly apply: (random: SeededRandom, healthy: Scenario) => Fault | null;
}

/** Board needs shared by most shapes. */
export const DEFAULT_NEEDS: BoardNeeds = { tiers: 'sometimes', maxRepaired: 0.5, stakeFactor: 1, smallRisk: false };

/** Returns the segments without an override, which may be routed small. */
export const routableSegments = (scenario: Scenario): readonly Segment[] =>
	scenario.segments.filter(({ override }) => override === null);

/** Returns changes that set one field in several segments. */
export function setEach(
	segments: readonly Segment[],
	field: 'routedSmall' | 'repairRate' | 'routerAuc',
	value: (segment: Segment, at: number) => number,
): Changes {
	return Object.fromEntries(segments.map((segment, i) => [`segments.${segment.id}.${field}`, value(segment, i)]));
}

/** Returns the board with some fields of its segments replaced. */
export function withSegments(scenario: Scenario, change: (segment: Segment, at: number) => Partial<Segment>): Scenario {
	return { ...scenario, segments: scenario.segments.map((segment, i) => ({ ...segment, ...change(segment, i) })) };
}

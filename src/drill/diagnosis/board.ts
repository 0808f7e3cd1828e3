import { evaluate } from '../../engine/index.js';
import type { Lane, LaneLatency, Scenario, Segment } from '../../engine/scenario.js';
import { clamp, roundSignificant, roundToStep } from '../numbers/format.js';
import type { SeededRandom } from '../seeded-random.js';

/** Requirements of a shape on the board it is drawn on. */
export interface BoardNeeds {
	/** Whether segments are customer tiers. Some other shapes have tiers too, so that tiers alone mean nothing. */
	readonly tiers: 'always' | 'never' | 'sometimes';
	/** Largest share, 0..1, of the noticed failures that is repaired in the healthy state. */
	readonly maxRepaired: number;
	/** Factor on the cost of a silent failure. */
	readonly stakeFactor: number;
	/** Whether the high-risk segment is made a small part of the traffic. */
	readonly smallRisk: boolean;
}

/** Draws a value between two bounds, rounded to a step. */
export const drawBetween = (random: SeededRandom, low: number, high: number, step = 0.01): number =>
	roundToStep(low + random.uniform() * (high - low), step);

/**
 * Draws a healthy board, before the fault. Names and prices are the context's; shares, stakes and waits are near the
 * context's, and every rate is fresh.
 */
export function drawBoard(random: SeededRandom, context: Scenario, wanted: BoardNeeds): Scenario {
	const tiers = wanted.tiers === 'always' || (wanted.tiers === 'sometimes' && random.chance(1 / 3));
	const sources = tiers ? tierSegments(random, context) : context.segments;
	const shares = drawShares(random, sources, !tiers && (wanted.smallRisk || random.chance(0.5)));
	const stake = wanted.stakeFactor * random.pick([1, 0.6, 0.35]);
	const segments = sources.map((source, i) => freshSegment(random, source, shares[i] ?? 0, stake));
	const board: Scenario = {
		...context,
		routerCost: 0,
		segments,
		strongDetection: drawBetween(random, 0.65, 0.88),
		handoffCost: drawNear(random, context.handoffCost ?? 4),
		check: null,
		latency: context.latency && {
			measures: context.latency.measures,
			...drawWaits(random, context.latency),
		},
		threshold: 0,
		volumePerWeek: drawNear(random, context.volumePerWeek ?? 10_000),
		workers: null,
		weeks: [],
		states: [],
		guardrails: [],
		rows: [],
		owners: {},
	};
	return withRepairs(board, wanted.maxRepaired * random.uniform());
}

/** Draws a value within a factor of 1.45, to two digits. */
const drawNear = (random: SeededRandom, value: number): number =>
	roundSignificant(value * 1.45 ** (2 * random.uniform() - 1), 2);

function drawWaits(random: SeededRandom, waits: Readonly<Record<Lane, LaneLatency>>): Record<Lane, LaneLatency> {
	const factor = 1.3 ** (2 * random.uniform() - 1);
	const lane = ({ p50, p95 }: LaneLatency): LaneLatency => ({
		p50: roundSignificant(p50 * factor, 2),
		p95: roundSignificant(p95 * factor * 1.1 ** (2 * random.uniform() - 1), 2),
	});
	return { small: lane(waits.small), strong: lane(waits.strong) };
}

/** Draws shares near those of the sources; `smallRisk` makes every high-risk segment 1% to 4% of the traffic. */
function drawShares(random: SeededRandom, sources: readonly Segment[], smallRisk: boolean): readonly number[] {
	const raw = sources.map(({ share }) => share * 1.4 ** (2 * random.uniform() - 1));
	const rareShares = sources.map(({ risk }) =>
		smallRisk && risk === 'high' ? drawBetween(random, 0.01, 0.04, 0.005) : null,
	);
	const remaining = 1 - rareShares.reduce((sum: number, share) => sum + (share ?? 0), 0);
	const sum = raw.reduce((total, share, i) => total + (rareShares[i] === null ? share : 0), 0);
	const shares = raw.map((share, i) => rareShares[i] ?? Math.max(0.02, roundToStep((remaining * share) / sum, 0.01)));
	const largest = shares.indexOf(Math.max(...shares));
	const rest = shares.reduce((total, share, i) => (i === largest ? total : total + share), 0);
	return shares.map((share, i) => (i === largest ? roundToStep(1 - rest, 0.005) : share));
}

const TIERS = [
	['Free plan', 'Plus plan', 'Premium plan'],
	['Guests', 'Members', 'Patrons'],
	['Trial users', 'Team plan', 'Enterprise plan'],
	['Basic tier', 'Standard tier', 'Gold tier'],
] as const;

/** Divides the context's traffic into customer tiers. All ask the same mix, so they are about equally easy. */
function tierSegments(random: SeededRandom, context: Scenario): readonly Segment[] {
	const [first] = context.segments;
	if (!first) return [];
	const mean = (of: (segment: Segment) => number): number =>
		context.segments.reduce((sum, segment) => sum + segment.share * of(segment), 0);
	// One segment with a huge stake would make the mean of all of them huge.
	const stakes = context.segments.map(({ silentCost }) => silentCost ?? 1).sort((a, b) => a - b);
	const stake = stakes[Math.floor((stakes.length - 1) / 2)] ?? 1;
	const easy = clamp(
		mean(({ easyShare }) => easyShare ?? 0.85),
		0.82,
		0.88,
	);
	return random.pick(TIERS).map((name, i) => ({
		...first,
		id: name.split(' ')[0]?.toLowerCase() ?? name,
		name,
		share: [0.55, 0.28, 0.17][i] ?? 0,
		risk: i === 2 ? ('medium' as const) : ('low' as const),
		easyShare: easy,
		silentCost: stake * ([0.5, 1, 2][i] ?? 1),
		tokens: null,
		steps: null,
	}));
}

function freshSegment(random: SeededRandom, source: Segment, share: number, stake: number): Segment {
	const easyShare = clamp(roundToStep((source.easyShare ?? 0.8) + drawBetween(random, -0.03, 0.03), 0.01), 0.4, 0.95);
	// In the healthy state the router sends a smaller part of a harder segment to the small model.
	const trusted = easyShare >= 0.78 ? drawBetween(random, 0.52, 0.7) : drawBetween(random, 0.3, 0.45);
	return {
		...source,
		share,
		override: source.risk === 'high' ? 'strong' : null,
		routedSmall: roundToStep(easyShare * trusted, 0.01),
		repairRate: 0,
		easyShare,
		strongOnEasy: drawBetween(random, 0.97, 0.992, 0.001),
		strongOnHard: drawBetween(random, 0.76, 0.88),
		observed: null,
		routerAuc: drawBetween(random, 0.8, 0.92),
		detection: drawBetween(random, 0.4, 0.72),
		labels: drawBetween(random, 3000, 9000, 100),
		silentCost: roundSignificant(Math.max(0.05, drawNear(random, source.silentCost ?? 1) * stake), 2),
	};
}

/** Returns the board with part of the failures noticed in the small lane repaired, in steps of half a point. */
function withRepairs(board: Scenario, share: number): Scenario {
	const { segments } = evaluate(board);
	const rate = (i: number): number => roundToStep((segments[i]?.escalated ?? 0) * share, 0.005);
	return { ...board, segments: board.segments.map((segment, i) => ({ ...segment, repairRate: rate(i) })) };
}

import { roundSignificant, roundToStep } from '../numbers/format.js';
import { drawBetween } from './board.js';
import { DEFAULT_NEEDS, type Mechanism, routableSegments, setEach, withSegments } from './fault.js';

/** F1: one hard segment sends far more requests small than the small model can handle, under an unchanged router. */
export const falseEasy: Mechanism = {
	needs: DEFAULT_NEEDS,
	brokenMetric: 'resolution',
	apply(random, board) {
		const candidates = routableSegments(board).filter(({ share }) => share >= 0.1 && share <= 0.45);
		if (candidates.length === 0 || routableSegments(board).length < 2) return null;
		const { id, repairRate } = random.pick(candidates);
		const before = drawBetween(random, 0.1, 0.2);
		const after = drawBetween(random, 0.6, 0.78);
		const hard = { easyShare: drawBetween(random, 0.42, 0.58), routedSmall: before, repairRate };
		const path = `segments.${id}.routedSmall`;
		return {
			healthy: withSegments(board, (segment) => (segment.id === id ? hard : {})),
			weeks: [
				random.chance(0.5) ? {} : { [path]: roundToStep(before + 0.05, 0.01) },
				{ [path]: roundToStep(before + (after - before) * random.pick([0.5, 0.6, 1]), 0.01) },
				{ [path]: after },
			],
			solution: { [path]: before },
			segment: id,
		};
	},
};

/** F4: each tier's mix is set by who asks; inside a tier the router picks at random. */
export const tierForDifficulty: Mechanism = {
	needs: { ...DEFAULT_NEEDS, tiers: 'always' },
	brokenMetric: 'resolution',
	apply(random, board) {
		const tiers = board.segments;
		const [free, , premium] = tiers;
		if (!free || !premium) return null;
		const after = [
			drawBetween(random, 0.9, 0.97),
			random.pick([0.9, 0.88, 0.12, 0.1]),
			drawBetween(random, 0.03, 0.08),
		];
		const randomRouter = (segments: typeof tiers) => setEach(segments, 'routerAuc', () => 0.5);
		const mixByTier = (segments: typeof tiers) => setEach(segments, 'routedSmall', ({ id }) => after[indexOf(id)] ?? 0);
		const indexOf = (id: string): number => tiers.findIndex((tier) => tier.id === id);
		const first = random.chance(0.5) ? [free] : [premium];
		const rest = tiers.filter((tier) => !first.includes(tier));
		return {
			healthy: board,
			weeks: [{}, { ...mixByTier(first), ...randomRouter(first) }, { ...mixByTier(rest), ...randomRouter(rest) }],
			solution: {
				...setEach(tiers, 'routerAuc', ({ routerAuc }) => routerAuc ?? 0.8),
				...setEach(tiers, 'routedSmall', ({ routedSmall }) => routedSmall),
			},
			segment: premium.id,
		};
	},
};

/** F6: a small segment with expensive failures loses its override to strong. */
export const missingOverride: Mechanism = {
	needs: { ...DEFAULT_NEEDS, tiers: 'never', smallRisk: true },
	brokenMetric: 'highRiskSmall',
	apply(random, board) {
		const highRisk = board.segments.filter(({ risk }) => risk === 'high');
		const [risky] = highRisk;
		if (!risky || highRisk.length !== 1) return null;
		const mix = drawBetween(random, 0.32, 0.55);
		const silentCost = roundSignificant(random.pick([2, 3, 4]) * (risky.silentCost ?? 1), 2);
		const withoutOverride = { [`segments.${risky.id}.override`]: null };
		const isLate = random.chance(0.5);
		return {
			healthy: withSegments(board, ({ id }) =>
				id === risky.id ? { routedSmall: mix, detection: drawBetween(random, 0.2, 0.4), silentCost } : {},
			),
			weeks: [{}, isLate ? {} : withoutOverride, isLate ? withoutOverride : {}],
			solution: { [`segments.${risky.id}.override`]: 'strong' },
			segment: risky.id,
		};
	},
};

/** F5: the router ranks worse with every update, while the quota keeps the mix unchanged. */
export const routeDrift: Mechanism = {
	needs: DEFAULT_NEEDS,
	brokenMetric: 'resolution',
	apply(random, board) {
		const segments = routableSegments(board);
		const after = segments.map(() => drawBetween(random, 0.53, 0.63));
		const midway = random.pick([0.4, 0.5, 0.6]);
		const degraded = (part: number) =>
			setEach(segments, 'routerAuc', ({ routerAuc }, i) => {
				const from = routerAuc ?? 0.8;
				return roundToStep(from + ((after[i] ?? from) - from) * part, 0.01);
			});
		return {
			healthy: board,
			weeks: [random.chance(0.5) ? {} : degraded(0.2), degraded(midway), degraded(1)],
			solution: setEach(segments, 'routerAuc', ({ routerAuc }) => routerAuc ?? 0.8),
			segment: null,
		};
	},
};

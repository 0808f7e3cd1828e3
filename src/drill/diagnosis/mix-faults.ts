import { significant, toStep } from '../numbers/spell.js';
import { between } from './board.js';
import { each, type Mechanism, ORDINARY, routed, withSegments } from './fault.js';

/** F1: one hard segment sends far more requests small than the small model can handle, under an unchanged router. */
export const falseEasy: Mechanism = {
	wanted: ORDINARY,
	breaks: 'resolution',
	strike(random, board) {
		const candidates = routed(board).filter(({ share }) => share >= 0.1 && share <= 0.45);
		if (candidates.length === 0 || routed(board).length < 2) return null;
		const { id, repairRate } = random.pick(candidates);
		const before = between(random, 0.1, 0.2);
		const after = between(random, 0.6, 0.78);
		const hard = { easyShare: between(random, 0.42, 0.58), routedSmall: before, repairRate };
		const path = `segments.${id}.routedSmall`;
		return {
			healthy: withSegments(board, (segment) => (segment.id === id ? hard : {})),
			weeks: [
				random.chance(0.5) ? {} : { [path]: toStep(before + 0.05, 0.01) },
				{ [path]: toStep(before + (after - before) * random.pick([0.5, 0.6, 1]), 0.01) },
				{ [path]: after },
			],
			solution: { [path]: before },
			segment: id,
		};
	},
};

/** F4: each tier's mix is set by who asks; inside a tier the router picks at random. */
export const tierForDifficulty: Mechanism = {
	wanted: { ...ORDINARY, tiers: 'always' },
	breaks: 'resolution',
	strike(random, board) {
		const tiers = board.segments;
		const [free, , premium] = tiers;
		if (!free || !premium) return null;
		const after = [between(random, 0.9, 0.97), random.pick([0.9, 0.88, 0.12, 0.1]), between(random, 0.03, 0.08)];
		const randomRouter = (segments: typeof tiers) => each(segments, 'routerAuc', () => 0.5);
		const mixByTier = (segments: typeof tiers) => each(segments, 'routedSmall', ({ id }) => after[indexOf(id)] ?? 0);
		const indexOf = (id: string): number => tiers.findIndex((tier) => tier.id === id);
		const first = random.chance(0.5) ? [free] : [premium];
		const rest = tiers.filter((tier) => !first.includes(tier));
		return {
			healthy: board,
			weeks: [{}, { ...mixByTier(first), ...randomRouter(first) }, { ...mixByTier(rest), ...randomRouter(rest) }],
			solution: {
				...each(tiers, 'routerAuc', ({ routerAuc }) => routerAuc ?? 0.8),
				...each(tiers, 'routedSmall', ({ routedSmall }) => routedSmall),
			},
			segment: premium.id,
		};
	},
};

/** F6: a small segment with expensive failures loses its override to strong. */
export const missingOverride: Mechanism = {
	wanted: { ...ORDINARY, tiers: 'never', smallRisk: true },
	breaks: 'highRiskSmall',
	strike(random, board) {
		const highRisk = board.segments.filter(({ risk }) => risk === 'high');
		const [risky] = highRisk;
		if (!risky || highRisk.length !== 1) return null;
		const mix = between(random, 0.32, 0.55);
		const silentCost = significant(random.pick([2, 3, 4]) * (risky.silentCost ?? 1), 2);
		const withoutOverride = { [`segments.${risky.id}.override`]: null };
		const isLate = random.chance(0.5);
		return {
			healthy: withSegments(board, ({ id }) =>
				id === risky.id ? { routedSmall: mix, detection: between(random, 0.2, 0.4), silentCost } : {},
			),
			weeks: [{}, isLate ? {} : withoutOverride, isLate ? withoutOverride : {}],
			solution: { [`segments.${risky.id}.override`]: 'strong' },
			segment: risky.id,
		};
	},
};

/** F5: the router ranks worse with every update, while the quota keeps the mix unchanged. */
export const routeDrift: Mechanism = {
	wanted: ORDINARY,
	breaks: 'resolution',
	strike(random, board) {
		const segments = routed(board);
		const after = segments.map(() => between(random, 0.53, 0.63));
		const midway = random.pick([0.4, 0.5, 0.6]);
		const degraded = (part: number) =>
			each(segments, 'routerAuc', ({ routerAuc }, i) => {
				const from = routerAuc ?? 0.8;
				return toStep(from + ((after[i] ?? from) - from) * part, 0.01);
			});
		return {
			healthy: board,
			weeks: [random.chance(0.5) ? {} : degraded(0.2), degraded(midway), degraded(1)],
			solution: each(segments, 'routerAuc', ({ routerAuc }) => routerAuc ?? 0.8),
			segment: null,
		};
	},
};

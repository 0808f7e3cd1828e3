import { significant, toStep } from '../numbers/spell.js';
import { between } from './board.js';
import { each, type Mechanism, ORDINARY, routed, withSegments } from './fault.js';

/** F1: one segment that is hard gets far more sent small than it can carry, by the router that it had. */
export const falseEasy: Mechanism = {
	wanted: ORDINARY,
	breaks: 'resolution',
	strike(random, board) {
		const able = routed(board).filter(({ share }) => share >= 0.1 && share <= 0.45);
		if (able.length === 0 || routed(board).length < 2) return null;
		const { id, repairRate } = random.pick(able);
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

/** F4: the mix of each tier is set by who asks, and inside a tier it is drawn by lot. */
export const tierForDifficulty: Mechanism = {
	wanted: { ...ORDINARY, tiers: 'always' },
	breaks: 'resolution',
	strike(random, board) {
		const tiers = board.segments;
		const [free, , premium] = tiers;
		if (!free || !premium) return null;
		const after = [between(random, 0.9, 0.97), random.pick([0.9, 0.88, 0.12, 0.1]), between(random, 0.03, 0.08)];
		const coin = (some: typeof tiers) => each(some, 'routerAuc', () => 0.5);
		const rule = (some: typeof tiers) => each(some, 'routedSmall', ({ id }) => after[indexOf(id)] ?? 0);
		const indexOf = (id: string): number => tiers.findIndex((tier) => tier.id === id);
		const first = random.chance(0.5) ? [free] : [premium];
		const rest = tiers.filter((tier) => !first.includes(tier));
		return {
			healthy: board,
			weeks: [{}, { ...rule(first), ...coin(first) }, { ...rule(rest), ...coin(rest) }],
			solution: {
				...each(tiers, 'routerAuc', ({ routerAuc }) => routerAuc ?? 0.8),
				...each(tiers, 'routedSmall', ({ routedSmall }) => routedSmall),
			},
			segment: premium.id,
		};
	},
};

/** F6: a small segment in which failures are dear was always strong, and is so no more. */
export const missingOverride: Mechanism = {
	wanted: { ...ORDINARY, tiers: 'never', smallRisk: true },
	breaks: 'highRiskSmall',
	strike(random, board) {
		const risky = board.segments.filter(({ risk }) => risk === 'high');
		const [one] = risky;
		if (!one || risky.length !== 1) return null;
		const mix = between(random, 0.32, 0.55);
		const dear = significant(random.pick([2, 3, 4]) * (one.silentCost ?? 1), 2);
		const lost = { [`segments.${one.id}.override`]: null };
		const late = random.chance(0.5);
		return {
			healthy: withSegments(board, ({ id }) =>
				id === one.id ? { routedSmall: mix, detection: between(random, 0.2, 0.4), silentCost: dear } : {},
			),
			weeks: [{}, late ? {} : lost, late ? lost : {}],
			solution: { [`segments.${one.id}.override`]: 'strong' },
			segment: one.id,
		};
	},
};

/** F5: update by update the router ranks worse, and the quota holds the mix where it was. */
export const routeDrift: Mechanism = {
	wanted: ORDINARY,
	breaks: 'resolution',
	strike(random, board) {
		const some = routed(board);
		const after = some.map(() => between(random, 0.53, 0.63));
		const way = random.pick([0.4, 0.5, 0.6]);
		const sunk = (part: number) =>
			each(some, 'routerAuc', ({ routerAuc }, i) => {
				const from = routerAuc ?? 0.8;
				return toStep(from + ((after[i] ?? from) - from) * part, 0.01);
			});
		return {
			healthy: board,
			weeks: [random.chance(0.5) ? {} : sunk(0.2), sunk(way), sunk(1)],
			solution: each(some, 'routerAuc', ({ routerAuc }) => routerAuc ?? 0.8),
			segment: null,
		};
	},
};

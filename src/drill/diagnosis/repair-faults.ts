import { laneCost } from '../../engine/index.js';
import type { Changes, Check, Scenario } from '../../engine/scenario.js';
import { significant, toStep } from '../numbers/spell.js';
import { between } from './board.js';
import { each, type Mechanism, ORDINARY, routed } from './fault.js';

/** Returns changes that switch a check on with these settings. */
const checkOn = ({ catches, falseAlarms, cost, latency }: Omit<Check, 'labels'>): Changes => ({
	check: 'on',
	'check.catches': catches,
	'check.falseAlarms': falseAlarms,
	'check.cost': cost,
	'check.latency': latency,
});

/** Returns changes that raise the small share of every routable segment. */
const moreSmall = (board: Scenario, amount: number): Changes =>
	each(routed(board), 'routedSmall', ({ routedSmall }) => toStep(Math.min(0.95, routedSmall + amount), 0.01));

/** F2: the small model checks its own answers, flags few of them, and is trusted with more traffic for it. */
export const selfApproval: Mechanism = {
	wanted: { ...ORDINARY, redone: 0.2 },
	breaks: 'silent',
	strike(random, board) {
		const small = laneCost(board, 'small');
		const cost = significant(small * between(random, 0.2, 0.5), 2);
		const latency = significant((board.latency?.small.p50 ?? 500) * between(random, 0.2, 0.4), 1);
		const catches = between(random, 0.17, 0.3);
		const shareIncrease = between(random, 0.08, 0.14);
		return {
			healthy: board,
			weeks: [
				checkOn({ catches, falseAlarms: between(random, 0.003, 0.015, 0.001), cost, latency }),
				moreSmall(board, shareIncrease / 2),
				moreSmall(board, shareIncrease),
			],
			solution: {
				'check.catches': between(random, 0.85, 0.93),
				'check.falseAlarms': between(random, 0.02, 0.05),
				'check.cost': significant(cost * 3, 2),
			},
			segment: null,
		};
	},
};

/** F3: a growing list of reasons sends answers back to the strong model, most of which were right. */
export const repairLoop: Mechanism = {
	wanted: { ...ORDINARY, stake: 0.15 },
	breaks: 'totalCostPerResolved',
	strike(random, board) {
		const segments = routed(board);
		const after = segments.map(() => between(random, 0.45, 0.75));
		const repairsAt = (share: number): Changes =>
			each(segments, 'repairRate', ({ repairRate }, i) =>
				toStep(repairRate + ((after[i] ?? 0) - repairRate) * share, 0.01),
			);
		const retried = random.chance(0.5) ? between(random, 1.3, 1.9, 0.1) : 1;
		const small = board.attempts.small;
		return {
			healthy: board,
			weeks: [
				repairsAt(random.pick([0.1, 0.15])),
				repairsAt(random.pick([0.45, 0.6])),
				{ ...repairsAt(1), ...(retried === 1 ? {} : { 'attempts.small': toStep(small * retried, 0.05) }) },
			],
			solution: {
				...each(segments, 'repairRate', ({ repairRate }) => repairRate),
				...(retried === 1 ? {} : { 'attempts.small': small }),
			},
			segment: null,
		};
	},
};

/** F7: an accurate check delays every small answer, and a flagged answer also waits for the strong model. */
export const slowFallback: Mechanism = {
	wanted: ORDINARY,
	breaks: 'latencyP95',
	strike(random, board) {
		const strong = board.latency?.strong.p50 ?? 2000;
		const latency = significant(strong * between(random, 0.25, 0.5), 2);
		const cost = significant(laneCost(board, 'small') * between(random, 0.5, 1), 2);
		const catches = between(random, 0.82, 0.92);
		const shareIncrease = between(random, 0.04, 0.12);
		return {
			healthy: board,
			weeks: [
				checkOn({ catches, falseAlarms: between(random, 0.06, 0.13), cost, latency: significant(latency * 0.6, 2) }),
				{ 'check.latency': latency, ...moreSmall(board, shareIncrease / 2) },
				moreSmall(board, shareIncrease),
			],
			solution: {
				'check.latency': significant(latency / random.pick([6, 8, 10]), 1),
				'check.falseAlarms': between(random, 0.02, 0.04),
			},
			segment: null,
		};
	},
};

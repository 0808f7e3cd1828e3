import { laneCost } from '../../engine/index.js';
import type { Changes, Check, Scenario } from '../../engine/scenario.js';
import { significant, toStep } from '../numbers/spell.js';
import { between } from './board.js';
import { each, type Mechanism, ORDINARY, routed } from './fault.js';

/** A check, switched on and set. */
const checkOn = ({ catches, falseAlarms, cost, latency }: Omit<Check, 'labels'>): Changes => ({
	check: 'on',
	'check.catches': catches,
	'check.falseAlarms': falseAlarms,
	'check.cost': cost,
	'check.latency': latency,
});

/** Every mix that much higher. */
const moreSmall = (board: Scenario, by: number): Changes =>
	each(routed(board), 'routedSmall', ({ routedSmall }) => toStep(Math.min(0.95, routedSmall + by), 0.01));

/** F2: the small model reads its own answers, finds few of them wrong, and is trusted for it. */
export const selfApproval: Mechanism = {
	wanted: { ...ORDINARY, redone: 0.2 },
	breaks: 'silent',
	strike(random, board) {
		const small = laneCost(board, 'small');
		const cost = significant(small * between(random, 0.2, 0.5), 2);
		const latency = significant((board.latency?.small.p50 ?? 500) * between(random, 0.2, 0.4), 1);
		const catches = between(random, 0.17, 0.3);
		const more = between(random, 0.08, 0.14);
		return {
			healthy: board,
			weeks: [
				checkOn({ catches, falseAlarms: between(random, 0.003, 0.015, 0.001), cost, latency }),
				moreSmall(board, more / 2),
				moreSmall(board, more),
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

/** F3: whatever a growing list of reasons hits is redone on strong, and most of that was right. */
export const repairLoop: Mechanism = {
	wanted: { ...ORDINARY, stake: 0.15 },
	breaks: 'totalCostPerResolved',
	strike(random, board) {
		const some = routed(board);
		const after = some.map(() => between(random, 0.45, 0.75));
		const part = (share: number): Changes =>
			each(some, 'repairRate', ({ repairRate }, i) =>
				toStep(repairRate + ((after[i] ?? 0) - repairRate) * share, 0.01),
			);
		const retried = random.chance(0.5) ? between(random, 1.3, 1.9, 0.1) : 1;
		const small = board.attempts.small;
		return {
			healthy: board,
			weeks: [
				part(random.pick([0.1, 0.15])),
				part(random.pick([0.45, 0.6])),
				{ ...part(1), ...(retried === 1 ? {} : { 'attempts.small': toStep(small * retried, 0.05) }) },
			],
			solution: {
				...each(some, 'repairRate', ({ repairRate }) => repairRate),
				...(retried === 1 ? {} : { 'attempts.small': small }),
			},
			segment: null,
		};
	},
};

/** F7: a check that is right holds every small answer up, and what it flags waits for the strong model as well. */
export const slowFallback: Mechanism = {
	wanted: ORDINARY,
	breaks: 'latencyP95',
	strike(random, board) {
		const strong = board.latency?.strong.p50 ?? 2000;
		const latency = significant(strong * between(random, 0.25, 0.5), 2);
		const cost = significant(laneCost(board, 'small') * between(random, 0.5, 1), 2);
		const catches = between(random, 0.82, 0.92);
		const more = between(random, 0.04, 0.12);
		return {
			healthy: board,
			weeks: [
				checkOn({ catches, falseAlarms: between(random, 0.06, 0.13), cost, latency: significant(latency * 0.6, 2) }),
				{ 'check.latency': latency, ...moreSmall(board, more / 2) },
				moreSmall(board, more),
			],
			solution: {
				'check.latency': significant(latency / random.pick([6, 8, 10]), 1),
				'check.falseAlarms': between(random, 0.02, 0.04),
			},
			segment: null,
		};
	},
};

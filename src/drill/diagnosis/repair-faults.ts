import { laneCost } from '../../engine/index.js';
import type { Changes, Check, Scenario } from '../../engine/scenario.js';
import { roundSignificant, roundToStep } from '../numbers/format.js';
import { drawBetween } from './board.js';
import { DEFAULT_NEEDS, type Mechanism, routableSegments, setEach } from './fault.js';

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
	setEach(routableSegments(board), 'routedSmall', ({ routedSmall }) =>
		roundToStep(Math.min(0.95, routedSmall + amount), 0.01),
	);

/** F2: the small model checks its own answers and flags few of them, so it is trusted with more traffic. */
export const selfApproval: Mechanism = {
	needs: { ...DEFAULT_NEEDS, maxRepaired: 0.2 },
	brokenMetric: 'silent',
	apply(random, board) {
		const small = laneCost(board, 'small');
		const cost = roundSignificant(small * drawBetween(random, 0.2, 0.5), 2);
		const latency = roundSignificant((board.latency?.small.p50 ?? 500) * drawBetween(random, 0.2, 0.4), 1);
		const catches = drawBetween(random, 0.17, 0.3);
		const shareIncrease = drawBetween(random, 0.08, 0.14);
		return {
			healthy: board,
			weeks: [
				checkOn({ catches, falseAlarms: drawBetween(random, 0.003, 0.015, 0.001), cost, latency }),
				moreSmall(board, shareIncrease / 2),
				moreSmall(board, shareIncrease),
			],
			solution: {
				'check.catches': drawBetween(random, 0.85, 0.93),
				'check.falseAlarms': drawBetween(random, 0.02, 0.05),
				'check.cost': roundSignificant(cost * 3, 2),
			},
			segment: null,
		};
	},
};

/** F3: a growing list of reasons sends more and more answers back to the strong model, most of them right. */
export const repairLoop: Mechanism = {
	needs: { ...DEFAULT_NEEDS, stakeFactor: 0.15 },
	brokenMetric: 'totalCostPerResolved',
	apply(random, board) {
		const segments = routableSegments(board);
		const after = segments.map(() => drawBetween(random, 0.45, 0.75));
		const repairsAt = (share: number): Changes =>
			setEach(segments, 'repairRate', ({ repairRate }, i) =>
				roundToStep(repairRate + ((after[i] ?? 0) - repairRate) * share, 0.01),
			);
		const retried = random.chance(0.5) ? drawBetween(random, 1.3, 1.9, 0.1) : 1;
		const small = board.attempts.small;
		return {
			healthy: board,
			weeks: [
				repairsAt(random.pick([0.1, 0.15])),
				repairsAt(random.pick([0.45, 0.6])),
				{ ...repairsAt(1), ...(retried === 1 ? {} : { 'attempts.small': roundToStep(small * retried, 0.05) }) },
			],
			solution: {
				...setEach(segments, 'repairRate', ({ repairRate }) => repairRate),
				...(retried === 1 ? {} : { 'attempts.small': small }),
			},
			segment: null,
		};
	},
};

/** F7: an accurate check delays every small answer, and a flagged answer also waits for the strong model. */
export const slowFallback: Mechanism = {
	needs: DEFAULT_NEEDS,
	brokenMetric: 'latencyP95',
	apply(random, board) {
		const strong = board.latency?.strong.p50 ?? 2000;
		const latency = roundSignificant(strong * drawBetween(random, 0.25, 0.5), 2);
		const cost = roundSignificant(laneCost(board, 'small') * drawBetween(random, 0.5, 1), 2);
		const catches = drawBetween(random, 0.82, 0.92);
		const shareIncrease = drawBetween(random, 0.04, 0.12);
		return {
			healthy: board,
			weeks: [
				checkOn({
					catches,
					falseAlarms: drawBetween(random, 0.06, 0.13),
					cost,
					latency: roundSignificant(latency * 0.6, 2),
				}),
				{ 'check.latency': latency, ...moreSmall(board, shareIncrease / 2) },
				moreSmall(board, shareIncrease),
			],
			solution: {
				'check.latency': roundSignificant(latency / random.pick([6, 8, 10]), 1),
				'check.falseAlarms': drawBetween(random, 0.02, 0.04),
			},
			segment: null,
		};
	},
};

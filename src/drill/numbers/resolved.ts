import { computeOutcome } from '../../engine/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Seeded } from '../seeded.js';
import { drawBoard, drawPlan, type Needs, type Plan, SPEND_ONLY } from './board.js';
import { type Maker, made, subject } from './made.js';
import type { Level } from './question.js';
import {
	checkCostRow,
	flagsRow,
	handoffRow,
	known,
	mixRow,
	noticedAndRepairedRow,
	repairRow,
	requestRow,
	routerRow,
	shareRow,
	smallSuccessRow,
	strongNoticedRow,
	strongSuccessRow,
} from './rows.js';
import { about, exact, significant, threeDigits } from './spell.js';
import { costTerms, flaggedLines, handoffTerms, resolutionTerms } from './terms.js';

/** Only wrong answers are repaired: r ≤ 1 − q. */
const WITH_OUTCOMES: Needs = { ...SPEND_ONLY, outcomes: true, mostRepaired: (small) => 1 - small };
const WITH_HANDOFFS: Needs = {
	...WITH_OUTCOMES,
	noticed: true,
	handoffs: true,
	mostRepaired: (_, __, noticed) => noticed,
};
/** Limits repairs so that the loss p·(t − q − r·t) keeps at least a fifth of its size without repairs. */
const WITH_LOSS: Needs = { ...WITH_OUTCOMES, mostRepaired: (small, strong) => (0.8 * (strong - small)) / strong };

/** Asks for cost/resolution; at level 3 with a check or with hand-offs included. */
export const costPerResolved: Maker = (random, level, scenario) => {
	const plan = drawPlan(random, level, true);
	const handoffs = level === 3 && plan.repairs === 'rate';
	const board = drawBoard(random, scenario, plan, handoffs ? WITH_HANDOFFS : WITH_OUTCOMES);
	if (board === null) return null;
	const { metrics, segments } = computeOutcome(board);
	const truth = known(handoffs ? metrics.totalCostPerResolved : metrics.costPerResolved);
	const cost = costTerms(board, segments);
	const resolved = resolutionTerms(board, segments);
	const handoffLines = handoffs ? handoffTerms(board, segments) : null;
	const [usd, rate, people] = [metrics.cost, metrics.resolution, metrics.handoff].map((value) => about(value ?? 0));
	const numerator = handoffLines ? `(${usd} + ${exact(known(board.handoffCost))} × ${people})` : usd;
	return made({
		board,
		ask: [
			`${subject(board)}: what does a resolved request cost${handoffs ? ', with hand-offs to people paid' : ''}?`,
			...premises(plan, handoffs),
		],
		rows: [
			...shareRow(board),
			requestRow(board),
			mixRow(board),
			smallSuccessRow(board),
			strongSuccessRow(board),
			...(plan.repairs === 'check' ? [flagsRow(board), checkCostRow(board)] : []),
			...(handoffs ? [noticedAndRepairedRow(board), strongNoticedRow(board), handoffRow(board)] : []),
			...(plan.repairs === 'rate' && !handoffs ? [repairRow(board)] : []),
		],
		unit: 'money',
		truth,
		digits: threeDigits(truth, 2),
		formula: [
			...flaggedLines(board, segments),
			...cost.lines,
			`cost on average = ${cost.total} = ${usd}`,
			...resolved.lines,
			`resolved on average = ${resolved.total} = ${rate}`,
			...(handoffLines ? [...handoffLines.lines, `hand-offs on average = ${handoffLines.total} = ${people}`] : []),
			`per resolved request = ${handoffLines ? '(cost + hand-off × hand-offs)' : 'cost'} / resolved = ${numerator} / ${rate}`,
		],
	});
};

/** Asks for the veto value, (baseline cost − cost)/(baseline resolution − resolution). */
export const vetoValue: Maker = (random, level, scenario) => {
	const plan = drawPlan(random, level, false);
	const board = withRouter(random, level, drawBoard(random, scenario, plan, WITH_LOSS));
	if (board === null) return null;
	const { metrics, baseline, segments } = computeOutcome(board);
	const [cost, strongCost] = [known(metrics.cost), known(baseline.cost)];
	const [resolved, strongResolved] = [known(metrics.resolution), known(baseline.resolution)];
	// With almost nothing saved or lost, the ratio is mostly rounding.
	if (metrics.vetoValue === null || strongCost - cost < 0.05 * strongCost || strongResolved - resolved < 0.002)
		return null;
	const costLines = costTerms(board, segments);
	const resolvedTerms = resolutionTerms(board, segments);
	return made({
		board,
		ask: [
			`${subject(board)}: against sending everything strong, this mix saves money and loses resolved requests. How much does it save for each one that it loses?`,
			...premises(plan, false),
			...(board.routerCost > 0 ? ['The router is paid for every request of the mix.'] : []),
		],
		rows: [
			...shareRow(board),
			requestRow(board),
			mixRow(board),
			smallSuccessRow(board),
			strongSuccessRow(board),
			...(plan.repairs === 'rate' ? [repairRow(board)] : []),
			...(board.routerCost > 0 ? [routerRow(board)] : []),
		],
		unit: 'money',
		truth: metrics.vetoValue,
		digits: threeDigits(metrics.vetoValue, 2),
		formula: [
			...costLines.lines,
			`cost on average = ${costLines.total}${board.routerCost > 0 ? ` + ${exact(board.routerCost)} for the router` : ''} = ${about(cost)}`,
			...resolvedTerms.lines,
			`resolved on average = ${resolvedTerms.total} = ${about(resolved)}`,
			`all strong: cost ${about(strongCost)}, resolved ${about(strongResolved)}`,
			`veto value = (all strong − cost) / (all strong − resolved) = (${about(strongCost)} − ${about(cost)}) / (${about(strongResolved)} − ${about(resolved)})`,
		],
	});
};

function withRouter(random: Seeded, level: Level, board: Scenario | null): Scenario | null {
	if (board === null || level < 3) return board;
	const strongCost = known(computeOutcome(board).baseline.cost);
	return { ...board, routerCost: significant(strongCost * (0.005 + 0.02 * random.uniform()), 1) };
}

function premises({ repairs }: Plan, handoffs: boolean): readonly string[] {
	const strong = 'The strong model does equally well on whatever reaches it.';
	switch (repairs) {
		case 'none':
			return ['Nothing is repaired.'];
		case 'check':
			return ['Every small answer is checked; what the check flags is run again on the strong model.', strong];
		case 'rate':
			return handoffs
				? [
						'Of the noticed failures in the small lane, the strong model repairs as many as the table says; the others go to a person.',
						'So do the noticed failures of the strong model, in repairs too.',
						strong,
					]
				: ['Repairs run again on the strong model, and only wrong answers are repaired.', strong];
	}
}

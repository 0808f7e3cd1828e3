import { computeOutcome } from '../../engine/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { SeededRandom } from '../seeded-random.js';
import { type BoardPlan, drawBoard, drawPlan, type RequiredFigures, SPEND_ONLY } from './board.js';
import { buildQuestion, type QuestionMaker, subject } from './build-question.js';
import { decimalsForThreeDigits, formatApproximate, formatExact, roundSignificant } from './format.js';
import type { Level } from './question.js';
import {
	checkCostRow,
	flagsRow,
	handoffRow,
	mixRow,
	noticedAndRepairedRow,
	repairRow,
	requestRow,
	requireFigure,
	routerRow,
	shareRow,
	smallSuccessRow,
	strongNoticedRow,
	strongSuccessRow,
} from './rows.js';
import { costTerms, flaggedLines, handoffTerms, resolutionTerms } from './terms.js';

/** Only wrong answers are repaired: r ≤ 1 − q. */
const WITH_OUTCOMES: RequiredFigures = { ...SPEND_ONLY, outcomes: true, maxRepairRate: (small) => 1 - small };
const WITH_HANDOFFS: RequiredFigures = {
	...WITH_OUTCOMES,
	noticed: true,
	handoffs: true,
	maxRepairRate: (_, __, noticed) => noticed,
};
/** Limits repairs so that the loss p·(t − q − r·t) keeps at least a fifth of its size without repairs. */
const WITH_LOSS: RequiredFigures = {
	...WITH_OUTCOMES,
	maxRepairRate: (small, strong) => (0.8 * (strong - small)) / strong,
};

/** Asks for cost/resolution; at level 3 with a check or with hand-offs included. */
export const costPerResolved: QuestionMaker = (random, level, scenario) => {
	const plan = drawPlan(random, level, true);
	const handoffs = level === 3 && plan.repairs === 'rate';
	const board = drawBoard(random, scenario, plan, handoffs ? WITH_HANDOFFS : WITH_OUTCOMES);
	if (board === null) return null;
	const { metrics, segments } = computeOutcome(board);
	const truth = requireFigure(handoffs ? metrics.totalCostPerResolved : metrics.costPerResolved);
	const cost = costTerms(board, segments);
	const resolved = resolutionTerms(board, segments);
	const handoffLines = handoffs ? handoffTerms(board, segments) : null;
	const [usd, rate, people] = [metrics.cost, metrics.resolution, metrics.handoff].map((value) =>
		formatApproximate(value ?? 0),
	);
	const numerator = handoffLines ? `(${usd} + ${formatExact(requireFigure(board.handoffCost))} × ${people})` : usd;
	return buildQuestion({
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
		digits: decimalsForThreeDigits(truth, 2),
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
export const vetoValue: QuestionMaker = (random, level, scenario) => {
	const plan = drawPlan(random, level, false);
	const board = withRouter(random, level, drawBoard(random, scenario, plan, WITH_LOSS));
	if (board === null) return null;
	const { metrics, baseline, segments } = computeOutcome(board);
	const [cost, strongCost] = [requireFigure(metrics.cost), requireFigure(baseline.cost)];
	const [resolved, strongResolved] = [requireFigure(metrics.resolution), requireFigure(baseline.resolution)];
	// With almost nothing saved or lost, the ratio is mostly rounding.
	if (metrics.vetoValue === null || strongCost - cost < 0.05 * strongCost || strongResolved - resolved < 0.002)
		return null;
	const costLines = costTerms(board, segments);
	const resolvedTerms = resolutionTerms(board, segments);
	return buildQuestion({
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
		digits: decimalsForThreeDigits(metrics.vetoValue, 2),
		formula: [
			...costLines.lines,
			`cost on average = ${costLines.total}${board.routerCost > 0 ? ` + ${formatExact(board.routerCost)} for the router` : ''} = ${formatApproximate(cost)}`,
			...resolvedTerms.lines,
			`resolved on average = ${resolvedTerms.total} = ${formatApproximate(resolved)}`,
			`all strong: cost ${formatApproximate(strongCost)}, resolved ${formatApproximate(strongResolved)}`,
			`veto value = (all strong − cost) / (all strong − resolved) = (${formatApproximate(strongCost)} − ${formatApproximate(cost)}) / (${formatApproximate(strongResolved)} − ${formatApproximate(resolved)})`,
		],
	});
};

function withRouter(random: SeededRandom, level: Level, board: Scenario | null): Scenario | null {
	if (board === null || level < 3) return board;
	const strongCost = requireFigure(computeOutcome(board).baseline.cost);
	return { ...board, routerCost: roundSignificant(strongCost * (0.005 + 0.02 * random.uniform()), 1) };
}

function premises({ repairs }: BoardPlan, handoffs: boolean): readonly string[] {
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

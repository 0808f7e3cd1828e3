import { computeOutcome } from '../../engine/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { SeededRandom } from '../seeded-random.js';
import { drawBoard, drawPlan, SPEND_ONLY } from './board.js';
import { buildQuestion, type QuestionMaker, subject } from './build-question.js';
import { decimalsForThreeDigits, formatApproximate, formatExact, roundSignificant } from './format.js';
import type { Level } from './question.js';
import {
	checkCostRow,
	flagsRow,
	meterRows,
	mixRow,
	type Row,
	repairRow,
	requireFigure,
	routerRow,
	shareRow,
	smallSuccessRow,
} from './rows.js';
import { costTerms, flaggedLines, requestLines } from './terms.js';

/** Asks for the average cost of a request over both lanes. */
export const blendedCost: QuestionMaker = (random, level, scenario) => {
	const board = spendBoard(random, level, scenario);
	if (board === null) return null;
	const outcome = computeOutcome(board);
	const truth = requireFigure(outcome.metrics.cost);
	const { lines, total } = spendLines(board, outcome.segments);
	return buildQuestion({
		board,
		ask: [`${subject(board)}: what does a request cost on average?`, ...spendPremises(board)],
		rows: spendRows(board),
		unit: 'money',
		truth,
		digits: decimalsForThreeDigits(truth, 2),
		formula: [...lines, `on average ${total}`],
	});
};

/** Asks for the saving of the mix against all strong, after paying for repairs, check and router. */
export const savingAfterRepair: QuestionMaker = (random, level, scenario) => {
	const board = spendBoard(random, level, scenario);
	if (board === null) return null;
	const { metrics, baseline, segments } = computeOutcome(board);
	const truth = requireFigure(metrics.saving);
	// A saving near zero would be mostly rounding.
	if (Math.abs(truth) < 0.02) return null;
	const { lines, total } = spendLines(board, segments);
	const strong = requireFigure(baseline.cost);
	const mean = allStrongLine(board, strong);
	return buildQuestion({
		board,
		ask: [
			`${subject(board)}: what share of the cost of sending everything strong does this mix save?`,
			...spendPremises(board),
		],
		rows: spendRows(board),
		unit: 'percent',
		truth,
		digits: 1,
		formula: [
			...lines,
			`on average ${total} = ${formatApproximate(requireFigure(metrics.cost))}`,
			...mean,
			`saving = 1 − cost / all strong = 1 − ${formatApproximate(requireFigure(metrics.cost))} / ${formatApproximate(strong)}`,
		],
	});
};

function spendBoard(random: SeededRandom, level: Level, scenario: Scenario): Scenario | null {
	const plan = drawPlan(random, level, true);
	const needs = { ...SPEND_ONLY, outcomes: plan.repairs === 'check' };
	const board = drawBoard(random, scenario, plan, needs);
	if (board === null || level < 3 || plan.repairs === 'check') return board;
	// A router costs a small part of a strong answer.
	const strong = requireFigure(computeOutcome(board).baseline.cost);
	return { ...board, routerCost: roundSignificant(strong * (0.005 + 0.02 * random.uniform()), 1) };
}

function spendRows(board: Scenario): readonly Row[] {
	const { check, routerCost, segments } = board;
	const hasRepairs = check === null && segments.some(({ repairRate }) => repairRate > 0);
	return [
		...shareRow(board),
		...meterRows(board),
		mixRow(board),
		...(hasRepairs ? [repairRow(board)] : []),
		...(check ? [smallSuccessRow(board), flagsRow(board), checkCostRow(board)] : []),
		...(routerCost > 0 ? [routerRow(board)] : []),
	];
}

function spendPremises({ check, routerCost, segments }: Scenario): readonly string[] {
	if (check) return ['Every small answer is checked; what the check flags is run again on the strong model.'];
	if (!segments.some(({ repairRate }) => repairRate > 0)) return ['Nothing is repaired.'];
	const router = routerCost > 0 ? ['The router is paid for every request.'] : [];
	return [
		'The repair rate is the share of the requests routed small that are run again on the strong model.',
		...router,
	];
}

function spendLines(board: Scenario, outcomes: Parameters<typeof costTerms>[1]): ReturnType<typeof costTerms> {
	const { lines, total } = costTerms(board, outcomes);
	const router = board.routerCost > 0 ? ` + ${formatExact(board.routerCost)} for the router` : '';
	return {
		lines: [...requestLines(board), ...flaggedLines(board, outcomes), ...lines],
		total: `${total}${router}`,
	};
}

/** Returns the all-strong line; needed only if segments have their own tokens, and so their own all-strong cost. */
function allStrongLine({ segments }: Scenario, strong: number): readonly string[] {
	return segments.length < 3
		? []
		: [`all strong = the strong requests, weighed by share = ${formatApproximate(strong)}`];
}

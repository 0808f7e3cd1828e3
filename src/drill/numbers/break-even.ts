import { computeOutcome, evaluate, laneCost } from '../../engine/index.js';
import type { SegmentOutcome } from '../../engine/outcome-types.js';
import type { Lane, Scenario } from '../../engine/scenario.js';
import type { SeededRandom } from '../seeded-random.js';
import { drawBoard, drawPlan, type RequiredFigures, SPEND_ONLY } from './board.js';
import { buildQuestion, type QuestionMaker, subject, weightedFormula } from './build-question.js';
import { decimalsForThreeDigits, formatApproximate, formatExact } from './format.js';
import type { Level } from './question.js';
import {
	attemptsRow,
	checkCostRow,
	flagsRow,
	handoffRow,
	meterRows,
	type Row,
	repairRow,
	requireFigure,
	shareRow,
	smallSuccessRow,
} from './rows.js';
import { flaggedLines, requestLines, valuesOf } from './terms.js';

/** Segments have their own tokens; otherwise their shares would not matter. */
const LANES_APART: RequiredFigures = { ...SPEND_ONLY, ownTokens: true };

/** Asks for the repair rate at which the small lane costs as much as the strong one: 1 − (c_small + check)/c_strong. */
export const repairBreakEven: QuestionMaker = (random, level, scenario) => {
	const board = repairBoard(random, level, scenario);
	if (board === null) return null;
	const truth = evaluate(board).metrics.breakEvenRepair;
	if (truth === null || truth < 0.05) return null;
	const { check } = board;
	const [smallLane, strongLane] = [meanLane(board, 'small'), meanLane(board, 'strong')];
	const small = check ? `(${smallLane.mean} + ${formatExact(requireFigure(check.cost))})` : smallLane.mean;
	return buildQuestion({
		board,
		ask: [
			`${subject(board)}: from which repair rate on does the small lane cost more than the strong one?`,
			...(board.segments.length > 1 ? ['Everything is routed small, and one rate holds for all of it.'] : []),
			...(check ? ['Every small answer is checked.'] : []),
		],
		rows: [
			...shareRow(board),
			...meterRows(board),
			...(board.attempts.small > 1 ? [attemptsRow(board)] : []),
			...(check ? [checkCostRow(board)] : []),
		],
		unit: 'percent',
		truth,
		digits: 1,
		formula: [
			...requestLines(board),
			...smallLane.lines,
			...strongLane.lines,
			`break-even = 1 − ${check ? '(small request + check)' : 'small request'} / strong request = 1 − ${small} / ${strongLane.mean}`,
		],
	});
};

function repairBoard(random: SeededRandom, level: Level, scenario: Scenario): Scenario | null {
	// The repair rate is the answer, so the board has none. A check is paid; what it flags does not matter.
	const segments = level === 1 ? 1 : level === 2 ? random.integer(1, 2) : random.integer(2, 3);
	const checked = level === 3 || (level === 2 && segments === 1);
	const drawn = drawBoard(random, scenario, { segments, repairs: checked ? 'check' : 'none' }, LANES_APART);
	if (drawn === null) return null;
	const board = allSmall(drawn);
	const withoutFlags = board.check ? { ...board, check: { ...board.check, catches: null, falseAlarms: null } } : board;
	return level === 3
		? { ...withoutFlags, attempts: { small: 1 + random.integer(1, 8) / 20, strong: 1 } }
		: withoutFlags;
}

/**
 * Asks for the extra hand-offs per small-routed request that use up its saving: (c_strong − c_small)/H. The cost of
 * repairs or a check is subtracted from the saving first.
 */
export const handoffBreakEven: QuestionMaker = (random, level, scenario) => {
	const plan = drawPlan(random, level, true);
	const needs = { ...LANES_APART, outcomes: plan.repairs === 'check', handoffs: true };
	const drawn = drawBoard(random, scenario, plan, needs);
	if (drawn === null) return null;
	const board = allSmall(drawn);
	const { metrics, segments } = computeOutcome(board);
	const truth = metrics.handoffBreakEven;
	if (truth === null || truth < 0.0005 || truth > 0.6) return null;
	const strongLane = meanLane(board, 'strong');
	const smallLane = plan.repairs === 'none' ? meanLane(board, 'small') : repairedLane(board, segments);
	return buildQuestion({
		board,
		ask: [
			`${subject(board)}: everything is routed small. How many extra hand-offs to a person, per 100 requests, use up what that saves?`,
			...(plan.repairs === 'none' ? ['Nothing is repaired.'] : []),
			...(plan.repairs === 'rate'
				? ['Repairs run again on the strong model, and are paid from the saving first.']
				: []),
			...(plan.repairs === 'check'
				? [
						'Every small answer is checked and what is flagged runs again on the strong model; both are paid from the saving first.',
					]
				: []),
		],
		rows: [...shareRow(board), ...meterRows(board), ...repairRows(board), handoffRow(board)],
		unit: 'percent',
		truth,
		digits: decimalsForThreeDigits(truth * 100, 1),
		formula: [
			...requestLines(board),
			...flaggedLines(board, segments),
			...smallLane.lines,
			...strongLane.lines,
			`break-even = (strong request − ${plan.repairs === 'none' ? 'small request' : 'small lane'}) / hand-off = (${strongLane.mean} − ${smallLane.mean}) / ${formatExact(requireFigure(board.handoffCost))}`,
		],
	});
};

/** Routes everything small, because break-evens are per small-routed request. */
const allSmall = (board: Scenario): Scenario => ({
	...board,
	segments: board.segments.map((segment) => ({ ...segment, routedSmall: 1 })),
});

function repairRows(board: Scenario): readonly Row[] {
	if (board.check) return [smallSuccessRow(board), flagsRow(board), checkCostRow(board)];
	return board.segments.some(({ repairRate }) => repairRate > 0) ? [repairRow(board)] : [];
}

/** Returns the mean cost of a request in a lane, weighted by share, with its derivation. */
function meanLane(board: Scenario, lane: Lane): { readonly lines: readonly string[]; readonly mean: string } {
	const { segments } = board;
	const costs = segments.map((segment) => laneCost(board, lane, segment));
	const mean = formatApproximate(segments.reduce((sum, { share }, i) => sum + share * (costs[i] ?? 0), 0));
	if (segments.length === 1) return { lines: [], mean };
	const terms = segments.map(({ share }, i) => `${formatExact(share)} × ${formatApproximate(costs[i] ?? 0)}`);
	return { lines: [`${lane} request on average = ${terms.join(' + ')} = ${mean}`], mean };
}

/** Returns the mean cost of a small-routed request including reruns, with its derivation. */
function repairedLane(
	board: Scenario,
	outcomes: readonly SegmentOutcome[],
): { readonly lines: readonly string[]; readonly mean: string } {
	const { check, segments } = board;
	const filled = segments.map((segment, i) => {
		const [small, strong] = [laneCost(board, 'small', segment), laneCost(board, 'strong', segment)].map(
			formatApproximate,
		);
		const checked = check ? ` + ${formatExact(requireFigure(check.cost))}` : '';
		return `${small}${checked} + ${formatApproximate(requireFigure(outcomes[i]?.repairRate))} × ${strong}`;
	});
	const words = `small request${check ? ' + check' : ''} + repair rate × strong request`;
	const costs = valuesOf(outcomes, 'cost');
	const { lines, total } = weightedFormula(board, 'small lane', words, filled, costs);
	const mean = formatApproximate(segments.reduce((sum, { share }, i) => sum + share * (costs[i] ?? 0), 0));
	return { lines: [...lines, `small lane on average = ${total} = ${mean}`], mean };
}

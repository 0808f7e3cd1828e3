import { computeOutcome } from '../../engine/index.js';
import type { SegmentOutcome } from '../../engine/outcome-types.js';
import type { Scenario, Segment } from '../../engine/scenario.js';
import { type BoardPlan, drawBoard, drawPlan, type RequiredFigures, SPEND_ONLY } from './board.js';
import { buildQuestion, type QuestionMaker, subject, type WeightedFormula, weightedFormula } from './build-question.js';
import { formatApproximate, formatComplement, formatExact } from './format.js';
import {
	escalationRow,
	flagsRow,
	mixRow,
	noticed,
	noticedRow,
	overrideRow,
	repairRow,
	requireFigure,
	riskRow,
	shareRow,
	smallSuccess,
	smallSuccessRow,
	strongNoticedRow,
	strongSuccess,
	strongSuccessRow,
} from './rows.js';
import { flaggedLines, laneMixFormula, valuesOf } from './terms.js';

/** Only noticed failures are repaired: r ≤ e₁. */
const WITH_NOTICED: RequiredFigures = {
	...SPEND_ONLY,
	outcomes: true,
	noticed: true,
	maxRepairRate: (_, __, seen) => seen,
};

/** Smallest answer, per 1,000 requests; below it the answer is mostly rounding. */
const LEAST = 1;

/** Asks for silent failures per 1,000 requests: of the small lane at level 1, of both lanes above. */
export const silentPer1000: QuestionMaker = (random, level, scenario) => {
	const plan = drawPlan(random, level, true);
	const board = drawBoard(random, scenario, plan, WITH_NOTICED);
	if (board === null) return null;
	const { metrics, segments } = computeOutcome(board);
	if (level === 1) return smallSilent(board, segments[0] as SegmentOutcome);
	const truth = 1000 * requireFigure(metrics.silent);
	if (truth < LEAST) return null;
	const { lines, total } = silentTerms(board, plan, segments);
	return buildQuestion({
		board,
		ask: [
			`${subject(board)}: of 1,000 requests, how many fail without anybody noticing, in both lanes?`,
			...SILENT_PREMISES[plan.repairs],
			'The strong model does equally well on whatever reaches it.',
		],
		rows: [
			...shareRow(board),
			mixRow(board),
			smallSuccessRow(board),
			noticedRow(board),
			...(plan.repairs === 'rate' ? [repairRow(board)] : []),
			...(plan.repairs === 'check' ? [flagsRow(board)] : []),
			strongSuccessRow(board),
			strongNoticedRow(board),
		],
		unit: 'number',
		truth,
		digits: 1,
		formula: [...flaggedLines(board, segments), ...lines, `per 1,000 = 1,000 × (${total})`],
	});
};

const SILENT_PREMISES: Readonly<Record<BoardPlan['repairs'], readonly string[]>> = {
	none: ['Nothing is repaired.'],
	rate: ['Only noticed failures are repaired, on the strong model.'],
	check: [
		'What the check flags is run again on the strong model.',
		'The wrong answers that it flags are first of all those that would have been noticed anyway.',
	],
};

function smallSilent(board: Scenario, outcome: SegmentOutcome): ReturnType<QuestionMaker> {
	const truth = 1000 * outcome.routedSmall * requireFigure(outcome.silentSmall);
	if (truth < LEAST) return null;
	const [segment] = board.segments as readonly [Segment];
	const numbers = `1,000 × ${formatExact(segment.routedSmall)} × (1 − ${formatExact(smallSuccess(segment))} − ${formatExact(noticed(segment))})`;
	return buildQuestion({
		board,
		ask: [
			`${subject(board)}: of 1,000 requests, how many fail in the small lane without anybody noticing?`,
			'Nothing is repaired.',
		],
		rows: [mixRow(board), smallSuccessRow(board), escalationRow(board)],
		unit: 'number',
		truth,
		digits: 1,
		formula: [`per 1,000 = 1,000 × routed small × (1 − small success − escalation) = ${numbers}`],
	});
}

/**
 * Derives silent failures: p·s + (1 − D)·(p·r·(1 − t) + (1 − p)·(1 − t)). Here s is 1 − q − e₁ if only noticed failures
 * are repaired, and 1 − q − c − e₂ with a check, with c = catches·(1 − q) and e₂ = max(0, e₁ − c).
 */
function silentTerms(board: Scenario, { repairs }: BoardPlan, outcomes: readonly SegmentOutcome[]): WeightedFormula {
	const strong = '(1 − strong success) × (1 − strong noticed)';
	const unseen = formatComplement(requireFigure(board.strongDetection));
	const filled = board.segments.map((segment, i) => {
		const failed = `${formatComplement(strongSuccess(segment))} × ${unseen}`;
		const rerun = formatApproximate(outcomes[i]?.repairRate ?? 0);
		const rerunTerm = repairs === 'none' ? '' : ` + ${rerun} × ${failed}`;
		const silent = repairs === 'check' ? formatApproximate(outcomes[i]?.silentSmall ?? 0) : unnoticed(segment);
		return laneMixFormula(segment, `${silent}${rerunTerm}`, failed);
	});
	const smallTerm = repairs === 'check' ? 'small silent' : '1 − small success − noticed';
	const rerunTerm = repairs === 'none' ? '' : ` + repair rate × ${strong}`;
	const words = `routed small × (${smallTerm}${rerunTerm}) + (1 − routed small) × ${strong}`;
	const { lines, total } = weightedFormula(board, 'silent', words, filled, valuesOf(outcomes, 'silent'));
	return { lines: [...(repairs === 'check' ? checkedLines(board, outcomes) : []), ...lines], total };
}

const unnoticed = (segment: Segment): string =>
	`1 − ${formatExact(smallSuccess(segment))} − ${formatExact(noticed(segment))}`;

function checkedLines({ check, segments }: Scenario, outcomes: readonly SegmentOutcome[]): readonly string[] {
	const catches = requireFigure(check?.catches);
	return [
		'small silent = (1 − wrong flagged) × (1 − small success) − what of noticed is left',
		...segments.map((segment, i) => {
			const [failed, seen] = [formatComplement(smallSuccess(segment)), formatExact(noticed(segment))];
			const caught = formatApproximate(outcomes[i]?.repairCaught ?? 0);
			const silent = formatApproximate(outcomes[i]?.silentSmall ?? 0);
			return `${segment.name}: ${formatComplement(catches)} × ${failed} − max(0, ${seen} − ${caught}) = ${silent}`;
		}),
	];
}

/** Asks for false-easy requests per 1,000, Σ w·p·(1 − q), whether or not they were repaired later. */
export const falseEasyCount: QuestionMaker = (random, level, scenario) => {
	const plan = drawPlan(random, level, false);
	const drawn = drawBoard(random, scenario, plan, WITH_NOTICED);
	if (drawn === null) return null;
	const board = level === 3 ? withOverride(drawn, random.integer(0, drawn.segments.length - 1)) : drawn;
	const { metrics, segments } = computeOutcome(board);
	const truth = 1000 * requireFigure(metrics.falseEasy);
	if (truth < LEAST) return null;
	const filled = board.segments.map((segment) => {
		const routed = segment.override ? '0' : formatExact(segment.routedSmall);
		return `${routed} × ${formatComplement(smallSuccess(segment))}`;
	});
	const words = 'routed small × (1 − small success)';
	const { lines, total } = weightedFormula(board, 'false-easy', words, filled, valuesOf(segments, 'falseEasy'));
	return buildQuestion({
		board,
		ask: [
			`${subject(board)}: of 1,000 requests, how many are false-easy?`,
			...(plan.repairs === 'none' ? [] : ['Noticed failures are repaired, as far as the repair rate says.']),
			...(level === 3 ? ['The mix of a segment with an override is what it would be without.'] : []),
		],
		rows: [
			...shareRow(board),
			mixRow(board),
			...(level === 3 ? [overrideRow(board)] : []),
			smallSuccessRow(board),
			...(plan.repairs === 'none' ? [escalationRow(board)] : [noticedRow(board), repairRow(board)]),
			riskRow(board),
		],
		unit: 'number',
		truth,
		digits: 1,
		formula: [...lines, `per 1,000 = 1,000 × ${/ \+ /.test(total) ? `(${total})` : total}`],
	});
};

const withOverride = (board: Scenario, at: number): Scenario => ({
	...board,
	segments: board.segments.map((segment, i) => (i === at ? { ...segment, override: 'strong' } : segment)),
});

import { computeOutcome } from '../../engine/index.js';
import type { SegmentOutcome } from '../../engine/outcome-types.js';
import type { Scenario, Segment } from '../../engine/scenario.js';
import { drawBoard, drawPlan, type Needs, type Plan, SPEND_ONLY } from './board.js';
import { type Maker, made, subject, type Weighed, weighed } from './made.js';
import {
	escalationRow,
	flagsRow,
	known,
	mixRow,
	noticed,
	noticedRow,
	overrideRow,
	repairRow,
	riskRow,
	shareRow,
	smallSuccess,
	smallSuccessRow,
	strongNoticedRow,
	strongSuccess,
	strongSuccessRow,
} from './rows.js';
import { about, exact, left } from './spell.js';
import { byLane, flaggedLines, valuesOf } from './terms.js';

/** Only noticed failures are repaired: r ≤ e₁. */
const WITH_NOTICED: Needs = {
	...SPEND_ONLY,
	outcomes: true,
	noticed: true,
	mostRepaired: (_, __, seen) => seen,
};

/** Smallest answer, per 1,000 requests; below it the answer is mostly rounding. */
const LEAST = 1;

/** Asks for silent failures per 1,000 requests: of the small lane at level 1, of both lanes above. */
export const silentPer1000: Maker = (random, level, scenario) => {
	const plan = drawPlan(random, level, true);
	const board = drawBoard(random, scenario, plan, WITH_NOTICED);
	if (board === null) return null;
	const { metrics, segments } = computeOutcome(board);
	if (level === 1) return smallSilent(board, segments[0] as SegmentOutcome);
	const truth = 1000 * known(metrics.silent);
	if (truth < LEAST) return null;
	const { lines, total } = silentTerms(board, plan, segments);
	return made({
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

const SILENT_PREMISES: Readonly<Record<Plan['repairs'], readonly string[]>> = {
	none: ['Nothing is repaired.'],
	rate: ['Only noticed failures are repaired, on the strong model.'],
	check: [
		'What the check flags is run again on the strong model.',
		'The wrong answers that it flags are first of all those that would have been noticed anyway.',
	],
};

function smallSilent(board: Scenario, outcome: SegmentOutcome): ReturnType<Maker> {
	const truth = 1000 * outcome.routedSmall * known(outcome.silentSmall);
	if (truth < LEAST) return null;
	const [segment] = board.segments as readonly [Segment];
	const numbers = `1,000 × ${exact(segment.routedSmall)} × (1 − ${exact(smallSuccess(segment))} − ${exact(noticed(segment))})`;
	return made({
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
 * p·s + (1 − D)·(p·r·(1 − t) + (1 − p)·(1 − t)), where s is 1 − q − e₁ if only noticed failures are repaired, and
 * 1 − q − c − e₂ with a check, with c = catches·(1 − q) and e₂ = max(0, e₁ − c).
 */
function silentTerms(board: Scenario, { repairs }: Plan, outcomes: readonly SegmentOutcome[]): Weighed {
	const strong = '(1 − strong success) × (1 − strong noticed)';
	const unseen = left(known(board.strongDetection));
	const filled = board.segments.map((segment, i) => {
		const failed = `${left(strongSuccess(segment))} × ${unseen}`;
		const rerun = about(outcomes[i]?.repairRate ?? 0);
		const rerunTerm = repairs === 'none' ? '' : ` + ${rerun} × ${failed}`;
		const silent = repairs === 'check' ? about(outcomes[i]?.silentSmall ?? 0) : unnoticed(segment);
		return byLane(segment, `${silent}${rerunTerm}`, failed);
	});
	const smallTerm = repairs === 'check' ? 'small silent' : '1 − small success − noticed';
	const rerunTerm = repairs === 'none' ? '' : ` + repair rate × ${strong}`;
	const words = `routed small × (${smallTerm}${rerunTerm}) + (1 − routed small) × ${strong}`;
	const { lines, total } = weighed(board, 'silent', words, filled, valuesOf(outcomes, 'silent'));
	return { lines: [...(repairs === 'check' ? checkedLines(board, outcomes) : []), ...lines], total };
}

const unnoticed = (segment: Segment): string => `1 − ${exact(smallSuccess(segment))} − ${exact(noticed(segment))}`;

function checkedLines({ check, segments }: Scenario, outcomes: readonly SegmentOutcome[]): readonly string[] {
	const catches = known(check?.catches);
	return [
		'small silent = (1 − wrong flagged) × (1 − small success) − what of noticed is left',
		...segments.map((segment, i) => {
			const [failed, seen] = [left(smallSuccess(segment)), exact(noticed(segment))];
			const caught = about(outcomes[i]?.repairCaught ?? 0);
			const silent = about(outcomes[i]?.silentSmall ?? 0);
			return `${segment.name}: ${left(catches)} × ${failed} − max(0, ${seen} − ${caught}) = ${silent}`;
		}),
	];
}

/** Asks for false-easy requests per 1,000, Σ w·p·(1 − q), whether or not they were repaired later. */
export const falseEasyCount: Maker = (random, level, scenario) => {
	const plan = drawPlan(random, level, false);
	const drawn = drawBoard(random, scenario, plan, WITH_NOTICED);
	if (drawn === null) return null;
	const board = level === 3 ? withOverride(drawn, random.whole(0, drawn.segments.length - 1)) : drawn;
	const { metrics, segments } = computeOutcome(board);
	const truth = 1000 * known(metrics.falseEasy);
	if (truth < LEAST) return null;
	const filled = board.segments.map((segment) => {
		const routed = segment.override ? '0' : exact(segment.routedSmall);
		return `${routed} × ${left(smallSuccess(segment))}`;
	});
	const words = 'routed small × (1 − small success)';
	const { lines, total } = weighed(board, 'false-easy', words, filled, valuesOf(segments, 'falseEasy'));
	return made({
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

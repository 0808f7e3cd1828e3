import { laneCost } from '../../engine/index.js';
import type { SegmentOutcome } from '../../engine/outcome-types.js';
import type { Scenario, Segment } from '../../engine/scenario.js';
import { type WeightedFormula, weightedFormula } from './build-question.js';
import { formatApproximate, formatComplement, formatExact } from './format.js';
import { callFormula, noticed, requireFigure, smallSuccess, strongSuccess, tokensOf } from './rows.js';

/**
 * The model's formulas with a board's numbers filled in. The truth itself comes from the engine; tests check that both
 * give the same result.
 */

/** Returns the cost of a request from its tokens and prices: one line per segment and lane. */
export function requestLines(board: Scenario): readonly string[] {
	const hasSeveral = board.segments.length > 1;
	const haveSameTokens = board.segments.every((segment) => sameTokens(segment, board.segments[0]));
	return (haveSameTokens ? board.segments.slice(0, 1) : board.segments).flatMap((segment) =>
		(['small', 'strong'] as const).map((lane) => {
			const prefix = hasSeveral && !haveSameTokens ? `${segment.name}: ` : '';
			const times = board.attempts[lane] === 1 ? '' : `${formatExact(board.attempts[lane])} × `;
			const call = callFormula(tokensOf(segment), board.prices[lane]);
			return `${prefix}${lane} request = ${times}${call} = ${formatApproximate(laneCost(board, lane, segment))}`;
		}),
	);
}

function sameTokens(segment: Segment, other: Segment | undefined): boolean {
	const [a, b] = [tokensOf(segment), tokensOf(other ?? segment)];
	return a.fresh === b.fresh && a.cached === b.cached && a.output === b.output;
}

/** Returns the repair rate that a check causes, r = caught + wasted: one line per segment. */
export function flaggedLines({ check, segments }: Scenario, outcomes: readonly SegmentOutcome[]): readonly string[] {
	if (check === null || check.catches === null) return [];
	const [catches, alarms] = [formatExact(check.catches), formatExact(requireFigure(check.falseAlarms))];
	return [
		'repair rate = wrong flagged × (1 − small success) + right flagged × small success',
		...segments.map((segment, i) => {
			const q = smallSuccess(segment);
			const numbers = `${catches} × ${formatComplement(q)} + ${alarms} × ${formatExact(q)}`;
			return `${segmentPrefix(segments, segment)}repair rate = ${numbers} = ${formatApproximate(requireFigure(outcomes[i]?.repairRate))}`;
		}),
	];
}

/** Derives the cost: p·(c_small + check + r·c_strong) + (1 − p)·c_strong. */
export function costTerms(board: Scenario, outcomes: readonly SegmentOutcome[]): WeightedFormula {
	const { check, segments } = board;
	const repairs = outcomes.some(({ repairRate }) => requireFigure(repairRate) > 0);
	const small = `small request${check ? ' + check' : ''}${repairs ? ' + repair rate × strong request' : ''}`;
	const filled = segments.map((segment, i) => {
		const [smallCost, strongCost] = [laneCost(board, 'small', segment), laneCost(board, 'strong', segment)].map(
			formatApproximate,
		);
		const checkTerm = check ? ` + ${formatExact(requireFigure(check.cost))}` : '';
		const repairTerm = repairs ? ` + ${formatApproximate(requireFigure(outcomes[i]?.repairRate))} × ${strongCost}` : '';
		return laneMixFormula(segment, `${smallCost}${checkTerm}${repairTerm}`, `${strongCost}`);
	});
	const words = `routed small × ${parenthesize(small)} + (1 − routed small) × strong request`;
	return weightedFormula(board, 'cost', words, filled, valuesOf(outcomes, 'cost'));
}

/** Derives the resolution: p·(q − v + r·t) + (1 − p)·t, where t is the strong model's success on all its requests. */
export function resolutionTerms(board: Scenario, outcomes: readonly SegmentOutcome[]): WeightedFormula {
	const repairs = outcomes.some(({ repairRate }) => requireFigure(repairRate) > 0);
	const hasCheck = board.check !== null;
	const small = `small success${hasCheck ? ' × (1 − right flagged)' : ''}${repairs ? ' + repair rate × strong success' : ''}`;
	const filled = board.segments.map((segment, i) => {
		const strong = formatExact(strongSuccess(segment));
		const notWasted = hasCheck ? ` × ${formatComplement(requireFigure(board.check?.falseAlarms))}` : '';
		const repairTerm = repairs ? ` + ${formatApproximate(requireFigure(outcomes[i]?.repairRate))} × ${strong}` : '';
		return laneMixFormula(segment, `${formatExact(smallSuccess(segment))}${notWasted}${repairTerm}`, strong);
	});
	const words = `routed small × ${parenthesize(small)} + (1 − routed small) × strong success`;
	return weightedFormula(board, 'resolved', words, filled, valuesOf(outcomes, 'resolution'));
}

/** Derives hand-offs: p·(e₁ − r) + D·(p·r·(1 − t) + (1 − p)·(1 − t)), valid if only noticed failures are repaired. */
export function handoffTerms(board: Scenario, outcomes: readonly SegmentOutcome[]): WeightedFormula {
	const strongNoticed = formatExact(requireFigure(board.strongDetection));
	const filled = board.segments.map((segment) => {
		const { routedSmall, repairRate } = segment;
		const [p, r] = [formatExact(routedSmall), formatExact(repairRate)];
		const failed = formatComplement(strongSuccess(segment));
		return `${p} × (${formatExact(noticed(segment))} − ${r}) + ${strongNoticed} × ${failed} × (${p} × ${r} + ${formatComplement(routedSmall)})`;
	});
	const words =
		'routed small × (noticed − repaired) + strong noticed × (1 − strong success) × (routed small × repaired + 1 − routed small)';
	return weightedFormula(board, 'hand-offs', words, filled, valuesOf(outcomes, 'handoff'));
}

/** Puts a sum in brackets, and leaves a single term alone. */
export const parenthesize = (sum: string): string => (/ [+−] /.test(sum) ? `(${sum})` : sum);

/** Formats p × small + (1 − p) × strong. */
export const laneMixFormula = ({ routedSmall }: Segment, small: string, strong: string): string =>
	`${formatExact(routedSmall)} × ${parenthesize(small)} + ${formatComplement(routedSmall)} × ${strong}`;

/** Returns `NAME: ` as the prefix of a segment's line; empty if there is only one segment. */
export const segmentPrefix = (segments: readonly Segment[], segment: Segment): string =>
	segments.length > 1 ? `${segment.name}: ` : '';

type Figure = 'cost' | 'resolution' | 'handoff' | 'silent' | 'falseEasy';
export const valuesOf = (outcomes: readonly SegmentOutcome[], figure: Figure): readonly number[] =>
	outcomes.map((outcome) => requireFigure(outcome[figure]));

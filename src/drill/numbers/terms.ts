import { laneCost } from '../../engine/index.js';
import type { SegmentOutcome } from '../../engine/outcome-types.js';
import type { Scenario, Segment } from '../../engine/scenario.js';
import { type Weighed, weighed } from './made.js';
import { callInNumbers, known, noticed, smallSuccess, strongSuccess, tokensOf } from './rows.js';
import { about, exact, left } from './spell.js';

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
			const times = board.attempts[lane] === 1 ? '' : `${exact(board.attempts[lane])} × `;
			const call = callInNumbers(tokensOf(segment), board.prices[lane]);
			return `${prefix}${lane} request = ${times}${call} = ${about(laneCost(board, lane, segment))}`;
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
	const [catches, alarms] = [exact(check.catches), exact(known(check.falseAlarms))];
	return [
		'repair rate = wrong flagged × (1 − small success) + right flagged × small success',
		...segments.map((segment, i) => {
			const q = smallSuccess(segment);
			const numbers = `${catches} × ${left(q)} + ${alarms} × ${exact(q)}`;
			return `${only(segments, segment)}repair rate = ${numbers} = ${about(known(outcomes[i]?.repairRate))}`;
		}),
	];
}

/** p·(c_small + check + r·c_strong) + (1 − p)·c_strong. */
export function costTerms(board: Scenario, outcomes: readonly SegmentOutcome[]): Weighed {
	const { check, segments } = board;
	const repairs = outcomes.some(({ repairRate }) => known(repairRate) > 0);
	const small = `small request${check ? ' + check' : ''}${repairs ? ' + repair rate × strong request' : ''}`;
	const filled = segments.map((segment, i) => {
		const [smallCost, strongCost] = [laneCost(board, 'small', segment), laneCost(board, 'strong', segment)].map(about);
		const checkTerm = check ? ` + ${exact(known(check.cost))}` : '';
		const repairTerm = repairs ? ` + ${about(known(outcomes[i]?.repairRate))} × ${strongCost}` : '';
		return byLane(segment, `${smallCost}${checkTerm}${repairTerm}`, `${strongCost}`);
	});
	const words = `routed small × ${grouped(small)} + (1 − routed small) × strong request`;
	return weighed(board, 'cost', words, filled, valuesOf(outcomes, 'cost'));
}

/** p·(q − v + r·t) + (1 − p)·t, where t is the strong model's success on all its requests. */
export function resolutionTerms(board: Scenario, outcomes: readonly SegmentOutcome[]): Weighed {
	const repairs = outcomes.some(({ repairRate }) => known(repairRate) > 0);
	const hasCheck = board.check !== null;
	const small = `small success${hasCheck ? ' × (1 − right flagged)' : ''}${repairs ? ' + repair rate × strong success' : ''}`;
	const filled = board.segments.map((segment, i) => {
		const strong = exact(strongSuccess(segment));
		const notWasted = hasCheck ? ` × ${left(known(board.check?.falseAlarms))}` : '';
		const repairTerm = repairs ? ` + ${about(known(outcomes[i]?.repairRate))} × ${strong}` : '';
		return byLane(segment, `${exact(smallSuccess(segment))}${notWasted}${repairTerm}`, strong);
	});
	const words = `routed small × ${grouped(small)} + (1 − routed small) × strong success`;
	return weighed(board, 'resolved', words, filled, valuesOf(outcomes, 'resolution'));
}

/** p·(e₁ − r) + D·(p·r·(1 − t) + (1 − p)·(1 − t)), valid if only noticed failures are repaired. */
export function handoffTerms(board: Scenario, outcomes: readonly SegmentOutcome[]): Weighed {
	const strongNoticed = exact(known(board.strongDetection));
	const filled = board.segments.map((segment) => {
		const { routedSmall, repairRate } = segment;
		const [p, r] = [exact(routedSmall), exact(repairRate)];
		const failed = left(strongSuccess(segment));
		return `${p} × (${exact(noticed(segment))} − ${r}) + ${strongNoticed} × ${failed} × (${p} × ${r} + ${left(routedSmall)})`;
	});
	const words =
		'routed small × (noticed − repaired) + strong noticed × (1 − strong success) × (routed small × repaired + 1 − routed small)';
	return weighed(board, 'hand-offs', words, filled, valuesOf(outcomes, 'handoff'));
}

/** Puts a sum in brackets, and leaves a single term alone. */
export const grouped = (sum: string): string => (/ [+−] /.test(sum) ? `(${sum})` : sum);

/** p × small + (1 − p) × strong. */
export const byLane = ({ routedSmall }: Segment, small: string, strong: string): string =>
	`${exact(routedSmall)} × ${grouped(small)} + ${left(routedSmall)} × ${strong}`;

/** Returns `NAME: ` as the prefix of a segment's line; empty if there is only one segment. */
export const only = (segments: readonly Segment[], segment: Segment): string =>
	segments.length > 1 ? `${segment.name}: ` : '';

type Figure = 'cost' | 'resolution' | 'handoff' | 'silent' | 'falseEasy';
export const valuesOf = (outcomes: readonly SegmentOutcome[], figure: Figure): readonly number[] =>
	outcomes.map((outcome) => known(outcome[figure]));

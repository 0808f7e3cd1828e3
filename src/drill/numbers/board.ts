import { calibrate } from '../../engine/calibration.js';
import { evaluate, laneCost } from '../../engine/index.js';
import { allStrongResolution } from '../../engine/lane-resolution.js';
import type { Scenario, Segment, Tokens } from '../../engine/scenario.js';
import { orNull } from '../../engine/unmeasured.js';
import type { SeededRandom } from '../seeded-random.js';
import {
	drawCheck,
	drawMix,
	drawNear,
	drawNoticed,
	drawPrices,
	drawRepairs,
	drawShares,
	drawStrongNoticed,
	drawSuccess,
	drawTokens,
	NO_REASONING,
} from './draw.js';
import type { Level } from './question.js';

/** Size of a board, and what causes repairs. */
export interface BoardPlan {
	readonly segments: number;
	readonly repairs: 'none' | 'rate' | 'check';
}

/** Figures that a question needs on its board. */
export interface RequiredFigures {
	/** Small and strong success. */
	readonly outcomes: boolean;
	/** Noticed failures, in both lanes. */
	readonly noticed: boolean;
	readonly handoffs: boolean;
	/** Whether every segment has its own tokens, even if there are only two. */
	readonly ownTokens: boolean;
	/** Highest repair rate allowed, from q, the strong model's success and e₁. */
	readonly maxRepairRate: (small: number, strong: number, noticed: number) => number;
}

export const SPEND_ONLY: RequiredFigures = {
	outcomes: false,
	noticed: false,
	handoffs: false,
	ownTokens: false,
	maxRepairRate: () => 0.5,
};

/** Draws the plan of a level. Level 3 has repairs, in half of the cases from a check if `checks` allows one. */
export function drawPlan(random: SeededRandom, level: Level, checks: boolean): BoardPlan {
	if (level === 1) return { segments: 1, repairs: 'none' };
	if (level === 2) return random.chance(0.5) ? { segments: 1, repairs: 'rate' } : { segments: 2, repairs: 'none' };
	return { segments: random.integer(2, 3), repairs: random.chance(0.5) && checks ? 'check' : 'rate' };
}

/**
 * Draws a board of round figures near those of a scenario, used both by the engine and in the reader's table.
 *
 * It has no easy share, so that small success is what the table says and no router has to be fitted. That works because
 * the strong model's success is the same for all requests.
 *
 * @returns null if the scenario lacks data or this draw is implausible; the caller tries another
 */
export function drawBoard(
	random: SeededRandom,
	scenario: Scenario,
	plan: BoardPlan,
	needs: RequiredFigures,
): Scenario | null {
	const chosen = chooseSegments(random, scenario, plan.segments, needs);
	if (chosen === null || !hasBoardFacts(scenario, needs)) return null;
	const prices = drawPrices(random, scenario.prices);
	const shares = drawShares(
		random,
		chosen.map(({ segment }) => segment.share),
	);
	// Two segments share their tokens if possible, to keep the question simple.
	const haveOwnTokens = needs.ownTokens || chosen.length > 2;
	const common = haveOwnTokens ? null : drawTokens(random, (chosen[0] as SegmentFacts).tokens);
	const segments = chosen.map((facts, i) => {
		const drawn = drawSegment(random, facts, plan, needs);
		return drawn && { ...drawn, share: shares[i] ?? 0, tokens: common ?? drawTokens(random, facts.tokens) };
	});
	if (!segments.every((segment) => segment !== null)) return null;
	const withoutCheck: Scenario = {
		...bareScenario(scenario),
		prices,
		segments,
		strongDetection: needs.noticed ? drawStrongNoticed(random, scenario.strongDetection ?? 0) : null,
		handoffCost: needs.handoffs ? drawNear(random, scenario.handoffCost ?? 0) : null,
	};
	if (!segments.every((segment) => isWorthRouting(withoutCheck, segment))) return null;
	if (plan.repairs !== 'check') return withoutCheck;
	return {
		...withoutCheck,
		check: drawCheck(random, scenario.check, laneCost(withoutCheck, 'small', segments[0] as Segment)),
	};
}

function chooseSegments(
	random: SeededRandom,
	scenario: Scenario,
	count: number,
	needs: RequiredFigures,
): SegmentFacts[] | null {
	const usable = factsOf(scenario).filter((facts) => hasFacts(facts, needs));
	if (usable.length < count) return null;
	const chosen = random.shuffle(usable).slice(0, count);
	return usable.filter((facts) => chosen.includes(facts));
}

const hasFacts = ({ tokens, smallSuccess, strongSuccess, detection }: SegmentFacts, needs: RequiredFigures): boolean =>
	tokens.fresh + tokens.cached + tokens.output > 0 &&
	(!needs.outcomes || (smallSuccess !== null && strongSuccess !== null)) &&
	(!needs.noticed || (detection !== null && detection > 0));

// In an exam scenario nothing is noticed, so it cannot serve questions about noticed failures.
const hasBoardFacts = ({ strongDetection, handoffCost }: Scenario, needs: RequiredFigures): boolean =>
	(!needs.noticed || (strongDetection ?? 0) > 0) && (!needs.handoffs || (handoffCost ?? 0) > 0);

/** Whether the strong lane is expensive enough for routing to make sense. */
const isWorthRouting = (board: Scenario, segment: Segment): boolean =>
	laneCost(board, 'small', segment) < 0.8 * laneCost(board, 'strong', segment);

function drawSegment(
	random: SeededRandom,
	facts: SegmentFacts,
	plan: BoardPlan,
	needs: RequiredFigures,
): Segment | null {
	const { id, name, risk } = facts.segment;
	const routedSmall = drawMix(random, facts.segment.routedSmall);
	const success = drawSuccess(random, facts.smallSuccess ?? 0, facts.strongSuccess ?? 0);
	const noticed = drawNoticed(random, facts.detection ?? 0, 1 - success.small);
	const maxRepairs = needs.maxRepairRate(success.small, success.strong, noticed);
	const repairRate = plan.repairs === 'rate' ? drawRepairs(random, maxRepairs) : 0;
	if (repairRate === null) return null;
	return {
		id,
		name,
		share: 1,
		risk,
		override: null,
		routedSmall,
		repairRate,
		easyShare: null,
		strongOnEasy: needs.outcomes ? success.strong : null,
		strongOnHard: needs.outcomes ? success.strong : null,
		observed: needs.outcomes
			? { routedSmall, smallSuccess: success.small, escalationRate: needs.noticed ? noticed : null }
			: null,
		routerAuc: null,
		// If the table does not show what is noticed, the question says that only wrong answers are repaired.
		detection: needs.outcomes && !needs.noticed ? 1 : null,
		labels: null,
		strongLabels: null,
		silentCost: 0,
		check: null,
		tokens: null,
		steps: null,
	};
}

/** Returns a scenario with one routed call per request and nothing that questions do not ask about. */
const bareScenario = ({ id, title, tokens }: Scenario): Omit<Scenario, 'prices' | 'segments'> => ({
	id,
	title,
	tokens,
	steps: [{ name: 'answer', lane: 'routed', tokens: null, times: 1 }],
	attempts: { small: 1, strong: 1 },
	cache: { onSwitch: 'kept', write: 1.25 },
	routerCost: 0,
	routerLatency: 0,
	strongDetection: null,
	handoffCost: null,
	check: null,
	latency: null,
	threshold: 0,
	volumePerWeek: null,
	workers: null,
	weeks: [],
	lag: {},
	states: [],
	baseline: null,
	guardrails: [],
	rows: [],
	owners: {},
});

/** Figures of one segment in a scenario, around which fresh ones are drawn. null: not measured. */
interface SegmentFacts {
	readonly segment: Segment;
	/** Sum over all routed calls of a request. */
	readonly tokens: Tokens;
	/** q if anything is routed small, else the small model's success on all requests. */
	readonly smallSuccess: number | null;
	/** Success on all requests if all went strong. */
	readonly strongSuccess: number | null;
	/** δ, the share of small failures that is noticed. */
	readonly detection: number | null;
}

function factsOf(scenario: Scenario): readonly SegmentFacts[] {
	const calibration = calibrate(scenario);
	const { segments } = evaluate(scenario, calibration);
	return scenario.segments.map((segment, i) => ({
		segment,
		tokens: requestTokens(scenario, segment),
		smallSuccess: segments[i]?.smallSuccess ?? segment.easyShare,
		strongSuccess: orNull(allStrongResolution(segment)),
		detection: orNull(calibration[i]?.delta ?? Number.NaN),
	}));
}

function requestTokens(scenario: Scenario, segment: Segment): Tokens {
	let [fresh, cached, output] = [0, 0, 0];
	for (const step of segment.steps ?? scenario.steps) {
		if (step.lane !== 'routed') continue;
		const tokens = step.tokens ?? segment.tokens ?? scenario.tokens;
		fresh += step.times * tokens.fresh;
		cached += step.times * tokens.cached;
		output += step.times * tokens.output;
	}
	return { fresh, cached, output, reasoning: NO_REASONING };
}

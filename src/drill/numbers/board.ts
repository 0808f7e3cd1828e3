import { calibrate } from '../../engine/calibration.js';
import { allStrong } from '../../engine/ends.js';
import { evaluate, laneCost } from '../../engine/index.js';
import type { Scenario, Segment, Tokens } from '../../engine/scenario.js';
import { orNull } from '../../engine/unmeasured.js';
import type { Seeded } from '../seeded.js';
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

/** How large a board is, and who decides what is run again. */
export interface Plan {
	readonly segments: number;
	readonly repairs: 'none' | 'rate' | 'check';
}

/** What a question needs of its board. */
export interface Needs {
	/** Small and strong success. */
	readonly outcomes: boolean;
	/** Failures that somebody notices, in both lanes. */
	readonly noticed: boolean;
	readonly handoffs: boolean;
	/** Tokens of every segment's own, even where there are only two. */
	readonly ownTokens: boolean;
	/** Most of the small-routed requests that may be repaired, from q, the strong model's success and e₁. */
	readonly mostRepaired: (small: number, strong: number, noticed: number) => number;
}

export const SPEND_ONLY: Needs = {
	outcomes: false,
	noticed: false,
	handoffs: false,
	ownTokens: false,
	mostRepaired: () => 0.5,
};

/** Sizes by level; level 3 has repairs, from a check in half of the cases where the kind has use for one. */
export function drawPlan(random: Seeded, level: Level, checks: boolean): Plan {
	if (level === 1) return { segments: 1, repairs: 'none' };
	if (level === 2) return random.chance(0.5) ? { segments: 1, repairs: 'rate' } : { segments: 2, repairs: 'none' };
	return { segments: random.whole(2, 3), repairs: random.chance(0.5) && checks ? 'check' : 'rate' };
}

/**
 * A board of fresh, round figures near those of a scenario, for the engine and for the reader's table alike.
 *
 * It has no easy share, so that small success is what the table says and no router has to be fitted; the strong
 * model's success is the same for all that reach it, which is what makes the model answer without one.
 *
 * @returns null where the scenario lacks what is needed, or this draw came out implausible: try another
 */
export function drawBoard(random: Seeded, scenario: Scenario, plan: Plan, needs: Needs): Scenario | null {
	const chosen = chooseSegments(random, scenario, plan.segments, needs);
	if (chosen === null || !hasSupport(scenario, needs)) return null;
	const prices = drawPrices(random, scenario.prices);
	const shares = drawShares(
		random,
		chosen.map(({ segment }) => segment.share),
	);
	// Two segments share their tokens where they may: one thing less to keep apart.
	const own = needs.ownTokens || chosen.length > 2;
	const common = own ? null : drawTokens(random, (chosen[0] as SegmentFacts).tokens);
	const segments = chosen.map((facts, i) => {
		const drawn = drawSegment(random, facts, plan, needs);
		return drawn && { ...drawn, share: shares[i] ?? 0, tokens: common ?? drawTokens(random, facts.tokens) };
	});
	if (!segments.every((segment) => segment !== null)) return null;
	const bare: Scenario = {
		...bareScenario(scenario),
		prices,
		segments,
		strongDetection: needs.noticed ? drawStrongNoticed(random, scenario.strongDetection ?? 0) : null,
		handoffCost: needs.handoffs ? drawNear(random, scenario.handoffCost ?? 0) : null,
	};
	if (!segments.every((segment) => dearer(bare, segment))) return null;
	if (plan.repairs !== 'check') return bare;
	return { ...bare, check: drawCheck(random, scenario.check, laneCost(bare, 'small', segments[0] as Segment)) };
}

function chooseSegments(random: Seeded, scenario: Scenario, count: number, needs: Needs): SegmentFacts[] | null {
	const usable = factsOf(scenario).filter((facts) => hasFacts(facts, needs));
	if (usable.length < count) return null;
	const chosen = random.shuffled(usable).slice(0, count);
	return usable.filter((facts) => chosen.includes(facts));
}

const hasFacts = ({ tokens, smallSuccess, strongSuccess, detection }: SegmentFacts, needs: Needs): boolean =>
	tokens.fresh + tokens.cached + tokens.output > 0 &&
	(!needs.outcomes || (smallSuccess !== null && strongSuccess !== null)) &&
	(!needs.noticed || (detection !== null && detection > 0));

// An exam, in which nobody notices anything, is no place to ask what is noticed.
const hasSupport = ({ strongDetection, handoffCost }: Scenario, needs: Needs): boolean =>
	(!needs.noticed || (strongDetection ?? 0) > 0) && (!needs.handoffs || (handoffCost ?? 0) > 0);

/** Whether the strong lane is the dearer one by enough to route at all. */
const dearer = (board: Scenario, segment: Segment): boolean =>
	laneCost(board, 'small', segment) < 0.8 * laneCost(board, 'strong', segment);

function drawSegment(random: Seeded, facts: SegmentFacts, plan: Plan, needs: Needs): Segment | null {
	const { id, name, risk } = facts.segment;
	const routedSmall = drawMix(random, facts.segment.routedSmall);
	const success = drawSuccess(random, facts.smallSuccess ?? 0, facts.strongSuccess ?? 0);
	const noticed = drawNoticed(random, facts.detection ?? 0, 1 - success.small);
	const most = needs.mostRepaired(success.small, success.strong, noticed);
	const repairRate = plan.repairs === 'rate' ? drawRepairs(random, most) : 0;
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
		// Where the table does not say what is noticed, the question says that repairs catch only wrong answers.
		detection: needs.outcomes && !needs.noticed ? 1 : null,
		labels: null,
		strongLabels: null,
		silentCost: 0,
		check: null,
		tokens: null,
		steps: null,
	};
}

/** One routed call a request, and nothing that the questions do not ask about. */
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

/** What a scenario knows of one segment: the middle around which fresh figures are drawn. null: not measured. */
interface SegmentFacts {
	readonly segment: Segment;
	/** Of a whole request: all its routed calls together. */
	readonly tokens: Tokens;
	/** q where something is routed small, else what small would get right of everything. */
	readonly smallSuccess: number | null;
	/** Of everything, had it all gone strong. */
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
		strongSuccess: orNull(allStrong(segment)),
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

import type { Condition } from '../../engine/expectations/index.js';
import { carriesNoise } from '../../engine/noise.js';
import type { Guardrail, MetricName } from '../../engine/scenario.js';
import { roundSignificant, roundToStep } from '../numbers/format.js';
import type { SeededRandom } from '../seeded-random.js';
import type { EvaluatedScenario } from './signatures.js';

/** States that the limits must separate: only the fault may break a limit, and only the one of its shape. */
export interface CaseStates {
	readonly healthy: EvaluatedScenario;
	readonly fault: EvaluatedScenario;
	readonly mended: EvaluatedScenario;
}

interface Rule {
	readonly metric: MetricName;
	readonly side: Guardrail['side'];
	readonly owner: string;
	readonly action: string;
	/** Rounds a limit to a value that a team would agree on. */
	readonly round: (value: number) => number;
}

const roundToPoint = (value: number): number => roundToStep(value, 0.001);
const roundDigits = (value: number): number => roundSignificant(value, value > 1 ? 2 : 3);

/** The same for every case, so that the set of guardrails says nothing about the fault. */
const RULES: readonly Rule[] = [
	{
		metric: 'resolution',
		side: 'atLeast',
		owner: 'product',
		action: 'Put the routing of the first of these weeks back.',
		round: roundToPoint,
	},
	{
		metric: 'silent',
		side: 'atMost',
		owner: 'trust and safety',
		action: 'Send the segment with most silent failures to the strong model.',
		round: roundToPoint,
	},
	{
		metric: 'totalCostPerResolved',
		side: 'atMost',
		owner: 'finance',
		action: 'Take back the last release.',
		round: (value) => roundSignificant(value, 3),
	},
	{
		metric: 'latencyP95',
		side: 'atMost',
		owner: 'latency',
		action: 'Take back the last release.',
		round: roundDigits,
	},
];
const HIGH_RISK: Rule = {
	metric: 'highRiskSmall',
	side: 'atMost',
	owner: 'risk',
	action: 'Override the high-risk segments to strong.',
	round: () => 0.05,
};

/**
 * Draws limits that the healthy and mended states meet, with a margin and including noise, and of which the fault
 * breaks exactly one; null if the figures leave no room for them.
 */
export function drawGuardrails(
	random: SeededRandom,
	breaks: MetricName,
	states: CaseStates,
): readonly Guardrail[] | null {
	const risky = states.healthy.scenario.segments.some(({ risk }) => risk === 'high');
	const guardrails: Guardrail[] = [];
	for (const rule of risky ? [...RULES, HIGH_RISK] : RULES) {
		const limit = drawLimit(random, rule, rule.metric === breaks, states);
		if (limit === null) return null;
		const { metric, side, owner, action } = rule;
		guardrails.push({ metric, side, limit, relative: false, segment: null, window: 'one week', owner, action });
	}
	return guardrails;
}

function drawLimit(random: SeededRandom, rule: Rule, broken: boolean, states: CaseStates): number | null {
	// The sign makes smaller values better on either side.
	const sign = rule.side === 'atMost' ? 1 : -1;
	const worstCase = (state: EvaluatedScenario): number | null => noiseEnd(rule.metric, state, sign);
	const [healthy, mended, fault] = [worstCase(states.healthy), worstCase(states.mended), worstCase(states.fault)];
	// The fault must break the limit even at the good end of its noise.
	const certain = noiseEnd(rule.metric, states.fault, sign, -1);
	if (healthy === null || mended === null || fault === null || certain === null) return null;
	const worstGood = Math.max(healthy, mended);
	const target = broken
		? worstGood + (certain - worstGood) * (0.35 + 0.3 * random.uniform())
		: drawLimitWithMargin(random, Math.max(worstGood, fault));
	const limit = rule.round(sign * target);
	if (broken ? sign * limit <= worstGood || sign * limit >= certain : sign * limit <= Math.max(worstGood, fault))
		return null;
	return limit;
}

/** Draws a limit 8% to 30% above a cost, wait or rate; if more is better, that much farther from 1. */
const drawLimitWithMargin = (random: SeededRandom, worstCase: number): number => {
	const by = 1.08 + 0.22 * random.uniform();
	return worstCase < 0 ? -(1 - (1 + worstCase) * by) : worstCase * by;
};

/** Returns the bad end of the noise interval (the good one for −1), signed so that less is better; null: unmeasured. */
function noiseEnd(metric: MetricName, { outcome }: EvaluatedScenario, sign: number, end = 1): number | null {
	const value = outcome.metrics[metric];
	const noise = carriesNoise(metric) ? outcome.noise[metric] : 0;
	return value === null || noise === null ? null : sign * value + end * noise;
}

/** Returns the conditions of a mended board: a saving, and fixed limits, so that moving a guardrail mends nothing. */
export function mendConditions(guardrails: readonly Guardrail[], saving: number): readonly Condition[] {
	const limits = guardrails.map(
		({ metric, side, limit }): Condition => ({
			kind: 'bound',
			figure: metric,
			segment: null,
			atLeast: side === 'atLeast' ? limit : null,
			atMost: side === 'atMost' ? limit : null,
		}),
	);
	// Without a minimum saving, sending everything strong would pass.
	const minimumSaving: Condition = { kind: 'bound', figure: 'saving', segment: null, atLeast: saving, atMost: null };
	return [{ kind: 'verdict', verdict: 'ship' }, ...limits, minimumSaving];
}

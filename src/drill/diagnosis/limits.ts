import type { Condition } from '../../engine/expectations/index.js';
import { carriesNoise } from '../../engine/noise.js';
import type { Guardrail, MetricName } from '../../engine/scenario.js';
import { significant, toStep } from '../numbers/spell.js';
import type { Seeded } from '../seeded.js';
import type { Seen } from './signatures.js';

/** The states that the limits have to part: only the fault breaks the one that its shape breaks. */
export interface States {
	readonly healthy: Seen;
	readonly fault: Seen;
	readonly mended: Seen;
}

interface Rule {
	readonly metric: MetricName;
	readonly side: Guardrail['side'];
	readonly owner: string;
	readonly action: string;
	/** Rounds a limit to something that people would agree on. */
	readonly round: (value: number) => number;
}

const points = (value: number): number => toStep(value, 0.001);
const digits = (value: number): number => significant(value, value > 1 ? 2 : 3);

/** The same for every case, so that what is guarded says nothing of what went wrong. */
const RULES: readonly Rule[] = [
	{
		metric: 'resolution',
		side: 'atLeast',
		owner: 'product',
		action: 'Put the routing of the first of these weeks back.',
		round: points,
	},
	{
		metric: 'silent',
		side: 'atMost',
		owner: 'trust and safety',
		action: 'Send the segment with most silent failures to the strong model.',
		round: points,
	},
	{
		metric: 'totalCostPerResolved',
		side: 'atMost',
		owner: 'finance',
		action: 'Take back the last release.',
		round: (value) => significant(value, 3),
	},
	{
		metric: 'latencyP95',
		side: 'atMost',
		owner: 'latency',
		action: 'Take back the last release.',
		round: digits,
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
 * Limits that hold with room, noise included, in the healthy and the mended state, and that the fault breaks in
 * one metric; null: the figures leave no room for them.
 */
export function drawGuardrails(random: Seeded, breaks: MetricName, states: States): readonly Guardrail[] | null {
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

function drawLimit(random: Seeded, rule: Rule, broken: boolean, states: States): number | null {
	// Turned so that less is better whatever the side.
	const sign = rule.side === 'atMost' ? 1 : -1;
	const worst = (state: Seen): number | null => reach(rule.metric, state, sign);
	const [healthy, mended, fault] = [worst(states.healthy), worst(states.mended), worst(states.fault)];
	// Noise counts for the fault here: it has to stay on the bad side whatever the labels leave open.
	const surely = reach(rule.metric, states.fault, sign, -1);
	if (healthy === null || mended === null || fault === null || surely === null) return null;
	const fine = Math.max(healthy, mended);
	const aim = broken ? fine + (surely - fine) * (0.35 + 0.3 * random.uniform()) : roomy(random, Math.max(fine, fault));
	const limit = rule.round(sign * aim);
	if (broken ? sign * limit <= fine || sign * limit >= surely : sign * limit <= Math.max(fine, fault)) return null;
	return limit;
}

/** A limit with some room: 8% to 30% beyond a cost, wait or rate; as much of what is missing to 1 where more is better. */
const roomy = (random: Seeded, worst: number): number => {
	const by = 1.08 + 0.22 * random.uniform();
	return worst < 0 ? -(1 - (1 + worst) * by) : worst * by;
};

/** The bad end of what the labels leave open (the good one for −1), turned so that less is better. */
function reach(metric: MetricName, { outcome }: Seen, sign: number, end = 1): number | null {
	const value = outcome.metrics[metric];
	const noise = carriesNoise(metric) ? outcome.noise[metric] : 0;
	return value === null || noise === null ? null : sign * value + end * noise;
}

/** What a mended board has to meet: every limit by its figure, so that moving a limit mends nothing, and a saving. */
export function mendConditions(guardrails: readonly Guardrail[], saving: number): readonly Condition[] {
	const bounds = guardrails.map(
		({ metric, side, limit }): Condition => ({
			kind: 'bound',
			figure: metric,
			segment: null,
			atLeast: side === 'atLeast' ? limit : null,
			atMost: side === 'atMost' ? limit : null,
		}),
	);
	// Everything strong would meet the rest.
	const floor: Condition = { kind: 'bound', figure: 'saving', segment: null, atLeast: saving, atMost: null };
	return [{ kind: 'verdict', verdict: 'ship' }, ...bounds, floor];
}

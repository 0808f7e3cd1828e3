import { computeOutcome } from '../../engine/index.js';
import type { Outcome, SegmentOutcome } from '../../engine/outcome-types.js';
import type { MetricName, Scenario, Segment } from '../../engine/scenario.js';
import type { Shape } from './case.js';

/** A scenario with its outcome. */
export interface EvaluatedScenario {
	readonly scenario: Scenario;
	readonly outcome: Outcome;
}

export const evaluateScenario = (scenario: Scenario): EvaluatedScenario => ({
	scenario,
	outcome: computeOutcome(scenario),
});

/** How well a case shows a shape. Cases between a trace and a clear instance are not drawn, so no case is debatable. */
type Strength = 'clear' | 'trace';
type Signature = (now: EvaluatedScenario, before: EvaluatedScenario, strength: Strength) => boolean;

/**
 * Returns the shapes with at least a trace in a case. Reads only what the tables show, and the router's skill, which
 * the tables show indirectly.
 *
 * @param before the same scenario at its healthy start
 */
export function findShapes(now: EvaluatedScenario, before: EvaluatedScenario): readonly Shape[] {
	return SHAPE_IDS.filter((shape) => SIGNATURES[shape](now, before, 'trace'));
}

/** Whether this shape is clear and no other has even a trace. */
export const showsOnly = (shape: Shape, now: EvaluatedScenario, before: EvaluatedScenario): boolean =>
	SIGNATURES[shape](now, before, 'clear') && findShapes(now, before).every((other) => other === shape);

/** Outcomes of one segment now and before. */
interface Pair {
	readonly segment: Segment;
	readonly now: SegmentOutcome;
	readonly before: SegmentOutcome;
}

const pairs = (now: EvaluatedScenario, before: EvaluatedScenario): readonly Pair[] =>
	now.scenario.segments.flatMap((segment, i): Pair[] => {
		const [after, start] = [now.outcome.segments[i], before.outcome.segments[i]];
		return after && start ? [{ segment, now: after, before: start }] : [];
	});

const metric = ({ outcome }: EvaluatedScenario, name: MetricName): number => outcome.metrics[name] ?? 0;

/** Returns now divided by before; infinite if the metric was 0 before. */
const ratio = (name: MetricName, now: EvaluatedScenario, before: EvaluatedScenario): number =>
	metric(now, name) / metric(before, name);
const increase = (name: MetricName, now: EvaluatedScenario, before: EvaluatedScenario): number =>
	metric(now, name) - metric(before, name);

const skillOf = ({ routerAuc }: SegmentOutcome): number => routerAuc ?? 0;
const easyShare = ({ trueEasy, falseHard }: SegmentOutcome): number => (trueEasy ?? 0) + (falseHard ?? 0);

const SIGNATURES: Readonly<Record<Shape, Signature>> = {
	F1: (now, before, strength) => {
		const [mix, failed] = strength === 'clear' ? [0.35, 0.12] : [0.15, 0.05];
		return pairs(now, before).some(
			(pair) =>
				pair.now.routedSmall - pair.before.routedSmall >= mix &&
				(pair.now.falseEasy ?? 0) - (pair.before.falseEasy ?? 0) >= failed &&
				skillOf(pair.now) > skillOf(pair.before) - 0.05,
		);
	},
	F2: (now, before, strength) => {
		const [maxEscalationRatio, redone, silent] = strength === 'clear' ? [0.75, 0.5, 1.15] : [0.9, 0.8, 0.97];
		const wrong = metric(now, 'falseEasy') / metric(now, 'smallShare');
		return (
			ratio('escalationRate', now, before) <= maxEscalationRatio &&
			metric(now, 'repairRate') <= redone * wrong &&
			ratio('silent', now, before) >= silent
		);
	},
	F3: (now, before, strength) => {
		const [rate, costRatio] = strength === 'clear' ? [0.35, 1.08] : [0.25, 1];
		return (
			metric(now, 'repairRate') >= rate &&
			increase('repairRate', now, before) >= rate / 2 &&
			ratio('totalCostPerResolved', now, before) >= costRatio
		);
	},
	F4: (now, before, strength) => {
		const [highMix, lowMix, wasted, skill] = strength === 'clear' ? [0.85, 0.1, 0.65, 0.55] : [0.7, 0.25, 0.5, 0.7];
		const all = pairs(now, before);
		return all.some(
			(high) =>
				high.now.routedSmall >= highMix &&
				skillOf(high.now) <= skill &&
				all.some(
					(low) =>
						low.segment.risk !== 'high' &&
						low.now.routedSmall <= lowMix &&
						(low.now.falseHard ?? 0) >= wasted &&
						Math.abs(easyShare(high.now) - easyShare(low.now)) <= 0.1,
				),
		);
	},
	F5: (now, before, strength) => {
		const [maxShift, skill, escalated] = strength === 'clear' ? [0.01, 0.15, 1.5] : [0.05, 0.05, 0];
		const small = pairs(now, before).filter((pair) => pair.now.routedSmall > 0);
		return (
			small.every((pair) => Math.abs(pair.now.routedSmall - pair.before.routedSmall) <= maxShift) &&
			small.some((pair) => skillOf(pair.before) - skillOf(pair.now) >= skill) &&
			ratio('escalationRate', now, before) >= escalated
		);
	},
	F6: (now, before, strength) => {
		const [mix, silentGrowth, share, costRatio] = strength === 'clear' ? [0.3, 3, 0.05, 1.1] : [0.05, 1, 1, 0];
		const isCostlier = ratio('totalCostPerResolved', now, before) >= costRatio;
		return pairs(now, before).some(
			(pair) =>
				isCostlier &&
				pair.segment.risk === 'high' &&
				pair.segment.share <= share &&
				pair.now.routedSmall - pair.before.routedSmall >= mix &&
				(pair.now.silent ?? 0) >= silentGrowth * (pair.before.silent ?? 0),
		);
	},
	F7: (now, before, strength) => {
		const budget = now.scenario.guardrails.find((guardrail) => guardrail.metric === 'latencyP95')?.limit;
		if (budget === undefined) return false;
		const [over, repaired] = strength === 'clear' ? [1.03, 0.08] : [0.98, 0];
		return (
			metric(now, 'latencyP95') >= over * budget &&
			increase('latencyP95', now, before) > 0 &&
			metric(now, 'repairRate') >= repaired
		);
	},
};

const SHAPE_IDS = Object.keys(SIGNATURES) as readonly Shape[];

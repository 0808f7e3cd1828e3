import type { MetricName } from '../../engine/scenario.js';
import type { Shape } from './case.js';
import { formatEstimate, formatMilliseconds, formatPercent, formatUsd } from './format.js';
import type { EvaluatedScenario } from './signatures.js';

/** Figures from which the explanation of one case is written. */
export interface Evidence {
	readonly now: EvaluatedScenario;
	readonly before: EvaluatedScenario;
	/** Index of the segment at fault; −1 if the fault is about the whole board. */
	readonly segmentIndex: number;
}

const metric = ({ outcome }: EvaluatedScenario, name: MetricName): number | null => outcome.metrics[name];
const segmentName = ({ now, segmentIndex }: Evidence): string =>
	now.scenario.segments[segmentIndex]?.name ?? 'The board';
const segmentOutcome = (state: EvaluatedScenario, at: number) => state.outcome.segments[at];

/** Returns `A to B`: a figure of the board before and now, formatted as in the tables. */
const change = ({ now, before }: Evidence, figure: MetricName, format: (value: number | null) => string): string =>
	`${format(metric(before, figure))} to ${format(metric(now, figure))}`;

const againstStrong = (saving: number | null): string =>
	saving !== null && saving < 0 ? `is ${formatPercent(-saving)} above` : `is ${formatPercent(saving)} below`;

/** Returns the share of the small answers that were wrong. */
const wrongShare = (state: EvaluatedScenario): number =>
	(metric(state, 'falseEasy') ?? 0) / (metric(state, 'smallShare') ?? 1);

const SENTENCES: Readonly<Record<Shape, (evidence: Evidence) => string>> = {
	F1: (evidence) => {
		const { now, before, segmentIndex } = evidence;
		const others = now.outcome.segments.filter((_, i) => i !== segmentIndex).map(({ falseEasy }) => falseEasy ?? 0);
		return (
			`In the segment ${segmentName(evidence)}, false-easy is ${formatPercent(segmentOutcome(now, segmentIndex)?.falseEasy)}, and no other segment has more than ${formatPercent(Math.max(...others))}. ` +
			`Its share routed small went from ${formatPercent(segmentOutcome(before, segmentIndex)?.routedSmall)} to ${formatPercent(segmentOutcome(now, segmentIndex)?.routedSmall)} under a router that ranks as it did.`
		);
	},
	F2: (evidence) =>
		`Escalations fell from ${change(evidence, 'escalationRate', formatPercent)} of the small answers, while silent failures rose from ${change(evidence, 'silent', formatPercent)} of the requests. ` +
		`Of the small answers ${formatPercent(wrongShare(evidence.now))} are wrong and only ${formatPercent(metric(evidence.now, 'repairRate'))} are redone: what approves them shares their blind spots.`,
	F3: (evidence) =>
		`Of the small answers ${formatPercent(metric(evidence.now, 'repairRate'))} are redone, although only ${formatPercent(wrongShare(evidence.now))} of them are wrong. ` +
		`Model spend ${againstStrong(metric(evidence.now, 'saving'))} all strong, and all costs per resolved request rose from ${change(evidence, 'totalCostPerResolved', formatUsd)}.`,
	F4: (evidence) => {
		const { now, segmentIndex } = evidence;
		const low = segmentOutcome(now, segmentIndex);
		const high = segmentOutcome(now, 0);
		const first = now.scenario.segments[0]?.name;
		return (
			`The segment ${segmentName(evidence)} sends ${formatPercent(low?.routedSmall)} small with a false-hard of ${formatPercent(low?.falseHard)}, and ${first} sends ${formatPercent(high?.routedSmall)} small with a false-easy of ${formatPercent(high?.falseEasy)}. ` +
			`At such different mixes small answers are right about as often, ${formatPercent(low?.smallSuccess)} and ${formatPercent(high?.smallSuccess)}: the mix follows who asks and not how hard it is.`
		);
	},
	F5: (evidence) =>
		`Small share stayed at ${formatPercent(metric(evidence.now, 'smallShare'))} and spend at ${formatUsd(metric(evidence.now, 'cost'))}, while the wrong ones among the small answers went from ${formatPercent(wrongShare(evidence.before))} to ${formatPercent(wrongShare(evidence.now))}. ` +
		`Escalations rose with them, from ${change(evidence, 'escalationRate', formatPercent)}: the router ranks worse than it did.`,
	F6: (evidence) => {
		const { now, before, segmentIndex } = evidence;
		const { share, silentCost } = now.scenario.segments[segmentIndex] ?? { share: 0, silentCost: null };
		return (
			`The segment ${segmentName(evidence)} has high risk, a silent failure in it costs ${formatEstimate(silentCost)}, and ${formatPercent(segmentOutcome(now, segmentIndex)?.routedSmall)} of it goes small. ` +
			`With ${formatPercent(share)} of the traffic it hardly moves resolution (${formatPercent(metric(before, 'resolution'))} before, ${formatPercent(metric(now, 'resolution'))} now), but all costs per resolved request rose from ${change(evidence, 'totalCostPerResolved', formatUsd)}.`
		);
	},
	F7: (evidence) => {
		const { now } = evidence;
		const budget = now.scenario.guardrails.find((guardrail) => guardrail.metric === 'latencyP95')?.limit;
		return (
			`The p95 wait rose from ${change(evidence, 'latencyP95', formatMilliseconds)}, over its budget of ${formatMilliseconds(budget)}, while resolution went from ${change(evidence, 'resolution', formatPercent)}. ` +
			`Of the small answers ${formatPercent(metric(now, 'repairRate'))} are redone, and whoever gets one of those has waited for the small model, ${formatMilliseconds(now.scenario.check?.latency)} of a check and the strong model.`
		);
	},
};

/** Returns two sentences with the figures that give the shape away. */
export const explainShape = (shape: Shape, evidence: Evidence): string => SENTENCES[shape](evidence);

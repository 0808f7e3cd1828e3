import type { MetricName } from '../../engine/scenario.js';
import type { Shape } from './case.js';
import type { Seen } from './signatures.js';
import { percent, stated, usd, wait } from './spell.js';

/** Figures from which the explanation of one case is written. */
export interface Evidence {
	readonly now: Seen;
	readonly before: Seen;
	/** Index of the segment at fault; −1 if the fault is about the whole board. */
	readonly at: number;
}

const metric = ({ outcome }: Seen, segmentName: MetricName): number | null => outcome.metrics[segmentName];
const segmentName = ({ now, at }: Evidence): string => now.scenario.segments[at]?.name ?? 'The board';
const segmentOutcome = (state: Seen, at: number) => state.outcome.segments[at];

/** Returns `A to B`: a figure of the board before and now, formatted as in the tables. */
const change = ({ now, before }: Evidence, figure: MetricName, format: (value: number | null) => string): string =>
	`${format(metric(before, figure))} to ${format(metric(now, figure))}`;

const againstStrong = (saving: number | null): string =>
	saving !== null && saving < 0 ? `is ${percent(-saving)} above` : `is ${percent(saving)} below`;

/** Returns the share of the small answers that were wrong. */
const wrongShare = (state: Seen): number => (metric(state, 'falseEasy') ?? 0) / (metric(state, 'smallShare') ?? 1);

const SENTENCES: Readonly<Record<Shape, (evidence: Evidence) => string>> = {
	F1: (evidence) => {
		const { now, before, at } = evidence;
		const others = now.outcome.segments.filter((_, i) => i !== at).map(({ falseEasy }) => falseEasy ?? 0);
		return (
			`In the segment ${segmentName(evidence)}, false-easy is ${percent(segmentOutcome(now, at)?.falseEasy)}, and no other segment has more than ${percent(Math.max(...others))}. ` +
			`Its share routed small went from ${percent(segmentOutcome(before, at)?.routedSmall)} to ${percent(segmentOutcome(now, at)?.routedSmall)} under a router that ranks as it did.`
		);
	},
	F2: (evidence) =>
		`Escalations fell from ${change(evidence, 'escalationRate', percent)} of the small answers, while silent failures rose from ${change(evidence, 'silent', percent)} of the requests. ` +
		`Of the small answers ${percent(wrongShare(evidence.now))} are wrong and only ${percent(metric(evidence.now, 'repairRate'))} are redone: what approves them shares their blind spots.`,
	F3: (evidence) =>
		`Of the small answers ${percent(metric(evidence.now, 'repairRate'))} are redone, although only ${percent(wrongShare(evidence.now))} of them are wrong. ` +
		`Model spend ${againstStrong(metric(evidence.now, 'saving'))} all strong, and all costs per resolved request rose from ${change(evidence, 'totalCostPerResolved', usd)}.`,
	F4: (evidence) => {
		const { now, at } = evidence;
		const low = segmentOutcome(now, at);
		const high = segmentOutcome(now, 0);
		const first = now.scenario.segments[0]?.name;
		return (
			`The segment ${segmentName(evidence)} sends ${percent(low?.routedSmall)} small with a false-hard of ${percent(low?.falseHard)}, and ${first} sends ${percent(high?.routedSmall)} small with a false-easy of ${percent(high?.falseEasy)}. ` +
			`At such different mixes small answers are right about as often, ${percent(low?.smallSuccess)} and ${percent(high?.smallSuccess)}: the mix follows who asks and not how hard it is.`
		);
	},
	F5: (evidence) =>
		`Small share stayed at ${percent(metric(evidence.now, 'smallShare'))} and spend at ${usd(metric(evidence.now, 'cost'))}, while the wrong ones among the small answers went from ${percent(wrongShare(evidence.before))} to ${percent(wrongShare(evidence.now))}. ` +
		`Escalations rose with them, from ${change(evidence, 'escalationRate', percent)}: the router ranks worse than it did.`,
	F6: (evidence) => {
		const { now, before, at } = evidence;
		const { share, silentCost } = now.scenario.segments[at] ?? { share: 0, silentCost: null };
		return (
			`The segment ${segmentName(evidence)} has high risk, a silent failure in it costs ${stated(silentCost)}, and ${percent(segmentOutcome(now, at)?.routedSmall)} of it goes small. ` +
			`With ${percent(share)} of the traffic it hardly moves resolution (${percent(metric(before, 'resolution'))} before, ${percent(metric(now, 'resolution'))} now), but all costs per resolved request rose from ${change(evidence, 'totalCostPerResolved', usd)}.`
		);
	},
	F7: (evidence) => {
		const { now } = evidence;
		const budget = now.scenario.guardrails.find((guardrail) => guardrail.metric === 'latencyP95')?.limit;
		return (
			`The p95 wait rose from ${change(evidence, 'latencyP95', wait)}, over its budget of ${wait(budget)}, while resolution went from ${change(evidence, 'resolution', percent)}. ` +
			`Of the small answers ${percent(metric(now, 'repairRate'))} are redone, and whoever gets one of those has waited for the small model, ${wait(now.scenario.check?.latency)} of a check and the strong model.`
		);
	},
};

/** Returns two sentences with the figures that give the shape away. */
export const becauseOf = (shape: Shape, evidence: Evidence): string => SENTENCES[shape](evidence);

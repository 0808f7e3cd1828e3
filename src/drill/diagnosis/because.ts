import type { MetricName } from '../../engine/scenario.js';
import type { Shape } from './case.js';
import type { Seen } from './signatures.js';
import { percent, stated, usd, wait } from './spell.js';

/** What gives the shape away in one case. */
export interface Evidence {
	readonly now: Seen;
	readonly before: Seen;
	/** Place of the segment that it is about in the scenario's list; −1: it is about the board. */
	readonly at: number;
}

const metric = ({ outcome }: Seen, name: MetricName): number | null => outcome.metrics[name];
const name = ({ now, at }: Evidence): string => now.scenario.segments[at]?.name ?? 'The board';
const segment = (state: Seen, at: number) => state.outcome.segments[at];

/** `A to B`, a figure of the board before and now, as the tables print it. */
const moved = ({ now, before }: Evidence, figure: MetricName, spelled: (value: number | null) => string): string =>
	`${spelled(metric(before, figure))} to ${spelled(metric(now, figure))}`;

const againstStrong = (saving: number | null): string =>
	saving !== null && saving < 0 ? `is ${percent(-saving)} above` : `is ${percent(saving)} below`;

/** Share of the small answers that were wrong. */
const wrong = (state: Seen): number => (metric(state, 'falseEasy') ?? 0) / (metric(state, 'smallShare') ?? 1);

const SENTENCES: Readonly<Record<Shape, (evidence: Evidence) => string>> = {
	F1: (evidence) => {
		const { now, before, at } = evidence;
		const others = now.outcome.segments.filter((_, i) => i !== at).map(({ falseEasy }) => falseEasy ?? 0);
		return (
			`In the segment ${name(evidence)}, false-easy is ${percent(segment(now, at)?.falseEasy)}, and no other segment has more than ${percent(Math.max(...others))}. ` +
			`Its share routed small went from ${percent(segment(before, at)?.routedSmall)} to ${percent(segment(now, at)?.routedSmall)} under a router that ranks as it did.`
		);
	},
	F2: (evidence) =>
		`Escalations fell from ${moved(evidence, 'escalationRate', percent)} of the small answers, while silent failures rose from ${moved(evidence, 'silent', percent)} of the requests. ` +
		`Of the small answers ${percent(wrong(evidence.now))} are wrong and only ${percent(metric(evidence.now, 'repairRate'))} are redone: what approves them shares their blind spots.`,
	F3: (evidence) =>
		`Of the small answers ${percent(metric(evidence.now, 'repairRate'))} are redone, although only ${percent(wrong(evidence.now))} of them are wrong. ` +
		`Model spend ${againstStrong(metric(evidence.now, 'saving'))} all strong, and all costs per resolved request rose from ${moved(evidence, 'totalCostPerResolved', usd)}.`,
	F4: (evidence) => {
		const { now, at } = evidence;
		const low = segment(now, at);
		const high = segment(now, 0);
		const first = now.scenario.segments[0]?.name;
		return (
			`The segment ${name(evidence)} sends ${percent(low?.routedSmall)} small with a false-hard of ${percent(low?.falseHard)}, and ${first} sends ${percent(high?.routedSmall)} small with a false-easy of ${percent(high?.falseEasy)}. ` +
			`At such different mixes small answers are right about as often, ${percent(low?.smallSuccess)} and ${percent(high?.smallSuccess)}: the mix follows who asks and not how hard it is.`
		);
	},
	F5: (evidence) =>
		`Small share stayed at ${percent(metric(evidence.now, 'smallShare'))} and spend at ${usd(metric(evidence.now, 'cost'))}, while the wrong ones among the small answers went from ${percent(wrong(evidence.before))} to ${percent(wrong(evidence.now))}. ` +
		`Escalations rose with them, from ${moved(evidence, 'escalationRate', percent)}: the router ranks worse than it did.`,
	F6: (evidence) => {
		const { now, before, at } = evidence;
		const { share, silentCost } = now.scenario.segments[at] ?? { share: 0, silentCost: null };
		return (
			`The segment ${name(evidence)} has high risk, a silent failure in it costs ${stated(silentCost)}, and ${percent(segment(now, at)?.routedSmall)} of it goes small. ` +
			`With ${percent(share)} of the traffic it hardly moves resolution (${percent(metric(before, 'resolution'))} before, ${percent(metric(now, 'resolution'))} now), but all costs per resolved request rose from ${moved(evidence, 'totalCostPerResolved', usd)}.`
		);
	},
	F7: (evidence) => {
		const { now } = evidence;
		const budget = now.scenario.guardrails.find((one) => one.metric === 'latencyP95')?.limit;
		return (
			`The p95 wait rose from ${moved(evidence, 'latencyP95', wait)}, over its budget of ${wait(budget)}, while resolution went from ${moved(evidence, 'resolution', percent)}. ` +
			`Of the small answers ${percent(metric(now, 'repairRate'))} are redone, and whoever gets one of those has waited for the small model, ${wait(now.scenario.check?.latency)} of a check and the strong model.`
		);
	},
};

/** Two sentences with the figures that give a shape away. */
export const becauseOf = (shape: Shape, evidence: Evidence): string => SENTENCES[shape](evidence);

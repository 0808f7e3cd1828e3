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

/** Share of the small answers that were wrong. */
const wrong = (state: Seen): number => (metric(state, 'falseEasy') ?? 0) / (metric(state, 'smallShare') ?? 1);

const SENTENCES: Readonly<Record<Shape, (evidence: Evidence) => string>> = {
	F1: (evidence) => {
		const { now, before, at } = evidence;
		const others = now.outcome.segments.filter((_, i) => i !== at).map(({ falseEasy }) => falseEasy ?? 0);
		return (
			`In the segment ${name(evidence)}, false-easy is ${percent(segment(now, at)?.falseEasy)}, while no other segment has more than ${percent(Math.max(...others))}. ` +
			`Its share routed small went from ${percent(segment(before, at)?.routedSmall)} to ${percent(segment(now, at)?.routedSmall)} with a router that ranks as it did.`
		);
	},
	F2: (evidence) =>
		`Escalations went from ${moved(evidence, 'escalationRate', percent)} of the small answers and silent failures from ${moved(evidence, 'silent', percent)} of the requests. ` +
		`Of the small answers ${percent(wrong(evidence.now))} are wrong and only ${percent(metric(evidence.now, 'repairRate'))} are redone: what approves them shares their blind spots.`,
	F3: (evidence) =>
		`Of the small answers ${percent(metric(evidence.now, 'repairRate'))} are redone, although only ${percent(wrong(evidence.now))} of them are wrong. ` +
		`Model spend is still ${percent(metric(evidence.now, 'saving'))} below all strong, but all costs per resolved request went from ${moved(evidence, 'totalCostPerResolved', usd)}.`,
	F4: (evidence) => {
		const { now, at } = evidence;
		const low = segment(now, at);
		const high = segment(now, 0);
		return (
			`${now.scenario.segments[at]?.name} sends ${percent(low?.routedSmall)} small and keeps ${percent(low?.falseHard)} strong that was easy; ${now.scenario.segments[0]?.name} sends ${percent(high?.routedSmall)} small, and false-easy there is ${percent(high?.falseEasy)}. ` +
			`Small answers are right as often in the one (${percent(low?.smallSuccess)}) as in the other (${percent(high?.smallSuccess)}), so the mix says who asks and nothing about how hard it is.`
		);
	},
	F5: (evidence) =>
		`Small share went from ${moved(evidence, 'smallShare', percent)}, so the mix stood still, and yet wrong small answers went from ${percent(wrong(evidence.before))} to ${percent(wrong(evidence.now))} of all small answers. ` +
		`Escalations rose with them, from ${moved(evidence, 'escalationRate', percent)}: the router ranks worse than it did.`,
	F6: (evidence) => {
		const { now, at } = evidence;
		const { share, silentCost } = now.scenario.segments[at] ?? { share: 0, silentCost: null };
		return (
			`The segment ${name(evidence)} has high risk and sends ${percent(segment(now, at)?.routedSmall)} small, where a silent failure costs ${stated(silentCost)}. ` +
			`It is ${percent(share)} of the traffic, so resolution only went from ${moved(evidence, 'resolution', percent)}, while all costs per resolved request went from ${moved(evidence, 'totalCostPerResolved', usd)}.`
		);
	},
	F7: (evidence) => {
		const { now } = evidence;
		const budget = now.scenario.guardrails.find((one) => one.metric === 'latencyP95')?.limit;
		return (
			`The p95 wait went from ${moved(evidence, 'latencyP95', wait)} with a budget of ${wait(budget)}, while resolution went from ${moved(evidence, 'resolution', percent)}. ` +
			`Of the small answers ${percent(metric(now, 'repairRate'))} are redone, and each of those waits for the small model, ${wait(now.scenario.check?.latency)} of a check and the strong model.`
		);
	},
};

/** Two sentences with the figures that give a shape away. */
export const becauseOf = (shape: Shape, evidence: Evidence): string => SENTENCES[shape](evidence);

import type { Scenario } from '../../../engine/scenario.js';
import { nameOf } from '../../explain/name-of.js';
import type { Path } from '../../yaml/locate.js';
import type { ScenarioDocument } from '../document.js';
import type { Breach } from '../rules/rule.js';
import { setNumbers } from '../set-numbers.js';

/** No model answers in fewer milliseconds, not even with its first token. */
const LEAST_ANSWER = 20;
/** A classifier or a check can be that fast, and a part of a millisecond is nothing that anybody would write. */
const LEAST_DELAY = 1;

/** Times that were written in seconds: a model that answers within 1.2 ms. */
export function waitDoubts({ scenario }: ScenarioDocument): readonly Breach[] {
	const { latency, routerLatency, check, segments, guardrails } = scenario;
	const answers: readonly Time[] = [
		...(latency ? (['small', 'strong'] as const).map((lane) => time(['latency', lane, 'p50'], latency[lane].p50)) : []),
		...guardrails.flatMap(({ metric, relative, limit, side }, i) =>
			metric.startsWith('latency') && !relative ? [time(['guardrails', i, side], limit)] : [],
		),
		...setTimes(scenario, /^latency\./),
	];
	const delays: readonly Time[] = [
		time(['routerLatency'], routerLatency),
		time(['check', 'latency'], check?.latency ?? 0),
		...segments.map((segment, i) =>
			time(['segments', i, 'check', 'latency'], (segment.check !== 'off' && segment.check?.latency) || 0),
		),
		...setTimes(scenario, /(?:^routerLatency|\bcheck\.latency)$/),
	];
	return [...below(answers, LEAST_ANSWER, scenario), ...below(delays, LEAST_DELAY, scenario)];
}

interface Time {
	readonly path: Path;
	readonly ms: number;
}

const time = (path: Path, ms: number): Time => ({ path, ms });

const setTimes = (scenario: Scenario, name: RegExp): readonly Time[] =>
	setNumbers(scenario, name).map(({ path, value }) => time(path, value));

const below = (times: readonly Time[], least: number, scenario: Scenario): readonly Breach[] =>
	times
		.filter(({ ms }) => ms > 0 && ms < least)
		.map(({ path, ms }) => ({
			path,
			message: `${nameOf(scenario, path)} is ${ms} ms, which looks like seconds`,
			help: `Times are in milliseconds: write ${Number((ms * 1000).toPrecision(12))} if ${ms} s is meant.`,
		}));

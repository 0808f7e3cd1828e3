import type { Scenario } from '../../../engine/scenario.js';
import { nameOf } from '../../explain/name-of.js';
import type { Path } from '../../yaml/locate.js';
import { findChangedNumbers } from '../changed-numbers.js';
import type { ScenarioDocument } from '../document.js';
import type { RuleViolation } from '../rules/rule.js';

/** Milliseconds below which no model answers, not even with its first token. */
const MIN_ANSWER = 20;
/** Milliseconds below which a delay is implausible: a classifier or check can be fast, but not below one. */
const MIN_DELAY = 1;

/** Finds times that look like seconds: a model that answers within 1.2 ms. */
export function waitDoubts({ scenario }: ScenarioDocument): readonly RuleViolation[] {
	const { latency, routerLatency, check, segments, guardrails } = scenario;
	const answers: readonly Time[] = [
		...(latency
			? (['small', 'strong'] as const).map((lane) => toTime(['latency', lane, 'p50'], latency[lane].p50))
			: []),
		...guardrails.flatMap(({ metric, relative, limit, side }, i) =>
			metric.startsWith('latency') && !relative ? [toTime(['guardrails', i, side], limit)] : [],
		),
		...findSetTimes(scenario, /^latency\./),
	];
	const delays: readonly Time[] = [
		toTime(['routerLatency'], routerLatency),
		toTime(['check', 'latency'], check?.latency ?? 0),
		...segments.map((segment, i) =>
			toTime(['segments', i, 'check', 'latency'], (segment.check !== 'off' && segment.check?.latency) || 0),
		),
		...findSetTimes(scenario, /(?:^routerLatency|\bcheck\.latency)$/),
	];
	return [...findTooShort(answers, MIN_ANSWER, scenario), ...findTooShort(delays, MIN_DELAY, scenario)];
}

interface Time {
	readonly path: Path;
	readonly ms: number;
}

const toTime = (path: Path, ms: number): Time => ({ path, ms });

const findSetTimes = (scenario: Scenario, name: RegExp): readonly Time[] =>
	findChangedNumbers(scenario, name).map(({ path, value }) => toTime(path, value));

const findTooShort = (times: readonly Time[], minimum: number, scenario: Scenario): readonly RuleViolation[] =>
	times
		.filter(({ ms }) => ms > 0 && ms < minimum)
		.map(({ path, ms }) => ({
			path,
			message: `${nameOf(scenario, path)} is ${ms} ms, which looks like seconds`,
			help: `Times are in milliseconds: write ${Number((ms * 1000).toPrecision(12))} if ${ms} s is meant.`,
		}));

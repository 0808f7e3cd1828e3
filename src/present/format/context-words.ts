import type { ScenarioDocument } from '../../content/index.js';
import { figureOf } from '../../engine/expectations/index.js';
import { metricUnit } from '../../engine/inputs/index.js';
import { figureName } from './figure-labels.js';
import { inUnit, NOT_MEASURED } from './format.js';

/** What sets a kind of product apart, in sentences; empty for a scenario that is about none. */
export function contextWords({ scenario, context }: ScenarioDocument): readonly string[] {
	if (!context) return [];
	const { budget, because, metric, segment, guardrail } = context;
	const value = figureOf(scenario, metric, segment);
	const number = value === null ? NOT_MEASURED : inUnit(value, metricUnit(metric));
	const limited = scenario.guardrails.find((one) => one.metric === guardrail);
	return [
		`The budget that dominates: ${budget}. ${because}`,
		`Its number: ${figureName(scenario, metric, segment)}, ${number}.`,
		`Its own guardrail: ${figureName(scenario, guardrail, limited?.segment ?? null)}.`,
	];
}

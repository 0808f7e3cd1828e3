import documents from 'virtual:scenarios';
import { type DiagnosisCase, diagnosisCase, type Shape } from '../../../src/drill/diagnosis/index.js';
import { weekScenarios } from '../../../src/engine/index.js';
import type { Scenario } from '../../../src/engine/scenario.js';

/** Shipped production contexts. */
export const CONTEXTS: readonly Scenario[] = documents
	.filter(({ kind }) => kind === 'context')
	.map(({ scenario }) => scenario);

/** Cases of the first hundred seeds. */
export const CASES: readonly DiagnosisCase[] = Array.from({ length: 100 }, (_, seed) => diagnosisCase(seed, CONTEXTS));

export const casesOf = (shape: Shape): readonly DiagnosisCase[] =>
	CASES.filter((diagnosis) => diagnosis.shape === shape);

/** Returns the case's scenario at its healthy start. */
export function startOf({ scenario }: DiagnosisCase): Scenario {
	const [first] = weekScenarios(scenario);
	if (!first) throw new Error('a case has weeks');
	return first.scenario;
}

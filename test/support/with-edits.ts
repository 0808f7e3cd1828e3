import { applyEditTexts } from '../../src/engine/inputs/index.js';
import type { Scenario } from '../../src/engine/scenario.js';

/** Applies edits to a scenario, each as `--set` takes it. Throws if one is refused. */
export function withEdits(scenario: Scenario, ...texts: string[]): Scenario {
	const applied = applyEditTexts(scenario, texts);
	if (!applied.ok) throw new Error(`${applied.message}. ${applied.help}`);
	return applied.value.scenario;
}

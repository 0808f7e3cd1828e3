import { computeOutcome } from '../../engine/index.js';
import { applyTexts, editsBetween, spellEdit } from '../../engine/inputs/index.js';
import { METRIC_NAMES } from '../../engine/scenario.js';
import { commandLine } from './command-line.js';
import type { ReviewFacts } from './model.js';

/**
 * The command line that prints the same metrics from the scenario that the worksheet started from, which everybody has;
 * null: slices were added or removed, or something else that no edit says.
 */
export function templateCommand({ lab, template }: ReviewFacts): string | null {
	if (template === null) return null;
	const { scenario: from } = template;
	// Neither guardrails nor rows of the cost table move a metric.
	const idle = /^(guardrails|rows)\./;
	const edits = editsBetween(from, lab.scenario)
		.filter(({ path }) => !idle.test(path))
		.map(spellEdit);
	const applied = applyTexts(from, edits);
	if (!applied.ok) return null;
	const [found, wanted] = [computeOutcome(applied.value.scenario), computeOutcome(lab.scenario)];
	const same = METRIC_NAMES.every((metric) => {
		const [a, b] = [found.metrics[metric], wanted.metrics[metric]];
		return a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)));
	});
	return same ? commandLine({ name: from.id, edits, baseline: null }) : null;
}

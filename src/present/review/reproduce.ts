import { computeOutcome } from '../../engine/index.js';
import { applyTexts, editsBetween, spellEdit } from '../../engine/inputs/index.js';
import { METRIC_NAMES } from '../../engine/scenario.js';
import { paragraphs, type ReviewInput, type Section } from './document.js';

/** The command lines that print the same numbers again. */
export function reproduceSection(input: ReviewInput): Section {
	const others = templateCommand(input);
	return {
		id: 'reproduce',
		title: 'Reproduce these numbers',
		parts: [
			{ kind: 'command', command: commandLine(input) },
			paragraphs('With --format json behind it, every figure is printed unrounded.'),
			...(input.worksheet === null
				? []
				: [paragraphs('That reads the worksheet, a file that goes with this page; guardrails and words stand in it.')]),
			...(others === null
				? []
				: [paragraphs('The same metrics without it:'), { kind: 'command', command: others } as const]),
		],
	};
}

/** The command line that prints the same numbers, as a shell reads it. */
export function commandLine({ name, edits, baseline }: Pick<ReviewInput, 'name' | 'edits' | 'baseline'>): string {
	return [
		'dispatch-board report',
		quoted(name),
		...edits.map((edit) => `--set ${quoted(edit)}`),
		...(baseline ?? []).map((edit) => `--baseline ${quoted(edit)}`),
	].join(' ');
}

/** One word of a shell: nothing in it is a pattern, a variable or a command. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/**
 * The command line that prints the same metrics from the scenario that the worksheet started from, which everybody has;
 * null: slices were added or removed, or something else that no edit says.
 */
function templateCommand({ lab, template }: ReviewInput): string | null {
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

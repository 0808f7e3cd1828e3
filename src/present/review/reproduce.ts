import { computeOutcome } from '../../engine/index.js';
import { applyEditTexts, editsBetween, formatEdit } from '../../engine/inputs/index.js';
import { METRIC_NAMES } from '../../engine/scenario.js';
import { paragraphs, type ReviewInput, type Section } from './document.js';

/** Returns the section with the command lines that print the same figures. */
export function reproduceSection(input: ReviewInput): Section {
	const fromTemplate = templateCommand(input);
	return {
		id: 'reproduce',
		title: 'Reproduce these numbers',
		parts: [
			{ kind: 'command', command: reportCommandLine(input) },
			paragraphs('With --format json behind it, every figure is printed unrounded.'),
			...(input.worksheet === null
				? []
				: [paragraphs('That reads the worksheet, a file that goes with this page; guardrails and words stand in it.')]),
			...(fromTemplate === null
				? []
				: [paragraphs('The same metrics without it:'), { kind: 'command', command: fromTemplate } as const]),
		],
	};
}

/** Returns the command line that prints the same figures, quoted for a shell. */
export function reportCommandLine({ name, edits, baseline }: Pick<ReviewInput, 'name' | 'edits' | 'baseline'>): string {
	return [
		'dispatch-board report',
		quoteWord(name),
		...edits.map((edit) => `--set ${quoteWord(edit)}`),
		...(baseline ?? []).map((edit) => `--baseline ${quoteWord(edit)}`),
	].join(' ');
}

/** Quotes a word for a shell, so that nothing in it is a pattern, a variable or a command. */
const quoteWord = (word: string): string =>
	/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/**
 * Returns the command line that prints the same metrics from the worksheet's template, which ships with the program;
 * null if edits cannot express the difference, for example added slices.
 */
function templateCommand({ lab, template }: ReviewInput): string | null {
	if (template === null) return null;
	const { scenario: from } = template;
	// Guardrails and rows of the cost table influence no metric.
	const irrelevant = /^(guardrails|rows)\./;
	const edits = editsBetween(from, lab.scenario)
		.filter(({ path }) => !irrelevant.test(path))
		.map(formatEdit);
	const applied = applyEditTexts(from, edits);
	if (!applied.ok) return null;
	const [found, wanted] = [computeOutcome(applied.value.scenario), computeOutcome(lab.scenario)];
	const same = METRIC_NAMES.every((metric) => {
		const [a, b] = [found.metrics[metric], wanted.metrics[metric]];
		return a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)));
	});
	return same ? reportCommandLine({ name: from.id, edits, baseline: null }) : null;
}

import { formatProblem, loadScenario, type Problem, type ScenarioDocument } from '../../src/content/index.js';

/** The document of a file that loads. */
export function document(text: string): ScenarioDocument {
	const loaded = loadScenario(text, 'base.yaml');
	if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
	return loaded.document;
}

/** The problems of a file that does not. */
export function problemsOf(input: string | Uint8Array): readonly Problem[] {
	const loaded = loadScenario(input, 'base.yaml');
	if (loaded.ok) throw new Error('it loaded');
	return loaded.problems;
}

export const at = ({ line, column }: Problem): string => `${line}:${column}`;

/** The text above a problem's caret, for lines in which every character takes one cell. */
export function marked({ excerpt }: Problem): string {
	return excerpt ? excerpt.text.slice(excerpt.caretAt, excerpt.caretAt + excerpt.caretWidth) : '';
}

import { formatProblem, loadScenario, type Problem, type ScenarioDocument } from '../../src/content/index.js';

/** Loads a valid scenario file; throws if it is refused. */
export function loadDocument(text: string): ScenarioDocument {
	const loaded = loadScenario(text, 'base.yaml');
	if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
	return loaded.document;
}

/** Returns the problems of an invalid file; throws if it loads. */
export function problemsOf(input: string | Uint8Array): readonly Problem[] {
	const loaded = loadScenario(input, 'base.yaml');
	if (loaded.ok) throw new Error('it loaded');
	return loaded.problems;
}

export const placeText = ({ line, column }: Problem): string => `${line}:${column}`;

/** Returns the text marked by a problem's caret, for lines in which every character takes one cell. */
export function markedText({ excerpt }: Problem): string {
	return excerpt ? excerpt.text.slice(excerpt.caretAt, excerpt.caretAt + excerpt.caretWidth) : '';
}

import type { ReviewFacts } from './model.js';

/** The command line that prints the same numbers, as a shell reads it. */
export function commandLine({ name, edits, baseline }: Pick<ReviewFacts, 'name' | 'edits' | 'baseline'>): string {
	return [
		'dispatch-board report',
		quoted(name),
		...edits.map((edit) => `--set ${quoted(edit)}`),
		...(baseline ?? []).map((edit) => `--baseline ${quoted(edit)}`),
	].join(' ');
}

/** One word of a shell: nothing in it is a pattern, a variable or a command. */
export const quoted = (word: string): string =>
	/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

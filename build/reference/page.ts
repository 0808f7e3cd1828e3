import { escapeText, markdownRow } from '../../src/export/markdown.js';

/** A page of the reference: its file in `docs/`, and its text. */
export interface Page {
	readonly file: string;
	readonly text: string;
}

/** Returns a page of these blocks, with a note that says what writes it. */
export const page = (file: string, title: string, blocks: readonly string[]): Page => ({
	file,
	text: `${[`# ${title}`, ...blocks, NOTE].join('\n\n')}\n`,
});

const NOTE = '`npm run reference` writes this page from the program.';

/** Renders a table; cells are Markdown. */
export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
	[markdownRow(columns), markdownRow(columns.map(() => ':---')), ...rows.map(markdownRow)].join('\n');

export const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** Renders a text with its parts in backticks as code, and the rest escaped. */
export const prose = (text: string): string =>
	text
		.split('`')
		.map((part, i) => (i % 2 === 1 ? code(part) : escapeText(part)))
		.join('');

/** Returns a text with a capital at its start. */
export const capitalized = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** Returns the anchor that GitHub gives a heading. */
export const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
		.replaceAll(' ', '-');

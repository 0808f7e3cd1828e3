import chalk from 'chalk';
import { Marked, type MarkedExtension } from 'marked';
import { markedTerminal } from 'marked-terminal';
import wrapAnsi from 'wrap-ansi';
import { drawTable } from './table.js';

const LIST_INDENT = 1;
const asIs = (text: string): string => text;

/**
 * Markdown as styled lines of at most `width` columns.
 *
 * marked-terminal leaves inline marks in tight list items raw, doubles checkboxes, ignores where an ordered list
 * starts, and never wraps list items, quotes or text without spaces; the renderers below mend that.
 */
export function renderMarkdown(source: string, width: number): string[] {
	const marked = new Marked();
	marked.use(
		markedTerminal({
			width,
			showSectionPrefix: false,
			tab: LIST_INDENT,
			paragraph: asIs,
			listitem: asIs,
			table: asIs,
			text: asIs,
			hr: asIs,
			codespan: chalk.cyan,
		}) as MarkedExtension,
	);
	marked.use(mended(width));
	marked.use({
		walkTokens(token) {
			// A line end inside a paragraph is a space: the window decides where lines break.
			if (token.type === 'text') token['text'] = String(token['text']).replace(/\s*\n\s*/g, ' ');
		},
	});
	const text = marked.parse(source, { async: false });
	return text.trimEnd().split('\n');
}

function mended(width: number): MarkedExtension {
	let inset = 0; // columns that enclosing lists and quotes take
	const wrap = (text: string): string => wrapAnsi(plain(text), Math.max(10, width - inset), { hard: true });
	return {
		renderer: {
			text(token) {
				return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : false;
			},
			checkbox() {
				return '';
			},
			link(token) {
				// The workbook's own links have no address that helps a reader.
				return OWN.test(token.href) ? chalk.cyan(this.parser.parseInline(token.tokens)) : false;
			},
			heading(token) {
				const text = wrap(this.parser.parseInline(token.tokens));
				return `${text
					.split('\n')
					.map((line) => chalk.bold.cyan(line))
					.join('\n')}\n\n`;
			},
			paragraph(token) {
				return `${wrap(this.parser.parseInline(token.tokens))}\n\n`;
			},
			list(list) {
				const items = list.items.map((item, i) => {
					const mark = item.task
						? item.checked
							? '[x] '
							: '[ ] '
						: list.ordered
							? `${(list.start || 1) + i}. `
							: '• ';
					inset += LIST_INDENT + mark.length;
					const body = item.tokens
						.map((token) => {
							const text = this.parser.parse([token]);
							return token.type === 'list' ? `\n${text}` : token.type === 'text' ? wrap(text) : text;
						})
						.join('')
						.trim();
					inset -= LIST_INDENT + mark.length;
					const lines = body.split('\n').filter((line) => list.loose || line.trim() !== '');
					return lines
						.map((line, j) => ' '.repeat(LIST_INDENT) + (j === 0 ? mark : ' '.repeat(mark.length)) + line)
						.join('\n');
				});
				return `${items.join(list.loose ? '\n\n' : '\n')}\n\n`;
			},
			table({ header, rows, align }) {
				const texts = [header, ...rows].map((row) => row.map(({ tokens }) => plain(this.parser.parseInline(tokens))));
				return `${drawTable(texts, align, Math.max(20, width - inset))}\n\n`;
			},
			blockquote(quote) {
				inset += 2;
				const text = this.parser.parse(quote.tokens).trim();
				inset -= 2;
				const lines = text.split('\n').map((line) => chalk.dim('│ ') + chalk.italic(line));
				return `${lines.join('\n')}\n\n`;
			},
		},
	};
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

// marked escapes for HTML, and marked-terminal hides colons behind a word of its own; its paragraph undoes both.
function plain(text: string): string {
	return text
		.replaceAll('*#COLON|*', ':')
		.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** Links inside the workbook: to a lesson, a scenario, a term. */
const OWN = /^(?:lesson|scenario|term):/;

/** Markdown without the workbook's own links: their words stay. */
export const withoutOwnLinks = (source: string): string =>
	source.replace(/\[([^\]\n]*)\]\((?:lesson|scenario|term):[^)\s]*\)/g, '$1');

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken out
const STYLE = /\u001b\[[0-9;]*m/g;

/** Markdown as lines without any style, for a pipe or a file. */
export const plainMarkdown = (source: string, width: number): string[] =>
	renderMarkdown(source, width).map((line) => line.replace(STYLE, ''));

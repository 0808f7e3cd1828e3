import { lexer, type Token, type Tokens } from 'marked';
import type { ParseMarkdown, ProseBlock, ProseSpan } from '../text/prose.js';

/** Largest depth of the tree that is drawn. A level of list, quote or emphasis is two or three objects deep. */
const MAX_DEPTH = 300;

/**
 * Parses Markdown into blocks. HTML stays as written, because a terminal has no use for it; so does a text that is
 * nested too deeply to be parsed or drawn.
 */
export const parseProse: ParseMarkdown = (source) => {
	try {
		const blocks = blocksOf(lexer(source));
		if (depthOf(blocks) <= MAX_DEPTH) return blocks;
	} catch (error) {
		if (!(error instanceof RangeError)) throw error; // the parser ran out of stack
	}
	return [{ kind: 'verbatim', lines: source.split('\n') }];
};

/** Returns how deeply objects are nested. */
const depthOf = (tree: unknown): number =>
	typeof tree === 'object' && tree !== null
		? 1 + Object.values(tree).reduce((deepest: number, child) => Math.max(deepest, depthOf(child)), 0)
		: 0;

const blocksOf = (tokens: readonly Token[]): readonly ProseBlock[] => tokens.flatMap((token) => blockOf(token) ?? []);

function blockOf(token: Token): ProseBlock | null {
	switch (token.type) {
		case 'paragraph':
			return { kind: 'paragraph', tight: false, spans: spansOf(token.tokens ?? []) };
		// The text of a tight list item.
		case 'text':
			return { kind: 'paragraph', tight: true, spans: token.tokens ? spansOf(token.tokens) : [textOf(token.text)] };
		case 'heading':
			return { kind: 'heading', spans: spansOf(token.tokens ?? []) };
		case 'list':
			return listOf(token as Tokens.List);
		case 'table': {
			const { align, header, rows } = token as Tokens.Table;
			return { kind: 'table', align, rows: [header, ...rows].map((row) => row.map(({ tokens }) => spansOf(tokens))) };
		}
		case 'blockquote':
			return { kind: 'quote', blocks: blocksOf(token.tokens ?? []) };
		case 'code':
		case 'html':
			return { kind: 'verbatim', lines: String(token.text).trimEnd().split('\n') };
		case 'hr':
			return { kind: 'rule' };
		default:
			return null; // blank lines, link definitions, task boxes
	}
}

const listOf = ({ ordered, start, loose, items }: Tokens.List): ProseBlock => ({
	kind: 'list',
	loose,
	items: items.map(({ task, checked, tokens }, i) => ({
		mark: task ? `[${checked ? 'x' : ' '}] ` : ordered ? `${(start === '' ? 1 : start) + i}. ` : '• ',
		blocks: blocksOf(tokens),
	})),
});

const spansOf = (tokens: readonly Token[]): readonly ProseSpan[] => tokens.flatMap((token) => spanOf(token) ?? []);

function spanOf(token: Token): ProseSpan | readonly ProseSpan[] | null {
	switch (token.type) {
		case 'text':
			return token.tokens ? spansOf(token.tokens) : textOf(token.text);
		case 'escape':
		case 'html':
			return textOf(token.text);
		case 'codespan':
			return { kind: 'code', text: token.text };
		case 'strong':
			return { kind: 'strong', spans: spansOf(token.tokens ?? []) };
		case 'em':
			return { kind: 'emphasis', spans: spansOf(token.tokens ?? []) };
		case 'del':
			return { kind: 'deleted', spans: spansOf(token.tokens ?? []) };
		case 'link':
			return { kind: 'link', href: token.href, spans: spansOf(token.tokens ?? []) };
		case 'image':
			return { kind: 'link', href: token.href, spans: [textOf(token.text)] };
		case 'br':
			return { kind: 'break' };
		default:
			return null;
	}
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Returns a text with entities decoded and line ends as spaces: the window decides where lines break. */
const textOf = (text: string): ProseSpan => ({
	kind: 'text',
	text: text
		.replace(/\s*\n\s*/g, ' ')
		.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole),
});

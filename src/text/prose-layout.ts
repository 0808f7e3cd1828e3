import { drawFramedTable } from './framed-table.js';
import { type Line, type Span, textOf } from './line.js';
import type { ProseBlock, ProseItem, ProseSpan } from './prose.js';
import { wrap } from './width.js';
import { restyle } from './wrap-line.js';

const LIST_INDENT = 1;
const QUOTE_INDENT = 2;
/** Minimum width of a text in columns, however deeply it is nested. */
const MIN_TEXT_WIDTH = 10;
const MIN_TABLE_WIDTH = 20;

/** Last layout of each text: every key press draws the same text again. */
const layoutCache = new WeakMap<readonly ProseBlock[], { readonly width: number; readonly lines: readonly Line[] }>();

/** Lays out prose as lines of at most `width` columns, with an empty line between blocks. */
export function layoutProse(blocks: readonly ProseBlock[], width: number): readonly Line[] {
	const cached = layoutCache.get(blocks);
	if (cached?.width === width) return cached.lines;
	const lines = drawBlocks(blocks, width);
	layoutCache.set(blocks, { width, lines });
	return lines;
}

/** @param room columns available inside the enclosing lists and quotes */
function drawBlocks(blocks: readonly ProseBlock[], room: number): readonly Line[] {
	const lines = blocks.flatMap((block, i) => [
		...(i > 0 && !isTight(blocks[i - 1]) ? [[]] : []),
		...drawBlock(block, room),
	]);
	const first = lines.findIndex((line) => !isBlank(line));
	return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
}

const isTight = (block: ProseBlock | undefined): boolean => block?.kind === 'paragraph' && block.tight;
const isBlank = (line: Line): boolean => textOf(line).trim() === '';

function drawBlock(block: ProseBlock, room: number): readonly Line[] {
	switch (block.kind) {
		case 'paragraph':
			return wrapSpans(block.spans, room);
		case 'heading':
			return wrapSpans(block.spans, room).map((line) => line.map((span) => ({ tone: 'title', ...span, bold: true })));
		case 'list':
			return block.items.flatMap((item, i) => [
				...(i > 0 && block.loose ? [[]] : []),
				...drawItem(item, block.loose, room),
			]);
		case 'table': {
			const cells = block.rows.map((row) => row.map((cell) => drawSpans(cell)));
			return drawFramedTable(cells, { align: block.align, room: Math.max(MIN_TABLE_WIDTH, room) });
		}
		case 'quote':
			return drawBlocks(block.blocks, room - QUOTE_INDENT).map((line) => [
				{ text: '│ ', tone: 'dim' },
				...line.map((span) => ({ ...span, italic: true })),
			]);
		case 'verbatim':
			return block.lines.flatMap((line) =>
				wrap(line, clampWidth(room - LIST_INDENT), false).map((text) => [{ text: ' '.repeat(LIST_INDENT) + text }]),
			);
		case 'rule':
			return [[{ text: '─'.repeat(clampWidth(room)), tone: 'dim' }]];
	}
}

/** Draws a list item: its marker, and its text beside it. */
function drawItem({ mark, blocks }: ProseItem, loose: boolean, room: number): readonly Line[] {
	const lines = drawBlocks(blocks, room - LIST_INDENT - mark.length).filter((line) => loose || !isBlank(line));
	const [first = [], ...more] = lines;
	const indent = ' '.repeat(LIST_INDENT);
	const hanging = { text: indent + ' '.repeat(mark.length) };
	return [[{ text: indent + mark }, ...first], ...more.map((line) => [hanging, ...line])];
}

const clampWidth = (room: number): number => Math.max(MIN_TEXT_WIDTH, room);

function wrapSpans(spans: readonly ProseSpan[], room: number): readonly Line[] {
	const line = drawSpans(spans);
	return restyle(line, wrap(textOf(line), clampWidth(room)));
}

/** @param style inherited from the enclosing spans */
const drawSpans = (spans: readonly ProseSpan[], style: Omit<Span, 'text'> = {}): Line =>
	spans.flatMap((span) => drawSpan(span, style));

function drawSpan(span: ProseSpan, style: Omit<Span, 'text'>): Line {
	switch (span.kind) {
		case 'text':
			return [{ ...style, text: span.text }];
		case 'code':
			return [{ ...style, text: span.text, tone: 'accent' }];
		case 'strong':
			return drawSpans(span.spans, { ...style, bold: true });
		case 'emphasis':
			return drawSpans(span.spans, { ...style, italic: true });
		case 'deleted':
			return drawSpans(span.spans, { ...style, struck: true });
		case 'link': {
			// An internal link has no address that would help a reader.
			if (INTERNAL_LINK.test(span.href)) return drawSpans(span.spans, { ...style, tone: 'accent' });
			const label = drawSpans(span.spans, { ...style, tone: 'link' });
			const labelText = textOf(label);
			const address: Span = { ...style, text: span.href, tone: 'link', underlined: true };
			if (labelText === '') return [address];
			if (labelText === span.href || `mailto:${labelText}` === span.href)
				return label.map((part) => ({ ...part, underlined: true }));
			return [...label, { ...style, text: ' (' }, address, { ...style, text: ')' }];
		}
		case 'break':
			return [{ text: '\n' }];
	}
}

/** Links within the workbook: to a lesson, a scenario or a term. */
export const INTERNAL_LINK = /^(?:lesson|scenario|term):/;

/** Replaces the internal links in Markdown by their text. */
export const stripInternalLinks = (source: string): string =>
	source.replace(/\[([^\]\n]*)\]\((?:lesson|scenario|term):[^)\s]*\)/g, '$1');

/** A text with emphasis and links, as Markdown has them: parsed once, laid out for any width. */

/** A part of a line. */
export type ProseSpan =
	| { readonly kind: 'text' | 'code'; readonly text: string }
	| { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly spans: readonly ProseSpan[] }
	| { readonly kind: 'link'; readonly href: string; readonly spans: readonly ProseSpan[] }
	/** A line end that the author wants. */
	| { readonly kind: 'break' };

export type ProseBlock =
	/** `tight`: the text of a list item, with no empty line after it. */
	| { readonly kind: 'paragraph'; readonly tight: boolean; readonly spans: readonly ProseSpan[] }
	| { readonly kind: 'heading'; readonly spans: readonly ProseSpan[] }
	| { readonly kind: 'list'; readonly loose: boolean; readonly items: readonly ProseItem[] }
	/** The first row is the heading; all rows have as many cells. */
	| {
			readonly kind: 'table';
			readonly align: readonly ('left' | 'right' | 'center' | null)[];
			readonly rows: readonly (readonly (readonly ProseSpan[])[])[];
	  }
	| { readonly kind: 'quote'; readonly blocks: readonly ProseBlock[] }
	/** Lines as they are: code, or markup that is none of ours. */
	| { readonly kind: 'verbatim'; readonly lines: readonly string[] }
	| { readonly kind: 'rule' };

/** Parses Markdown. The parser is handed in: what ships is parsed while building, and nobody waits for it at start-up. */
export type ParseMarkdown = (markdown: string) => readonly ProseBlock[];

/** An item of a list, with what stands before it: `• `, `3. `, `[x] `. */
export interface ProseItem {
	readonly mark: string;
	readonly blocks: readonly ProseBlock[];
}

/** Changes every text of some blocks: to fill in figures, say. */
export const mapProse = (blocks: readonly ProseBlock[], change: (text: string) => string): readonly ProseBlock[] =>
	blocks.map((block) => mapBlock(block, change));

function mapBlock(block: ProseBlock, change: (text: string) => string): ProseBlock {
	switch (block.kind) {
		case 'paragraph':
		case 'heading':
			return { ...block, spans: mapSpans(block.spans, change) };
		case 'list': {
			const items = block.items.map((item) => ({ ...item, blocks: mapProse(item.blocks, change) }));
			return { ...block, items };
		}
		case 'table':
			return { ...block, rows: block.rows.map((row) => row.map((cell) => mapSpans(cell, change))) };
		case 'quote':
			return { ...block, blocks: mapProse(block.blocks, change) };
		case 'verbatim':
			return { ...block, lines: block.lines.map(change) };
		case 'rule':
			return block;
	}
}

const mapSpans = (spans: readonly ProseSpan[], change: (text: string) => string): readonly ProseSpan[] =>
	spans.map((span): ProseSpan => {
		if ('spans' in span) return { ...span, spans: mapSpans(span.spans, change) };
		return 'text' in span ? { ...span, text: change(span.text) } : span;
	});

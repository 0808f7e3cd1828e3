/** Parsed Markdown: parsed once, laid out for any width. */

/** Inline content. */
export type ProseSpan =
	| { readonly kind: 'text' | 'code'; readonly text: string }
	| { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly spans: readonly ProseSpan[] }
	| { readonly kind: 'link'; readonly href: string; readonly spans: readonly ProseSpan[] }
	/** A hard line break. */
	| { readonly kind: 'break' };

export type ProseBlock =
	/** `tight`: the text of a list item, without an empty line after it. */
	| { readonly kind: 'paragraph'; readonly tight: boolean; readonly spans: readonly ProseSpan[] }
	| { readonly kind: 'heading'; readonly spans: readonly ProseSpan[] }
	| { readonly kind: 'list'; readonly loose: boolean; readonly items: readonly ProseItem[] }
	/** The first row is the heading; all rows have the same number of cells. */
	| {
			readonly kind: 'table';
			readonly align: readonly ('left' | 'right' | 'center' | null)[];
			readonly rows: readonly (readonly (readonly ProseSpan[])[])[];
	  }
	| { readonly kind: 'quote'; readonly blocks: readonly ProseBlock[] }
	/** Lines shown as written: code, or markup that is not supported. */
	| { readonly kind: 'verbatim'; readonly lines: readonly string[] }
	| { readonly kind: 'rule' };

/** Parses Markdown. Passed in, so that shipped texts are parsed by the build and start-up does not load the parser. */
export type ParseMarkdown = (markdown: string) => readonly ProseBlock[];

/** A list item and its marker: `• `, `3. `, `[x] `. */
export interface ProseItem {
	readonly mark: string;
	readonly blocks: readonly ProseBlock[];
}

/** Applies `change` to every text in the blocks, for example to fill in figures. */
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

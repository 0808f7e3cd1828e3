import { type Block, blockInputs } from '../../../present/pane/block.js';
import type { Line, TableModel } from '../../../text/line.js';
import type { SheetField } from '../../../worksheet/index.js';

/** A part of a step of the form. */
export type Part =
	| { readonly kind: 'field'; readonly field: SheetField }
	/** A number outside of any table. */
	| { readonly kind: 'number'; readonly path: string; readonly label: string }
	| { readonly kind: 'block'; readonly block: Block }
	| { readonly kind: 'text'; readonly line: Line }
	/** A card that is asked from memory. */
	| { readonly kind: 'card'; readonly card: string }
	| { readonly kind: 'space' };

export const SPACE_PART: Part = { kind: 'space' };
export const textPart = (words: string, tone: Line[number]['tone'] = 'dim'): Part => ({
	kind: 'text',
	line: [{ text: words, tone }],
});
export const headingPart = (words: string): Part => ({ kind: 'text', line: [{ text: words, tone: 'title' }] });
export const tablePart = (model: TableModel): Part => ({
	kind: 'block',
	block: { kind: 'table', table: model, flexible: false },
});
export const fieldParts = (items: readonly SheetField[]): readonly Part[] =>
	items.map((field): Part => ({ kind: 'field', field }));

/** Returns the items that can have the focus in their arrangement on screen: rows of field ids and input paths. */
export const focusableItems = (parts: readonly Part[]): readonly (readonly string[])[] =>
	parts.flatMap((part): readonly (readonly string[])[] => {
		switch (part.kind) {
			case 'field':
				return [[part.field.id]];
			case 'number':
				return [[part.path]];
			case 'card':
				return [[`memory.${part.card}`]];
			case 'block':
				return blockInputs(part.block);
			default:
				return [];
		}
	});

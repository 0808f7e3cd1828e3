import type { Line, TableModel } from '../../text/line.js';
import type { CurveFigure } from '../curve/lines.js';

/** A block of a pane. */
export type Block =
	/**
	 * `flexible`: the table scrolls if not all of its rows fit. `captioned`: documents print its title above it.
	 */
	| { readonly kind: 'table'; readonly table: TableModel; readonly flexible: boolean; readonly captioned?: true }
	| WordsBlock
	/**
	 * A diagram or a plot, drawn for the available room. It needs at least `lines` lines, and takes all that are left if
	 * it `grows`. `inputs` are the paths of its editable inputs, in rows, as `draw` shows them; `plot` is its data, for
	 * HTML, which draws it as a vector graphic.
	 */
	| {
			readonly kind: 'drawing';
			readonly subject: 'pressure' | 'trace' | 'curve';
			readonly draw: (room: DrawingRoom) => readonly Line[];
			readonly lines: number;
			readonly grows: boolean;
			readonly inputs: readonly (readonly string[])[];
			readonly plot?: CurveFigure;
	  }
	/** Blocks that are shown only if there is room for all of them. */
	| { readonly kind: 'spare'; readonly blocks: readonly Block[] }
	/** An empty line, left out where room is short. */
	| { readonly kind: 'space' };

/**
 * Sentences, wrapped and padded to `lines` lines, so that nothing below moves when they change. Documents print them as
 * a list, or as `paragraphs`.
 */
export interface WordsBlock {
	readonly kind: 'words';
	readonly sentences: readonly Line[];
	readonly lines: number;
	readonly paragraphs?: true;
	/** Stays above what scrolls; for the first block of a pane. */
	readonly pinned?: true;
}

/** Room for a drawing: at most `width` columns and `height` lines. */
export interface DrawingRoom {
	readonly width: number;
	readonly height: number;
	/** Path of the focused input, which the drawing marks; null: none. */
	readonly focus: string | null;
}

/** A diagram or a plot. */
export type Drawing = Extract<Block, { kind: 'drawing' }>;

/** Returns the paths of a block's inputs, in rows, as they are on screen. */
export function blockInputs(block: Block): readonly (readonly string[])[] {
	if (block.kind === 'drawing') return block.inputs;
	const inputs: string[][] = [];
	for (const { cells } of block.kind === 'table' ? block.table.rows : []) {
		const paths: string[] = [];
		for (const { path } of cells) if (path !== undefined) paths.push(path);
		if (paths.length > 0) inputs.push(paths);
	}
	return inputs;
}

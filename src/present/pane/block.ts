import type { Line, TableModel } from '../../text/line.js';
import type { CurveFigure } from '../curve/lines.js';

/** What a pane is made of, top to bottom. */
export type Block =
	/**
	 * `flexible`: it is the one that scrolls when there is no room for all of its rows. `captioned`: paper prints its
	 * title above it.
	 */
	| { readonly kind: 'table'; readonly table: TableModel; readonly flexible: boolean; readonly captioned?: true }
	| Words
	/**
	 * A diagram or a plot, drawn for the room it gets: `lines` is what it needs at least, and it takes all that is
	 * left where it `grows`. `inputs` are the paths it lets the reader edit, in rows, as `draw` shows them; `plot` is
	 * what it shows, for a page, which draws better.
	 */
	| {
			readonly kind: 'drawing';
			readonly draw: (room: DrawingRoom) => readonly Line[];
			readonly lines: number;
			readonly grows: boolean;
			readonly inputs: readonly (readonly string[])[];
			readonly plot?: CurveFigure;
	  }
	/** What is shown only where there is room for all of it. */
	| { readonly kind: 'spare'; readonly blocks: readonly Block[] }
	/** An empty line, left out where room is short. */
	| { readonly kind: 'space' };

/**
 * Sentences, wrapped; padded to `lines`, so that nothing below them moves when they change. Markup prints them as a list,
 * or as `paragraphs`.
 */
export interface Words {
	readonly kind: 'words';
	readonly sentences: readonly Line[];
	readonly lines: number;
	readonly paragraphs?: true;
}

/** What a drawing may take: every line at most `width` columns, at most `height` lines. */
export interface DrawingRoom {
	readonly width: number;
	readonly height: number;
	/** The focused input, to be marked where the drawing shows it. */
	readonly focus: string | null;
}

/** A block that is drawn for its room. */
export type Drawing = Extract<Block, { kind: 'drawing' }>;

/** The paths of a block's inputs, in rows, as they stand on screen. */
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

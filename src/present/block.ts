import type { Line, TableModel } from './table/model.js';

/** What a pane is made of, top to bottom. */
export type Block =
	/** `flexible`: it is the one that scrolls when there is no room for all of its rows. */
	| { readonly kind: 'table'; readonly table: TableModel; readonly flexible: boolean }
	/** Sentences, wrapped; padded to `lines`, so that nothing below them moves when they change. */
	| { readonly kind: 'words'; readonly sentences: readonly Line[]; readonly lines: number }
	/** What is shown only where there is room for all of it. */
	| { readonly kind: 'spare'; readonly blocks: readonly Block[] }
	/** An empty line, left out where room is short. */
	| { readonly kind: 'space' };

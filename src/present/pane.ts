import { boardSegments } from './board-segments.js';
import { boardSummary } from './board-summary.js';
import { confusionMatrix } from './confusion-matrix.js';
import { confusionWords } from './confusion-words.js';
import { costLanes } from './cost-lanes.js';
import { costRows } from './cost-rows.js';
import { costSegments } from './cost-segments.js';
import { breakEvenWords, rowWords } from './cost-words.js';
import type { LabInput } from './lab-input.js';
import type { Line, TableModel } from './table/model.js';
import { verdictLine } from './verdict-line.js';

export const PANES = ['board', 'cost', 'confusion'] as const;
export type PaneId = (typeof PANES)[number];
export const PANE_TITLES: Readonly<Record<PaneId, string>> = { board: 'Board', cost: 'Cost', confusion: 'Confusion' };

/** What a pane is made of, top to bottom. */
export type Block =
	/** `flexible`: it is the one that scrolls when there is no room for all of its rows. */
	| { readonly kind: 'table'; readonly table: TableModel; readonly flexible: boolean }
	| { readonly kind: 'line'; readonly line: Line }
	/** Sentences, wrapped; padded to `lines`, so that nothing below them moves when they change. */
	| { readonly kind: 'words'; readonly sentences: readonly Line[]; readonly lines: number }
	/** An empty line, left out where room is short. */
	| { readonly kind: 'space' };

export interface PaneModel {
	readonly id: PaneId;
	readonly title: string;
	readonly blocks: readonly Block[];
}

const table = (model: TableModel, flexible = false): Block => ({ kind: 'table', table: model, flexible });
const SPACE: Block = { kind: 'space' };

/** The view model of one pane. `focus` decides only which row's words are shown. */
export function paneModel(id: PaneId, input: LabInput, focus: string | null = null): PaneModel {
	return { id, title: PANE_TITLES[id], blocks: blocks(id, input, focus) };
}

function blocks(id: PaneId, input: LabInput, focus: string | null): readonly Block[] {
	switch (id) {
		case 'board':
			return [
				table(boardSegments(input), true),
				SPACE,
				{ kind: 'line', line: verdictLine(input.outcome, input.baselineName) },
				table(boardSummary(input)),
			];
		case 'cost': {
			const lanes = [SPACE, table(costLanes(input)), SPACE, breakEvenWords(input)];
			if (input.scenario.rows.length === 0) return [table(costSegments(input), true), ...lanes];
			return [table(costRows(input), true), rowWords(input.scenario, focus), ...lanes];
		}
		case 'confusion':
			return [table(confusionMatrix(input), true), SPACE, confusionWords(input)];
	}
}

/** The inputs of a pane as they stand on screen: rows of paths, left to right. */
export function paneGrid(id: PaneId, input: LabInput): readonly (readonly string[])[] {
	return blocks(id, input, null)
		.flatMap((block) => (block.kind === 'table' ? block.table.rows : []))
		.map((row) => row.cells.flatMap((cell) => (cell.path === undefined ? [] : [cell.path])))
		.filter((paths) => paths.length > 0);
}

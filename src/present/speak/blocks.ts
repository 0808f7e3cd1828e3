import type { LabInput } from '../board/lab-input.js';
import type { Block, Drawing } from '../pane/block.js';
import { type PaneId, paneModel } from '../pane/pane.js';
import { speakCurve } from './curve.js';
import { speakPressure } from './pressure.js';
import { speakLines } from './sentences.js';
import { weekWords } from './signals.js';
import { speakTable } from './table.js';
import { speakTrace } from './trace.js';

/** The lab that blocks were made from, and the path of the focused input. */
export interface Spoken {
	readonly input: LabInput;
	/** null: none has the focus. */
	readonly focus: string | null;
	/** Whether the pane shows all of its figures. */
	readonly isDetailed?: boolean;
}

/** Speaks a pane in sentences, in reading order. */
export const speakPane = (id: PaneId, spoken: Spoken): readonly string[] =>
	speakBlocks(paneModel(id, spoken.input, spoken).blocks, spoken);

/** Speaks blocks in sentences, top to bottom, including those that do not fit in a small window. */
export const speakBlocks = (blocks: readonly Block[], spoken: Spoken): readonly string[] =>
	blocks.flatMap((block) => speakBlock(block, spoken));

function speakBlock(block: Block, spoken: Spoken): readonly string[] {
	switch (block.kind) {
		case 'table':
			return speakTable(block.table, { focus: spoken.focus, cellWords: weekWords(block.table, spoken.input) });
		case 'words':
			return speakLines(block.sentences);
		case 'drawing':
			return speakDrawing(block, spoken);
		case 'spare':
			return speakBlocks(block.blocks, spoken);
		case 'space':
			return [];
	}
}

/** Speaks what a drawing shows, from the figures behind it. */
function speakDrawing({ subject }: Drawing, { input, focus }: Spoken): readonly string[] {
	switch (subject) {
		case 'curve':
			return speakCurve(input);
		case 'pressure':
			return speakPressure(input, focus);
		case 'trace':
			return speakTrace(input, focus);
	}
}

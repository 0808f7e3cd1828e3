import type { LabInput } from '../board/lab-input.js';
import type { Block, Drawing } from '../pane/block.js';
import { type PaneId, paneModel } from '../pane/pane.js';
import { THRESHOLD_PATH } from '../pressure/baseline-lines.js';
import { speakCurve } from './curve.js';
import { speakPressure } from './pressure.js';
import { speakLines } from './sentences.js';
import { weekWords } from './signals.js';
import { speakTable } from './table.js';
import { speakTrace } from './trace.js';

/** What some blocks are made from, and what in them has the focus. */
export interface Spoken {
	readonly input: LabInput;
	/** Path of the focused input; null: none has the focus. */
	readonly focus: string | null;
}

/** Speaks a pane in sentences, in reading order. */
export const speakPane = (id: PaneId, { input, focus }: Spoken): readonly string[] =>
	speakBlocks(paneModel(id, input, focus).blocks, { input, focus });

/** Speaks blocks in sentences, top to bottom: also those for which a small window has no room. */
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

/** Speaks what a drawing shows, from the figures behind it. A drawing is told by the inputs that it has. */
function speakDrawing({ inputs }: Drawing, { input, focus }: Spoken): readonly string[] {
	const paths = inputs.flat();
	if (paths.length === 0) return speakCurve(input);
	return paths[0] === THRESHOLD_PATH ? speakPressure(input, focus) : speakTrace(input, focus);
}

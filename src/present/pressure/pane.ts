import type { LabInput } from '../board/lab-input.js';
import type { Block } from '../pane/block.js';
import { HANDOFF_COST_PATH, THRESHOLD_PATH } from './baseline-lines.js';
import { drawPressure } from './drawing.js';
import { pressureFacts } from './facts.js';

/** Minimum height in lines; the whole diagram fits at 38×15 and more. */
const MIN_LINES = 15;

/** Returns the Pressure pane: the baseline, the change, and what it relieved and created, with owners. */
export function pressureBlocks(input: LabInput): readonly Block[] {
	const facts = pressureFacts(input);
	return [
		{
			kind: 'drawing',
			subject: 'pressure',
			lines: MIN_LINES,
			grows: true,
			draw: (room) => drawPressure(facts, room),
			inputs: [[THRESHOLD_PATH, HANDOFF_COST_PATH]],
		},
	];
}

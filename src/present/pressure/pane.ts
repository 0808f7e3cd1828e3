import type { LabInput } from '../board/lab-input.js';
import type { Block } from '../pane/block.js';
import { DIAL, HANDOFF_COST } from './before.js';
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
			lines: MIN_LINES,
			grows: true,
			draw: (room) => drawPressure(facts, room),
			inputs: [[DIAL, HANDOFF_COST]],
		},
	];
}

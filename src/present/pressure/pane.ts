import type { LabInput } from '../board/lab-input.js';
import type { Block } from '../pane/block.js';
import { DIAL, HANDOFF_COST } from './before.js';
import { drawPressure } from './drawing.js';
import { pressureFacts } from './facts.js';

/** Every size from 38×15 up holds the whole diagram. */
const LEAST_LINES = 15;

/** The Pressure pane: before and after, joined by the change; what it relieved, what it created, whose that is. */
export function pressureBlocks(input: LabInput): readonly Block[] {
	const facts = pressureFacts(input);
	return [
		{
			kind: 'drawing',
			lines: LEAST_LINES,
			grows: true,
			draw: (room) => drawPressure(facts, room),
			inputs: [[DIAL, HANDOFF_COST]],
		},
	];
}

import type { LabInput } from '../board/lab-input.js';
import type { Block } from '../pane/block.js';
import { curveLines, placeOf } from './lines.js';
import { curveMetrics } from './metrics.js';
import { curveMissing } from './missing.js';
import { drawPlot } from './plot.js';

/** Title, two lines of axis, three of legend, and a plot that can still be read. */
const LEAST_LINES = 9;

/** Cost against resolution along the dial, with the router's rivals beside it; under it the dial and its numbers. */
export function curveBlocks(input: LabInput): readonly Block[] {
	const lines = curveLines(input.scenario);
	const metrics: Block = { kind: 'table', table: curveMetrics(input), flexible: false };
	if (lines === null) return [curveMissing(input), { kind: 'space' }, metrics];
	const now = placeOf(input.outcome.metrics);
	const draw: Extract<Block, { kind: 'drawing' }>['draw'] = (room) => drawPlot(lines, now, room);
	return [{ kind: 'drawing', draw, lines: LEAST_LINES, grows: true, inputs: [] }, metrics];
}

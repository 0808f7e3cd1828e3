import { effectiveCheck } from '../../engine/index.js';
import type { TracedRequest } from '../../engine/trace/index.js';
import type { Line, Span } from '../../text/line.js';
import { lineWidth } from '../../text/line-layout.js';
import { pad } from '../../text/width.js';
import type { LabInput } from '../board/lab-input.js';
import { inputCell } from '../format/cells.js';
import { number } from '../format/format.js';

/** Minimum width of a value, so that nothing moves when it changes: `100.0%`, `strong`. */
const VALUE_WIDTH = 6;

interface Item {
	readonly label: string;
	readonly path: string;
	readonly show?: (value: number) => string;
}

/** Returns the inputs that can change the route of a request. After an edit it is still the same request. */
function routeInputs({ scenario }: LabInput, { segment }: TracedRequest): readonly Item[] {
	const segmentPath = (field: string): string => `segments.${segment.id}.${field}`;
	return [
		{ label: 'routed small', path: segmentPath('routedSmall') },
		{ label: 'override', path: segmentPath('override') },
		// With a check, the repair rate is derived.
		...(effectiveCheck(scenario, segment) ? [] : [{ label: 'repair', path: segmentPath('repairRate') }]),
		// Without an easy share, a segment has no scores to compare with a threshold.
		...(segment.easyShare === null ? [] : [{ label: 'threshold', path: 'threshold', show: thresholdText }]),
	];
}

const thresholdText = (value: number): string => (value === 0 ? '0.00 (off)' : number(value, 2));

/** Returns the paths of the inputs, in the order in which `inputLines` shows them. */
export const traceInputPaths = (input: LabInput, request: TracedRequest): readonly string[] =>
	routeInputs(input, request).map(({ path }) => path);

/** The inputs with their values, drawn. */
export interface InputLines {
	/** All of them. */
	readonly lines: readonly Line[];
	/** The line that has the focus, or the first. */
	readonly focused: readonly Line[];
}

export function inputLines(input: LabInput, request: TracedRequest, columns: number, focus: string | null): InputLines {
	const lines: Span[][] = [];
	let usedWidth = columns;
	let focusedLine = 0;
	for (const item of routeInputs(input, request)) {
		const spans = drawInput(input, item, item.path === focus);
		const itemWidth = lineWidth(spans);
		if (usedWidth + itemWidth > columns) {
			lines.push([]);
			usedWidth = 0;
		}
		lines.at(-1)?.push(...spans);
		usedWidth += itemWidth;
		if (item.path === focus) focusedLine = lines.length - 1;
	}
	return { lines, focused: lines.slice(focusedLine, focusedLine + 1) };
}

function drawInput({ scenario, before }: LabInput, { label, path, show }: Item, isFocused: boolean): Span[] {
	const cell = inputCell(scenario, path, before?.scenario ?? null, show);
	const mark = cell.delta ? (cell.delta.amount > 0 ? '▲' : '▼') : ' ';
	return [
		{ text: ` ${label}`, tone: 'dim' },
		isFocused ? { text: '›', tone: 'title', bold: true } : { text: ' ' },
		{
			text: pad(cell.text, VALUE_WIDTH, 'right'),
			tone: isFocused ? 'focus' : (cell.tone ?? 'accent'),
			bold: isFocused,
		},
		{ text: mark, tone: 'edited' },
	];
}

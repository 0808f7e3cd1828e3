import { checkOf } from '../../engine/index.js';
import type { TracedRequest } from '../../engine/trace/index.js';
import { lineWidth } from '../../text/justify.js';
import type { Line, Span } from '../../text/line.js';
import { pad } from '../../text/width.js';
import type { LabInput } from '../board/lab-input.js';
import { inputCell } from '../format/cells.js';
import { number } from '../format/format.js';

/** Room of a value, so that nothing moves when it changes: `100.0%`, `strong`. */
const VALUE = 6;

interface Item {
	readonly label: string;
	readonly path: string;
	readonly show?: (value: number) => string;
}

/** What can be changed about the way of a request: it is the same one afterwards, and may go another way. */
function items({ scenario }: LabInput, { segment }: TracedRequest): readonly Item[] {
	const own = (field: string): string => `segments.${segment.id}.${field}`;
	return [
		{ label: 'routed small', path: own('routedSmall') },
		{ label: 'override', path: own('override') },
		// A check derives it.
		...(checkOf(scenario, segment) ? [] : [{ label: 'repair', path: own('repairRate') }]),
		// A segment without an easy share has no scores that a dial could meet.
		...(segment.easyShare === null
			? []
			: [{ label: 'dial', path: 'threshold', show: (value: number) => number(value, 2) }]),
	];
}

/** The paths of the inputs, as `inputLines` shows them. */
export const traceInputs = (input: LabInput, request: TracedRequest): readonly string[] =>
	items(input, request).map(({ path }) => path);

/** The inputs with their values. */
export interface InputLines {
	/** On as many lines as they need. */
	readonly lines: readonly Line[];
	/** The one of these lines that has the focus, or the first. */
	readonly focused: readonly Line[];
}

export function inputLines(input: LabInput, request: TracedRequest, columns: number, focus: string | null): InputLines {
	const lines: Span[][] = [];
	let used = columns;
	let at = 0;
	for (const item of items(input, request)) {
		const spans = drawn(input, item, item.path === focus);
		const own = lineWidth(spans);
		if (used + own > columns) {
			lines.push([]);
			used = 0;
		}
		lines.at(-1)?.push(...spans);
		used += own;
		if (item.path === focus) at = lines.length - 1;
	}
	return { lines, focused: lines.slice(at, at + 1) };
}

function drawn({ scenario, before }: LabInput, { label, path, show }: Item, focused: boolean): Span[] {
	const cell = inputCell(scenario, path, before?.scenario ?? null, show);
	const mark = cell.delta ? (cell.delta.by > 0 ? '▲' : '▼') : ' ';
	return [
		{ text: ` ${label}`, tone: 'dim' },
		focused ? { text: '›', tone: 'title', bold: true } : { text: ' ' },
		{ text: pad(cell.text, VALUE, 'right'), tone: focused ? 'focus' : (cell.tone ?? 'accent'), bold: focused },
		{ text: mark, tone: 'edited' },
	];
}

import type { Scenario } from '../../engine/scenario.js';
import { drawCursor } from '../../text/editor.js';
import type { Line, TableModel } from '../../text/line.js';
import { textCell } from '../format/cells.js';

/** A filter of the segments that the tables list. The figures are always those of all segments. */
export interface SegmentFilter {
	readonly text: string;
	/** Whether the text is being typed. */
	readonly isTyping: boolean;
}

/** A scenario whose tables may list only some of its segments. */
interface Filtered {
	readonly scenario: Scenario;
	readonly segmentFilter?: SegmentFilter;
}

/** Returns the ids of the segments whose names contain every word of the filter. */
export function visibleSegments({ scenario, segmentFilter }: Filtered): ReadonlySet<string> {
	const words = (segmentFilter?.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
	const isFound = (name: string): boolean => words.every((word) => name.toLowerCase().includes(word));
	return new Set(scenario.segments.filter(({ name }) => isFound(name)).map(({ id }) => id));
}

/** Removes the rows of the segments that the filter hides. The row of totals then says how many segments it covers. */
export function filterSegments(model: TableModel, input: Filtered): TableModel {
	if (!input.segmentFilter) return model;
	const visible = visibleSegments(input);
	const all = textCell(`all ${input.scenario.segments.length}`);
	return {
		...model,
		rows: model.rows
			.filter(({ kind, id }) => kind !== 'body' || visible.has(id))
			.map((row) => (row.kind === 'total' ? { ...row, cells: [all, ...row.cells.slice(1)] } : row)),
	};
}

/** Returns the line that says which segments are listed; null: all are. */
export function segmentFilterLine(input: Filtered): Line | null {
	const { segmentFilter } = input;
	if (!segmentFilter) return null;
	const all = input.scenario.segments.length;
	const found = `${visibleSegments(input).size || 'none'} of ${all} segments`;
	if (segmentFilter.isTyping)
		return [
			{ text: 'segments: ', tone: 'title' },
			{ text: `${drawCursor(segmentFilter.text)}  ` },
			{ text: found, tone: 'dim' },
		];
	return [
		{ text: `${found}: “${segmentFilter.text}”`, tone: 'title' },
		{ text: ` · totals of all ${all} · Esc shows all`, tone: 'dim' },
	];
}

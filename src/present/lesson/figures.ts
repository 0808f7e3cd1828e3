import type { Live } from '../../content/index.js';
import { figureOf, isMetric } from '../../engine/expectations/index.js';
import { inputAt, inputName } from '../../engine/inputs/index.js';
import type { Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { compareCell } from '../board/summary.js';
import { EMPTY, figureCell, inputCell, textCell } from '../format/cells.js';
import { figureLabel, figureName, figureUnit } from '../format/figure-labels.js';

const COLUMNS: readonly Column[] = [
	{ id: 'name', label: '', align: 'left', width: 24, keep: 0 },
	{ id: 'now', label: 'now', align: 'right', width: 10, marks: true, keep: 0 },
	{ id: 'change', label: 'vs base', align: 'right', width: 9, keep: 1 },
	{ id: 'edit', label: 'last edit', align: 'right', width: 10, keep: 0 },
];

/** Single inputs and figures of a scenario, a row each: what it is, against the baseline, and what the last edit did. */
export function figureTable({ inputs, figures }: Pick<Live, 'inputs' | 'figures'>, input: LabInput): TableModel {
	const { scenario, before, outcome } = input;
	const inputRows = inputs.map((path): Row => {
		const found = inputAt(scenario, path);
		const cell = inputCell(scenario, path, before?.scenario ?? null);
		return { id: path, kind: 'body', cells: [textCell(found ? inputName(scenario, found) : path), cell, EMPTY, EMPTY] };
	});
	const figureRows = figures.map(({ figure, segment }): Row => {
		const value = figureOf(scenario, figure, segment);
		const was = before && figureOf(before.scenario, figure, segment);
		const { better } = figureLabel(figure);
		const now = figureCell(value, { unit: figureUnit(figure), before: was, better });
		const compared =
			segment === null && isMetric(figure) ? compareCell(figure, outcome.baseline[figure], value) : EMPTY;
		return {
			id: segment === null ? figure : `${figure}.${segment}`,
			kind: 'body',
			cells: [
				textCell(figureName(scenario, figure, segment)),
				now,
				compared,
				now.delta ? { raw: now.delta.by, text: now.delta.text, tone: 'edited' } : EMPTY,
			],
		};
	});
	return { id: 'figures', title: '', columns: COLUMNS, rows: [...inputRows, ...figureRows], notes: [] };
}

import type { Challenge, ShownFigure, Workbench } from '../../content/index.js';
import { type Condition, figureOf } from '../../engine/expectations/index.js';
import { type Input, inputAt, inputName } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import { shorten, width } from '../../text/width.js';
import type { LabInput } from '../board/lab-input.js';
import { EMPTY, figureCell, figureNameCell, inputCell, textCell } from '../format/cells.js';
import { type ConditionModel, conditionModel } from '../format/condition-model.js';
import { percent } from '../format/format.js';
import { figureLabel, figureUnit } from '../format/labels.js';
import { HIDDEN_CELL, isHidden, limitRevealsAnswer, looksLikeAnswer, revealsHidden } from './hidden.js';
import {
	FIGURE_WIDTH,
	figureColumn,
	MAX_NAME,
	nameColumn,
	noValueText,
	rowId,
	stateTitle,
	type TableInput,
} from './table-parts.js';

/** Width of a limit with two additional decimals. */
const LIMIT_WIDTH = 9;

/** What a workbench shows besides its own inputs and figures. */
export interface BenchInput extends TableInput {
	readonly lab: LabInput;
	/** The board at the start of the lesson. */
	readonly start: Scenario;
	/** The challenge that it is for; null: none. */
	readonly challenge: Challenge | null;
}

/**
 * Returns the table of a workbench: the inputs with the share of traffic that each is about, then the figures, each at
 * the start of the lesson and now, with the change made by the last input, and the limits of the challenge.
 */
export function workbenchTable({ inputs, figures }: Workbench, bench: BenchInput): TableModel {
	const { lesson, loaded, lab, challenge } = bench;
	const conditions = (challenge?.conditions ?? []).map((condition) => ({
		condition,
		model: conditionModel(condition, loaded, lab.scenario),
	}));
	const common = commonField(inputs, lab.scenario);
	const inputRows = inputs.map((path) => inputRow(path, conditionOf(conditions, path), bench, common !== null));
	const figureRows = figures.map((shown) => figureRow(shown, conditionOf(conditions, rowId(shown)), bench));
	const shownIds = new Set([...inputs, ...figures.map(rowId)]);
	const used = new Set([...shownIds].map((id) => conditionOf(conditions, id)));
	const otherRows = conditions.filter((judged) => !used.has(judged)).map((one) => conditionRow(one, bench));
	const startTitle = stateTitle({ moment: lesson.start, change: {}, title: null }, lesson, loaded);
	const rows = [...inputRows, ...figureRows, ...otherRows];
	const textsOf = (index: number): readonly string[] => rows.map(({ cells }) => cells[index]?.text ?? '');
	const columns: readonly Column[] = [
		nameColumn(common === null ? '' : `  ${common}`, textsOf(0)),
		{ id: 'share', label: 'traffic', align: 'right', width: 7, dropPriority: 2 },
		figureColumn('start', width(startTitle) > FIGURE_WIDTH + 3 ? 'start' : startTitle, 1),
		{ ...figureColumn('now', 'yours'), width: FIGURE_WIDTH + 1, hasMark: true },
		{ id: 'edit', label: 'last input', align: 'right', width: FIGURE_WIDTH + 1, dropPriority: 3 },
		{
			id: 'limit',
			label: 'limit',
			align: 'right',
			width: Math.max(LIMIT_WIDTH, ...textsOf(5).map(width)),
			dropPriority: 0,
		},
	];
	const isEmpty = (index: number): boolean => textsOf(index).every((text) => text === '');
	return withoutColumns(
		{ id: 'workbench', title: '', columns, rows, notes: [] },
		columns.flatMap(({ id }, index) => ((id === 'share' || id === 'limit') && isEmpty(index) ? [index] : [])),
	);
}

/** Returns the name of the field that all inputs are of, each of another segment; null: there is none. */
function commonField(inputs: readonly string[], scenario: Scenario): string | null {
	const found = inputs.map((path) => inputAt(scenario, path));
	const [first] = found;
	const isCommon = found.every((input) => input?.keys[0] === 'segments' && input.label === first?.label);
	return found.length > 1 && isCommon ? (first?.label ?? null) : null;
}

const withoutColumns = (table: TableModel, dropped: readonly number[]): TableModel => ({
	...table,
	columns: table.columns.filter((_, index) => !dropped.includes(index)),
	rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => !dropped.includes(index)) })),
});

interface Judged {
	readonly condition: Condition;
	readonly model: ConditionModel;
}

/** Returns the first condition about a row's input or figure. */
const conditionOf = (conditions: readonly Judged[], id: string): Judged | undefined =>
	conditions.find(
		({ condition }) =>
			(condition.kind === 'input' && condition.path === id) || (condition.kind === 'bound' && rowId(condition) === id),
	);

/** Returns the name of a row, with a mark if it has a condition. */
function nameCell({ text, short = text }: Pick<Cell, 'text' | 'short'>, judged: Judged | undefined): Cell {
	const mark = judged ? `${judged.model.holds ? '✓' : '○'} ` : '  ';
	const cell = { ...textCell(`${mark}${text}`), short: `${mark}${short}` };
	return judged ? { ...cell, tone: judged.model.holds ? 'good' : 'unsure' } : cell;
}

const limitCell = (judged: Judged | undefined): Cell => (judged ? textCell(judged.model.limit) : EMPTY);

const changeCellOf = ({ delta }: Cell): Cell =>
	delta ? { raw: delta.amount, text: delta.text, tone: 'edited' } : EMPTY;

function inputRow(
	path: string,
	judged: Judged | undefined,
	{ lab, start }: BenchInput,
	isNamedBySegment: boolean,
): Row {
	const { scenario, before } = lab;
	const input = inputAt(scenario, path);
	const now = switchedCell(inputCell(scenario, path, before?.scenario ?? null), scenario);
	const { path: _, ...then } = switchedCell(inputCell(start, path, null), start);
	const [group, index] = input?.keys ?? [];
	const segment = group === 'segments' && typeof index === 'number' ? scenario.segments[index] : undefined;
	const share = segment && scenario.segments.length > 1 ? segment.share : null;
	return {
		id: path,
		kind: 'body',
		cells: [
			nameCell(input ? inputNameCell(scenario, input, isNamedBySegment) : textCell(path), judged),
			share === null ? EMPTY : { raw: share, text: percent(share), tone: 'dim' },
			{ ...then, tone: 'dim' },
			now,
			changeCellOf(now),
			limitCell(judged),
		],
	};
}

/** Returns the name of an input: without what all rows have in common. Its short form keeps the field. */
function inputNameCell(scenario: Scenario, input: Input, bySegment: boolean): Cell {
	const [group, index] = input.keys;
	const segment = group === 'segments' && typeof index === 'number' ? scenario.segments[index]?.name : undefined;
	if (segment === undefined) return textCell(inputName(scenario, input));
	if (bySegment) return textCell(segment);
	if (scenario.segments.length === 1) return textCell(input.label);
	const tail = ` · ${input.label}`;
	const short = `${shorten(segment, Math.max(6, MAX_NAME - 2 - width(tail)))}${tail}`;
	return { ...textCell(`${segment}${tail}`), short };
}

/** Returns the cell of an input; those of a check that is off say so, instead of not being measured. */
const switchedCell = (cell: Cell, { check }: Scenario): Cell =>
	cell.raw === null && check === null && cell.path?.startsWith('check.')
		? { raw: null, text: 'off', tone: 'dim', path: cell.path }
		: cell;

function figureRow(shown: ShownFigure, judged: Judged | undefined, { lab, start, hidden }: BenchInput): Row {
	const { figure, segment } = shown;
	const name = nameCell(figureNameCell(lab.scenario, figure, segment), judged);
	const limit = judged && limitRevealsAnswer(hidden, judged.model) ? HIDDEN_CELL : limitCell(judged);
	const atStart = figureOf(start, figure, segment);
	if (isHidden(hidden, shown)) {
		const nameOnly = nameCell(figureNameCell(lab.scenario, figure, segment), undefined);
		const then = looksLikeAnswer(hidden, shown, atStart) ? HIDDEN_CELL : startCell(atStart, shown, start, 0);
		return { id: rowId(shown), kind: 'body', cells: [nameOnly, EMPTY, then, HIDDEN_CELL, EMPTY, limit] };
	}
	const value = figureOf(lab.scenario, figure, segment);
	const unit = figureUnit(figure);
	const before = lab.before && figureOf(lab.before.scenario, figure, segment);
	// As many digits as it takes to tell the value from its limit, and to show a small change as it is.
	const isSmall =
		unit === 'percent' && before !== null && value !== null && value !== before && Math.abs(value - before) < 0.001;
	const more = Math.max(judged?.model.more ?? 0, isSmall ? 1 : 0);
	const now = figureCell(value, {
		unit,
		before,
		better: figureLabel(figure).better,
		nothing: noValueText(shown, lab.scenario),
		more,
	});
	const then = startCell(atStart, shown, start, more);
	return {
		id: rowId(shown),
		kind: 'body',
		cells: [name, EMPTY, then, now, changeCellOf(now), limitCell(judged)],
	};
}

/** Returns the cell of a figure at the start of the lesson. `more`: number of additional decimals. */
const startCell = (value: number | null, shown: ShownFigure, start: Scenario, more: number): Cell => ({
	...figureCell(value, { unit: figureUnit(shown.figure), nothing: noValueText(shown, start), more }),
	tone: 'dim',
});

/** Returns the cell of a state in words; its short form is the first of them. */
const stateCell = (text: string): Cell => ({ ...textCell(text), short: text.split(' ')[0] ?? text });

/** Returns the row of a condition that is about no row above. */
function conditionRow(judged: Judged, bench: BenchInput): Row {
	const { condition, model } = judged;
	const { loaded, start, hidden } = bench;
	if (condition.kind === 'bound') return figureRow(condition, judged, bench);
	if (revealsHidden(hidden, condition)) {
		const name = nameCell(textCell(model.name), undefined);
		return { id: 'hidden', kind: 'body', cells: [name, EMPTY, HIDDEN_CELL, HIDDEN_CELL, EMPTY, limitCell(judged)] };
	}
	const then = conditionModel(condition, loaded, start);
	return {
		id: `${condition.kind} ${model.name}`,
		kind: 'body',
		cells: [
			nameCell(textCell(model.name), judged),
			EMPTY,
			{ ...stateCell(then.current), tone: 'dim' },
			stateCell(model.current),
			EMPTY,
			limitCell(judged),
		],
	};
}

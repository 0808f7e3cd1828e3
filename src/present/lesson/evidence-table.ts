import type { Evidence, EvidenceState, ShownFigure } from '../../content/index.js';
import { evidenceScenario } from '../../course/index.js';
import { baselineFigure, figureOf } from '../../engine/expectations/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Cell, Row, TableModel } from '../../text/line.js';
import { changeBetween } from '../board/summary.js';
import { EMPTY, figureCell, figureNameCell } from '../format/cells.js';
import { figureLabel, figureName, figureUnit } from '../format/labels.js';
import { HIDDEN_CELL, isHidden, looksLikeAnswer } from './hidden.js';
import { figureColumn, nameColumn, noValueText, rowId, stateTitle, type TableInput } from './table-parts.js';

/** Columns of a title by number of states, where many have to fit 60 columns with their names and the reader's own. */
const MAX_TITLES: Readonly<Record<number, number>> = { 3: 13, 4: 11 };

/**
 * Returns the figures of evidence: a column per state, the change if there are two, and the reader's own.
 *
 * @param yours the reader's board; null: not edited
 */
export function evidenceTable(
	{ states, figures }: Evidence,
	yours: Scenario | null,
	{ lesson, loaded, hidden }: TableInput,
): TableModel {
	const [first, second, ...more] = states;
	// The baseline is that of the state beside it: prices, tokens and difficulty move it too.
	const other = states.find(({ moment }) => moment !== 'baseline');
	const compared = { loaded, beside: (other && evidenceScenario(other, loaded)) ?? loaded };
	const compares = first !== undefined && second !== undefined && more.length === 0;
	const columns = [
		nameColumn(
			'',
			figures.map(({ figure, segment }) => figureName(loaded, figure, segment)),
		),
		...states.map((state, i) =>
			figureColumn(`state-${i}`, stateTitle(state, lesson, loaded), 0, MAX_TITLES[states.length]),
		),
		...(compares ? [figureColumn('change', 'change', 2)] : []),
		...(yours ? [figureColumn('yours', 'yours')] : []),
	];
	const rows = figures.map((shown): Row => {
		const { figure, segment } = shown;
		const unit = figureUnit(figure);
		const values = states.map((state) => figureIn(state, shown, compared));
		const cell = (value: number | null, scenario: Scenario | null): Cell =>
			looksLikeAnswer(hidden, shown, value)
				? HIDDEN_CELL
				: figureCell(value, { unit, nothing: noValueText(shown, scenario) });
		const cells = values.map((value, i) => cell(value, scenarioOf(states[i], loaded)));
		const [from = null, to = null] = values;
		const change = cells.includes(HIDDEN_CELL) ? EMPTY : changeBetween(from, to, unit, figureLabel(figure).better);
		return {
			id: rowId(shown),
			kind: 'body',
			cells: [
				figureNameCell(loaded, figure, segment),
				...cells,
				...(compares ? [change] : []),
				...(yours ? [isHidden(hidden, shown) ? HIDDEN_CELL : cell(figureOf(yours, figure, segment), yours)] : []),
			],
		};
	});
	return { id: 'figures', title: '', columns, rows, notes: [] };
}

function figureIn(
	state: EvidenceState,
	{ figure, segment }: ShownFigure,
	{ loaded, beside }: { readonly loaded: Scenario; readonly beside: Scenario },
): number | null {
	if (state.moment === 'baseline') return baselineFigure(beside, figure, segment);
	const scenario = scenarioOf(state, loaded);
	return scenario && figureOf(scenario, figure, segment);
}

const scenarioOf = (state: EvidenceState | undefined, loaded: Scenario): Scenario | null =>
	state ? evidenceScenario(state, loaded) : null;

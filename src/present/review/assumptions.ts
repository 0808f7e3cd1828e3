import { scenarioAt } from '../../engine/expectations/index.js';
import type { TableModel } from '../../text/line.js';
import { ASSUMPTION_ID } from '../../worksheet/index.js';
import { computeLab, type LabInput } from '../board/lab-input.js';
import { metricCell, textCell } from '../format/cells.js';
import { sourceText } from '../format/format.js';
import { VERDICT_TEXT } from '../format/guardrail-text.js';
import { findBorrowedFigures } from './borrowed-figures.js';
import { captionedTable, type Fact, fact, type Part, paragraphs, type ReviewInput, type Section } from './document.js';
import { bodyRow, column, figureColumn, joinSliceNames, metricTitle } from './tables.js';
import { findUnmeasured } from './unmeasured.js';

/**
 * Returns the section on the varied assumption, the figures taken over from the template, and what was not measured.
 */
export function assumptionsSection(input: ReviewInput): Section {
	return {
		id: 'assumptions',
		title: 'Assumptions, and what is not known',
		parts: [...variedParts(input), ...borrowedParts(input), { kind: 'facts', facts: unknownFacts(input) }],
	};
}

function variedParts({ lab, edits }: ReviewInput): readonly Part[] {
	const assumption = assumptionState(lab);
	const others = namedStates(lab, edits);
	return [
		assumption
			? captionedTable(statesTable('assumption', 'One assumption varied', lab, [assumption]))
			: paragraphs([{ text: 'No assumption is varied.', tone: 'unsure' }]),
		...(others.length > 0 ? [captionedTable(statesTable('states', 'Other states of this scenario', lab, others))] : []),
	];
}

/** Returns which figures are still those of the template. */
function borrowedParts(input: ReviewInput): readonly Part[] {
	const borrowed = findBorrowedFigures(input);
	const template = input.worksheet?.template ?? null;
	if (borrowed === null)
		return template === null ? [] : [paragraphs(`Started from ${template}, which is not at hand to compare with.`)];
	const { places, borrowedCount, total } = borrowed;
	if (borrowedCount === 0) return [paragraphs(`None of the ${total} figures is still that of ${borrowed.template}.`)];
	const table: TableModel = {
		id: 'borrowed',
		title: `${borrowedCount} of ${total} figures are still those of ${borrowed.template}`,
		columns: [column('where', 'where'), figureColumn('count', 'figures'), column('inputs', 'which')],
		rows: places.map(({ where, labels, paths }) =>
			bodyRow(where, [
				textCell(where),
				{ raw: paths.length, text: String(paths.length) },
				textCell([...new Set(labels)].join(', ')),
			]),
		),
		notes: [],
	};
	return [captionedTable(table)];
}

function unknownFacts({ lab, source, notes }: ReviewInput): readonly Fact[] {
	const { inputs, metrics, none } = findUnmeasured(lab);
	const total = lab.scenario.segments.length;
	const inputTexts = inputs.map(({ label, slices }) =>
		slices === null ? label : `${label} (${joinSliceNames(slices, total)})`,
	);
	return [
		fact('Inputs not measured', inputTexts.length === 0 ? 'none' : [{ text: inputTexts.join('; '), tone: 'unsure' }]),
		fact(
			'Metrics not known for that',
			metrics.length === 0 ? 'none' : [{ text: metrics.map(metricTitle).join(', '), tone: 'unsure' }],
		),
		...(none.length > 0
			? [fact('Metrics without a value', none.map(({ metric, why }) => `${metricTitle(metric)}: ${why}`).join('; '))]
			: []),
		fact('Source of the figures', sourceText(source, notes)),
	];
}

/** A state other than the current one, with its outcome. */
export interface NamedState {
	readonly id: string;
	readonly name: string;
	readonly lab: LabInput;
}

/** Returns the state that varies the assumption, on top of the current one; null: none does. */
export function assumptionState({ scenario, baseline }: LabInput): NamedState | null {
	return stateOf(scenario, baseline, ASSUMPTION_ID);
}

/**
 * Returns the other named states of the file; none after edits, as these states are defined on top of the file's own
 * state and their names would no longer be right.
 */
export function namedStates({ scenario, baseline }: LabInput, edits: readonly string[]): readonly NamedState[] {
	if (edits.length > 0) return [];
	return scenario.states.flatMap(({ id }) => (id === ASSUMPTION_ID ? [] : (stateOf(scenario, baseline, id) ?? [])));
}

function stateOf(scenario: LabInput['scenario'], baseline: LabInput['baseline'], id: string): NamedState | null {
	const name = scenario.states.find((state) => state.id === id)?.name;
	const stateScenario = scenarioAt(scenario, id);
	return name === undefined || stateScenario === null
		? null
		: { id, name, lab: computeLab(stateScenario, null, baseline) };
}

const METRICS = ['cost', 'saving', 'resolution', 'handoff', 'silent', 'totalCostPerResolved'] as const;

/** Returns a table of states, the current one first. */
function statesTable(id: string, title: string, lab: LabInput, others: readonly NamedState[]): TableModel {
	const stateRow = (id: string, name: string, { outcome }: LabInput) => {
		const { text, tone } = VERDICT_TEXT[outcome.verdict];
		return bodyRow(id, [
			textCell(name),
			{ raw: outcome.verdict, text, tone },
			...METRICS.map((metric) => metricCell(metric, outcome)),
		]);
	};
	return {
		id,
		title,
		columns: [
			column('state', 'state'),
			column('verdict', 'verdict'),
			figureColumn('cost', 'model spend per request'),
			figureColumn('saving', 'saving'),
			figureColumn('resolution', 'resolution'),
			figureColumn('handoff', 'hand-offs'),
			figureColumn('silent', 'silent failures'),
			figureColumn('total', 'all counted, per resolved request'),
		],
		rows: [stateRow('now', 'as it is now', lab), ...others.map((other) => stateRow(other.id, other.name, other.lab))],
		notes: [],
	};
}

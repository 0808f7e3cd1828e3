import { scenarioAt } from '../../engine/expectations/index.js';
import type { TableModel } from '../../text/line.js';
import { ASSUMPTION } from '../../worksheet/index.js';
import { computeLab, type LabInput } from '../board/lab-input.js';
import { metricCell, textCell } from '../format/cells.js';
import { figuresFrom } from '../format/format.js';
import { VERDICT_TEXT } from '../format/guardrail-text.js';
import { borrowedOf } from './borrowed.js';
import { captionedTable, type Fact, fact, type Part, paragraphs, type ReviewInput, type Section } from './document.js';
import { column, figures, metricTitle, row, sliceNames } from './tables.js';
import { unmeasuredOf } from './unmeasured.js';

/** The assumption that was varied, whose figures these are, and what nobody measured. */
export function assumptionsSection(input: ReviewInput): Section {
	return {
		id: 'assumptions',
		title: 'Assumptions, and what is not known',
		parts: [...varied(input), ...whose(input), { kind: 'facts', facts: unknown(input) }],
	};
}

function varied({ lab, edits }: ReviewInput): readonly Part[] {
	const assumption = assumptionState(lab);
	const others = namedStates(lab, edits);
	return [
		assumption
			? captionedTable(statesTable('assumption', 'One assumption varied', lab, [assumption]))
			: paragraphs([{ text: 'No assumption is varied.', tone: 'unsure' }]),
		...(others.length > 0 ? [captionedTable(statesTable('states', 'Other states of this scenario', lab, others))] : []),
	];
}

/** Which figures are still the template's. */
function whose(input: ReviewInput): readonly Part[] {
	const borrowed = borrowedOf(input);
	const template = input.worksheet?.template ?? null;
	if (borrowed === null)
		return template === null ? [] : [paragraphs(`Started from ${template}, which is not at hand to compare with.`)];
	const { places, same, total } = borrowed;
	if (same === 0) return [paragraphs(`None of the ${total} figures is still that of ${borrowed.template}.`)];
	const table: TableModel = {
		id: 'borrowed',
		title: `${same} of ${total} figures are still those of ${borrowed.template}`,
		columns: [column('where', 'where'), figures('count', 'figures'), column('inputs', 'which')],
		rows: places.map(({ where, labels, paths }) =>
			row(where, [
				textCell(where),
				{ raw: paths.length, text: String(paths.length) },
				textCell([...new Set(labels)].join(', ')),
			]),
		),
		notes: [],
	};
	return [captionedTable(table)];
}

function unknown({ lab, source, notes }: ReviewInput): readonly Fact[] {
	const { inputs, metrics, none } = unmeasuredOf(lab);
	const total = lab.scenario.segments.length;
	const listed = inputs.map(({ label, slices }) =>
		slices === null ? label : `${label} (${sliceNames(slices, total)})`,
	);
	return [
		fact('Inputs not measured', listed.length === 0 ? 'none' : [{ text: listed.join('; '), tone: 'unsure' }]),
		fact(
			'Metrics not known for that',
			metrics.length === 0 ? 'none' : [{ text: metrics.map(metricTitle).join(', '), tone: 'unsure' }],
		),
		...(none.length > 0
			? [fact('Metrics without a value', none.map(({ metric, why }) => `${metricTitle(metric)}: ${why}`).join('; '))]
			: []),
		fact('Source of the figures', figuresFrom(source, notes)),
	];
}

/** A state beside the present one, with its numbers. */
export interface OtherState {
	readonly id: string;
	readonly name: string;
	readonly lab: LabInput;
}

/** The state that varies the one assumption, on top of the present one; null: none does. */
export function assumptionState({ scenario, baseline }: LabInput): OtherState | null {
	return stateOf(scenario, baseline, ASSUMPTION);
}

/**
 * The other named states of the file. They lie on the file's own state, so that after edits they are not what they
 * are called, and are left out.
 */
export function namedStates({ scenario, baseline }: LabInput, edits: readonly string[]): readonly OtherState[] {
	if (edits.length > 0) return [];
	return scenario.states.flatMap(({ id }) => (id === ASSUMPTION ? [] : (stateOf(scenario, baseline, id) ?? [])));
}

function stateOf(scenario: LabInput['scenario'], baseline: LabInput['baseline'], id: string): OtherState | null {
	const name = scenario.states.find((state) => state.id === id)?.name;
	const there = scenarioAt(scenario, id);
	return name === undefined || there === null ? null : { id, name, lab: computeLab(there, null, baseline) };
}

const METRICS = ['cost', 'saving', 'resolution', 'handoff', 'silent', 'totalCostPerResolved'] as const;

/** States under each other, the present one first. */
function statesTable(id: string, title: string, lab: LabInput, others: readonly OtherState[]): TableModel {
	const state = (id: string, name: string, { outcome }: LabInput) => {
		const { text, tone } = VERDICT_TEXT[outcome.verdict];
		return row(id, [
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
			figures('cost', 'USD per request'),
			figures('saving', 'saving'),
			figures('resolution', 'resolution'),
			figures('handoff', 'hand-offs'),
			figures('silent', 'silent failures'),
			figures('total', 'USD per resolved, in total'),
		],
		rows: [state('now', 'as it is now', lab), ...others.map((other) => state(other.id, other.name, other.lab))],
		notes: [],
	};
}

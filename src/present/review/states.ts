import { scenarioAt } from '../../engine/expectations/index.js';
import type { TableModel } from '../../text/line.js';
import { ASSUMPTION } from '../../worksheet/index.js';
import { computeLab, type LabInput } from '../board/lab-input.js';
import { metricCell, textCell } from '../format/cells.js';
import { VERDICT_TEXT } from '../format/guardrail-text.js';
import { column, figures, row } from './parts.js';

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
export function statesTable(id: string, title: string, lab: LabInput, others: readonly OtherState[]): TableModel {
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

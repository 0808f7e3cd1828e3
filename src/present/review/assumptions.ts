import type { TableModel } from '../../text/line.js';
import { textCell } from '../format/cells.js';
import { figuresFrom } from '../format/format.js';
import { borrowedOf } from './borrowed.js';
import type { Fact, ReviewFacts, ReviewPart, ReviewSection } from './model.js';
import { column, fact, figures, metricTitle, row, sliceNames, tablePart, words } from './parts.js';
import { assumptionState, namedStates, statesTable } from './states.js';
import { unmeasuredOf } from './unmeasured.js';

/** The assumption that was varied, whose figures these are, and what nobody measured. */
export function assumptionsSection(facts: ReviewFacts): ReviewSection {
	return {
		id: 'assumptions',
		title: 'Assumptions, and what is not known',
		parts: [...varied(facts), ...whose(facts), { kind: 'facts', facts: unknown(facts) }],
	};
}

function varied({ lab, edits }: ReviewFacts): readonly ReviewPart[] {
	const assumption = assumptionState(lab);
	const others = namedStates(lab, edits);
	return [
		assumption
			? tablePart(statesTable('assumption', 'One assumption varied', lab, [assumption]))
			: words([{ text: 'No assumption is varied.', tone: 'unsure' }]),
		...(others.length > 0 ? [tablePart(statesTable('states', 'Other states of this scenario', lab, others))] : []),
	];
}

/** Which figures are still the template's. */
function whose(facts: ReviewFacts): readonly ReviewPart[] {
	const borrowed = borrowedOf(facts);
	const template = facts.worksheet?.template ?? null;
	if (borrowed === null)
		return template === null ? [] : [words(`Started from ${template}, which is not at hand to compare with.`)];
	const { places, same, total } = borrowed;
	if (same === 0) return [words(`None of the ${total} figures is still that of ${borrowed.template}.`)];
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
	return [tablePart(table)];
}

function unknown({ lab, source, notes }: ReviewFacts): readonly Fact[] {
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

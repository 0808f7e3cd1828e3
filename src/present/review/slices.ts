import type { Cell, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { boardSegments } from '../board/segments.js';
import { EMPTY, figureCell, textCell } from '../format/cells.js';
import { percent } from '../format/format.js';
import type { ReviewFacts, ReviewSection } from './model.js';
import { figures, onPaper, tablePart } from './parts.js';
import { withWorkedMix } from './worked-mix.js';

const LABELS = {
	segment: 'slice',
	risk: 'risk',
	share: 'share',
	routedSmall: 'routed small',
	repairRate: 'repair',
	smallSuccess: 'small right',
	escalated: 'escalated',
	silent: 'silent',
	override: 'override',
};

/** Every slice with its mix, and what becomes of the requests that it routes small. */
export const slicesSection = ({ lab }: ReviewFacts): ReviewSection => ({
	id: 'slices',
	title: 'Slices',
	parts: [tablePart(sliceTable(lab))],
});

function sliceTable(lab: LabInput): TableModel {
	const title = 'Slices: right, escalated and silent are of what is routed small';
	const model = withWorkedMix(onPaper(boardSegments(lab), title, LABELS), lab);
	const { segments } = lab.scenario;
	return {
		...model,
		columns: [...model.columns, figures('labels', 'labels')],
		rows: model.rows.map((one) => ({
			...one,
			cells: [...one.cells, labelsCell(segments.find(({ id }) => id === one.id)?.labels)],
		})),
		notes: [
			...model.notes,
			...segments.flatMap((segment, i) => notFollowed(segment, lab.outcome.segments[i]?.routedSmall)),
		],
	};
}

/** How many labelled outcomes are behind a slice; undefined: it is no slice. */
function labelsCell(labels: number | null | undefined): Cell {
	if (labels === undefined) return EMPTY;
	return labels ? figureCell(labels, { unit: 'number' }) : { ...textCell('none', 'unsure'), raw: labels };
}

function notFollowed({ name, routedSmall }: LabInput['scenario']['segments'][number], now = routedSmall): string[] {
	if (percent(now) === percent(routedSmall)) return [];
	return [`${name}: a mix of ${percent(routedSmall)} is set; an override or the dial makes it ${percent(now)}`];
}

import { boardSegments } from '../board-segments.js';
import { EMPTY, figureCell, textCell } from '../cells.js';
import { percent } from '../format.js';
import type { LabInput } from '../lab-input.js';
import type { Cell, TableModel } from '../table/model.js';
import type { ReviewFacts, ReviewSection } from './model.js';
import { figures, onPaper, tablePart } from './parts.js';

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

/** The mix as it works out, after overrides and the dial: on paper nobody can see that a cell is dimmed. */
function sliceTable(lab: LabInput): TableModel {
	const model = onPaper(boardSegments(lab), 'Slices: right, escalated and silent are of what is routed small', LABELS);
	const at = model.columns.findIndex(({ id }) => id === 'routedSmall');
	const { segments } = lab.scenario;
	const worked = (id: string): number | undefined => lab.outcome.segments.find((one) => one.id === id)?.routedSmall;
	return {
		...model,
		columns: [...model.columns, figures('labels', 'labels')],
		rows: model.rows.map((one) => ({
			...one,
			cells: [
				...one.cells.map((cell, i): Cell => {
					const mix = i === at ? worked(one.id) : undefined;
					return mix === undefined ? cell : figureCell(mix, { unit: 'percent' });
				}),
				labelsCell(segments.find(({ id }) => id === one.id)?.labels),
			],
		})),
		notes: [...model.notes, ...segments.flatMap((segment) => notFollowed(segment, worked(segment.id)))],
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

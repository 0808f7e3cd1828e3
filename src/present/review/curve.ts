import { computeCurve } from '../../engine/index.js';
import type { Cell, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { type CurveFigure, curveLines, type Place, placeOf } from '../curve/lines.js';
import { missingCurveInputs } from '../curve/missing-inputs.js';
import { drawPlot } from '../curve/plot.js';
import { EMPTY, figureCell, metricCell, textCell } from '../format/cells.js';
import { inUnit, NOT_MEASURED, percent } from '../format/format.js';
import { METRIC_LABELS } from '../format/labels.js';
import { noValueReason } from '../format/null-reasons.js';
import { captionedTable, type Part, paragraphs, type ReviewInput, type Section } from './document.js';
import { bodyRow, column, figureColumn, metricTitle, orNotMeasured } from './tables.js';

/** Returns the section on cost against resolution as the threshold moves, or on what is missing for it. */
export function curveSection({ lab }: ReviewInput): Section {
	const figure = curveFigure(lab);
	return {
		id: 'curve',
		title: 'Cost against resolution',
		parts: [
			...(figure
				? [plotPart(figure), captionedTable(pointsTable(lab, figure))]
				: [paragraphs(...missingCurveInputs(lab).sentences)]),
			captionedTable(measuresTable(lab)),
		],
	};
}

const plotPart = (figure: CurveFigure): Part => ({
	kind: 'drawing',
	subject: 'curve',
	draw: (room) => drawPlot(figure.lines, figure.now, { ...PLOT_ROOM, width: Math.min(PLOT_ROOM.width, room.width) }),
	lines: PLOT_ROOM.height,
	grows: false,
	inputs: [],
	plot: figure,
});

/** Size of the plot in columns and lines; a pull request shows this width without scrolling. */
const PLOT_ROOM = { width: 96, height: 24, focus: null };

function curveFigure({ scenario, outcome }: LabInput): CurveFigure | null {
	const lines = curveLines(scenario);
	if (lines === null) return null;
	const now = placeOf(outcome.metrics);
	const placeText = ({ cost, resolution }: Place): string => `${percent(resolution)} for ${inUnit(cost, 'money')}`;
	const words = [
		`Resolution against model spend per request. Now: ${now ? placeText(now) : NOT_MEASURED}.`,
		`All strong: ${placeText(lines.allStrong)}. All small: ${placeText(lines.allSmall)}.`,
		`A perfect router: ${placeText(lines.best)}.`,
		lines.router.length > 1
			? 'The table below has points of the curve.'
			: 'The threshold moves no requests, so there is no curve.',
	].join(' ');
	return { lines, now, description: words };
}

/** Number of thresholds computed, of which the table has every fourth. */
const THRESHOLDS = 25;
const ROW_INTERVAL = 4;

/** Returns points of the plot in figures. Those of the router are among the points of the JSON report. */
function pointsTable({ scenario }: LabInput, { lines, now }: CurveFigure): TableModel {
	const points = lines.router.length > 1 ? computeCurve(scenario, THRESHOLDS) : null;
	const pointRow = (id: string, name: string, place: OptionalPlace | null, rival: readonly Cell[] = [EMPTY]): Row =>
		bodyRow(id, [
			textCell(name),
			figureCell(place?.cost ?? null, { unit: 'money' }),
			figureCell(place?.resolution ?? null, { unit: 'percent' }),
			...(points ? rival : []),
		]);
	const routerRows = (points?.router ?? []).flatMap((point, i) => {
		if (i % ROW_INTERVAL !== 0 || i === 0 || i === THRESHOLDS - 1) return [];
		const coin = figureCell(points?.coinFlip[i]?.resolution ?? null, { unit: 'percent' });
		return [pointRow(`router-${i}`, `this router, ${orNotMeasured(point.smallShare, percent)} small`, point, [coin])];
	});
	return {
		id: 'curve-points',
		title: 'Points of the plot',
		columns: [
			column('point', 'point'),
			figureColumn('cost', 'model spend per request'),
			figureColumn('resolution', 'resolution'),
			...(points ? [figureColumn('coin', 'a coin flip, at the same mix')] : []),
		],
		rows: [
			pointRow('now', 'now', now, [figureCell(lines.atThreshold.coinFlip?.resolution ?? null, { unit: 'percent' })]),
			pointRow('all-strong', 'all strong', lines.allStrong),
			pointRow('all-small', 'all small', lines.allSmall),
			pointRow('best', 'perfect router, its mix free', lines.best),
			...routerRows,
		],
		notes: [],
	};
}

interface OptionalPlace {
	readonly cost: number | null;
	readonly resolution: number | null;
}

/** Returns the metrics that sum up the curve, each with the reason if it has no value. */
function measuresTable({ outcome }: LabInput): TableModel {
	const cell = (metric: 'pgr' | 'cpt50' | 'cpt80' | 'vetoValue'): Cell => {
		const reason = noValueReason(metric, outcome);
		return reason === null ? metricCell(metric, outcome) : { raw: null, text: reason.long, tone: 'dim' };
	};
	return {
		id: 'curve-measures',
		title: 'What the curve comes to',
		columns: [column('measure', 'measure'), figureColumn('value', 'value'), column('means', 'what it counts')],
		rows: (['pgr', 'cpt50', 'cpt80', 'vetoValue'] as const).map((metric) =>
			bodyRow(metric, [textCell(metricTitle(metric)), cell(metric), textCell(METRIC_LABELS[metric].means, 'dim')]),
		),
		notes: [],
	};
}

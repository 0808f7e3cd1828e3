import { curve } from '../../engine/index.js';
import type { Cell, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { type CurveFigure, curveLines, type Place, placeOf } from '../curve/lines.js';
import { curveMissing } from '../curve/missing.js';
import { drawPlot } from '../curve/plot.js';
import { EMPTY, figureCell, metricCell, textCell } from '../format/cells.js';
import { inUnit, NOT_MEASURED, percent } from '../format/format.js';
import { METRIC_LABELS } from '../format/labels.js';
import { whyNone } from '../format/null-words.js';
import { captionedTable, type Part, paragraphs, type ReviewInput, type Section } from './document.js';
import { column, figures, metricTitle, orNotMeasured, row } from './tables.js';

/** Cost against resolution along the dial, with the router's rivals beside it; or what it lacks. */
export function curveSection({ lab }: ReviewInput): Section {
	const figure = curveFigure(lab);
	return {
		id: 'curve',
		title: 'Cost against resolution',
		parts: [
			...(figure
				? [plot(figure), captionedTable(pointsTable(lab, figure))]
				: [paragraphs(...curveMissing(lab).sentences)]),
			captionedTable(measuresTable(lab)),
		],
	};
}

const plot = (figure: CurveFigure): Part => ({
	kind: 'drawing',
	draw: (room) => drawPlot(figure.lines, figure.now, { ...ROOM, width: Math.min(ROOM.width, room.width) }),
	lines: ROOM.height,
	grows: false,
	inputs: [],
	plot: figure,
});

/** As wide as a pull request shows without scrolling. */
const ROOM = { width: 96, height: 24, focus: null };

function curveFigure({ scenario, outcome }: LabInput): CurveFigure | null {
	const lines = curveLines(scenario);
	if (lines === null) return null;
	const now = placeOf(outcome.metrics);
	const at = ({ cost, resolution }: Place): string => `${percent(resolution)} for USD ${inUnit(cost, 'money')}`;
	const words = [
		`Resolution against model spend per request. Now: ${now ? at(now) : NOT_MEASURED}.`,
		`All strong: ${at(lines.allStrong)}. All small: ${at(lines.allSmall)}.`,
		`A perfect router: ${at(lines.best)}.`,
		lines.router.length > 1
			? 'The table below has points of the curve.'
			: 'The dial moves no slice, so there is no curve.',
	].join(' ');
	return { lines, now, words };
}

/** Positions of the dial that the model computes, and every how many of them the table has one. */
const POSITIONS = 25;
const EVERY = 4;

/** The plot in figures. The points of the router's line are those of the JSON report. */
function pointsTable({ scenario }: LabInput, { lines, now }: CurveFigure): TableModel {
	const dial = lines.router.length > 1 ? curve(scenario, POSITIONS) : null;
	const place = (id: string, name: string, where: Where | null, rival: readonly Cell[] = [EMPTY]): Row =>
		row(id, [
			textCell(name),
			figureCell(where?.cost ?? null, { unit: 'money' }),
			figureCell(where?.resolution ?? null, { unit: 'percent' }),
			...(dial ? rival : []),
		]);
	const along = (dial?.router ?? []).flatMap((point, i) => {
		if (i % EVERY !== 0 || i === 0 || i === POSITIONS - 1) return [];
		const coin = figureCell(dial?.coinFlip[i]?.resolution ?? null, { unit: 'percent' });
		return [place(`router-${i}`, `this router, ${orNotMeasured(point.smallShare, percent)} small`, point, [coin])];
	});
	return {
		id: 'curve-points',
		title: 'Points of the plot',
		columns: [
			column('point', 'point'),
			figures('cost', 'USD per request'),
			figures('resolution', 'resolution'),
			...(dial ? [figures('coin', 'a coin flip, at the same mix')] : []),
		],
		rows: [
			place('now', 'now', now),
			place('all-strong', 'all strong', lines.allStrong),
			place('all-small', 'all small', lines.allSmall),
			place('best', 'perfect router, its mix free', lines.best),
			...along,
		],
		notes: [],
	};
}

interface Where {
	readonly cost: number | null;
	readonly resolution: number | null;
}

/** The numbers that sum the curve up; a null that is no lack of measuring says what it is. */
function measuresTable({ outcome }: LabInput): TableModel {
	const cell = (metric: 'pgr' | 'cpt50' | 'cpt80' | 'vetoValue'): Cell => {
		const none = whyNone(metric, outcome);
		return none === null ? metricCell(metric, outcome) : { raw: null, text: none.long, tone: 'dim' };
	};
	return {
		id: 'curve-measures',
		title: 'What the curve comes to',
		columns: [column('measure', 'measure'), figures('value', 'value'), column('means', 'what it counts')],
		rows: (['pgr', 'cpt50', 'cpt80', 'vetoValue'] as const).map((metric) =>
			row(metric, [
				textCell(`${metricTitle(metric)}${metric === 'vetoValue' ? ', USD' : ''}`),
				cell(metric),
				textCell(METRIC_LABELS[metric].means, 'dim'),
			]),
		),
		notes: [],
	};
}

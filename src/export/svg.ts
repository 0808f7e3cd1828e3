import { axisTicks, type CurveFigure, type CurveLines } from '../present/curve/lines.js';
import { dollars, inUnit, NOT_MEASURED, percent } from '../present/format/format.js';
import { type Html, html, NO_HTML } from './html-template.js';
import { createScale, MARGIN, type Point, placeLabels, roundToTenth, type Scale, SIZE } from './svg-layout.js';

/** Renders the plot of cost against resolution with its legend; the stylesheet has all of its styles. */
export function curveHtml({ lines, now, description }: CurveFigure): Html {
	const scale = createScale(lines);
	const plotLines = linesOf(lines, scale);
	const points = [
		...(now ? [{ kind: 'now', text: 'now', ...scale(now) } as const] : []),
		{ kind: 'strong', text: 'all strong', ...scale(lines.allStrong) } as const,
		{ kind: 'small', text: 'all small', ...scale(lines.allSmall) } as const,
		{ kind: 'best', text: 'perfect router', ...scale(lines.best) } as const,
	];
	// The current point is drawn last, so that nothing hides it, and labelled first.
	const marks = [...points].reverse().map(({ kind, x, y }) => drawPoint(kind, x, y));
	return html`<figure>
<div class="scroll" role="region" aria-label="Plot of cost against resolution" tabindex="0">
<svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-labelledby="plot-title plot-words">
<title id="plot-title">Cost against resolution</title>
<desc id="plot-words">${description}</desc>
${drawAxes(lines, scale)}
${plotLines.map(([kind, places]) => drawLine(kind, places))}
${marks}
${placeLabels(
	points,
	plotLines.map(([, places]) => places),
).map(
	({ text, x, y, anchor }) => html`<text class="name" x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>\n`,
)}</svg>
</div>
<figcaption>${legendHtml(legend(lines, now))}</figcaption>
</figure>
`;
}

/** Returns the lines, the router's own last and so on top; none if the threshold has no effect. */
function linesOf(lines: CurveLines, scale: Scale): readonly (readonly [LineKind, readonly Point[]])[] {
	if (lines.router.length < 2) return [];
	return [
		['coin', lines.coinFlip.map(scale)],
		['perfect', lines.perfect.map(scale)],
		['router', lines.router.map(scale)],
	];
}

function legend(lines: CurveLines, now: CurveFigure['now']): Parameters<typeof legendHtml>[0] {
	const hasCurve = lines.router.length > 1;
	const at = now ? `${percent(now.resolution)} for ${inUnit(now.cost, 'money')}` : NOT_MEASURED;
	return [
		['now', `now: ${at}`],
		...(hasCurve ? ([['router', 'this router, as its threshold moves']] as const) : []),
		...(hasCurve ? ([['coin', 'coin flip, at the same mixes']] as const) : []),
		...(hasCurve ? ([['perfect', 'perfect router, at the same mixes']] as const) : []),
		['best', `perfect router, its mix free: ${percent(lines.best.resolution)}`],
		['strong', 'all strong'],
		['small', 'all small'],
	];
}

/** Draws both axes, with a grid line at every tick. */
function drawAxes({ cost, resolution }: CurveLines, scale: Scale): Html {
	const [left, right, top, bottom] = [MARGIN.left, SIZE.width - MARGIN.right, MARGIN.top, SIZE.height - MARGIN.bottom];
	const rates = axisTicks({ low: resolution.low * 100, high: resolution.high * 100 }, 7);
	const costs = axisTicks(cost, 7);
	return html`<text class="axis" x="${left - 50}" y="${top - 20}">resolution</text>
<text class="axis" x="${right}" y="${bottom + 46}" text-anchor="end">model spend per request</text>
${rates.values.map((rate) => {
	const { y } = scale({ cost: cost.low, resolution: rate / 100 });
	return html`<line class="grid" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/><text class="tick" x="${left - 8}" y="${roundToTenth(y + 4.5)}" text-anchor="end">${percent(rate / 100, rates.digits)}</text>\n`;
})}${costs.values.map((usd) => {
	const { x } = scale({ cost: usd, resolution: resolution.low });
	return html`<line class="grid" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><text class="tick" x="${x}" y="${bottom + 21}" text-anchor="middle">${dollars(usd, costs.digits)}</text>\n`;
})}<path class="frame" d="M${left} ${top}V${bottom}H${right}"/>`;
}

type PointKind = 'now' | 'strong' | 'small' | 'best';
type LineKind = 'router' | 'coin' | 'perfect';

/** Draws a line of the plot. Each kind has its own dash pattern, so that colour is not needed to tell them apart. */
function drawLine(kind: LineKind, points: readonly Point[]): Html {
	const [first, ...rest] = points;
	if (!first) return NO_HTML;
	return html`<path class="line ${kind}" d="M${first.x} ${first.y}${rest.map(({ x, y }) => `L${x} ${y}`)}"/>\n`;
}

/** Draws a point of the plot. Each kind has its own shape. */
function drawPoint(kind: PointKind, x: number, y: number): Html {
	switch (kind) {
		case 'now':
			return html`<g class="point now"><circle class="ring" cx="${x}" cy="${y}" r="10"/><circle cx="${x}" cy="${y}" r="5.5"/></g>\n`;
		case 'strong':
			return html`<rect class="point strong" x="${x - 5.5}" y="${y - 5.5}" width="11" height="11"/>\n`;
		case 'small':
			return html`<rect class="point small" x="${x - 5}" y="${y - 5}" width="10" height="10"/>\n`;
		case 'best':
			return html`<path class="point best" d="M${x} ${y - 7.5}L${x + 7.5} ${y}L${x} ${y + 7.5}L${x - 7.5} ${y}Z"/>\n`;
	}
}

/** Renders the legend: each mark or line with its text. */
const legendHtml = (entries: readonly (readonly [kind: PointKind | LineKind, words: string])[]): Html =>
	html`<ul class="legend">
${entries.map(([kind, words]) => html`<li><svg viewBox="0 0 34 24" aria-hidden="true">${legendSample(kind)}</svg>${words}</li>\n`)}</ul>`;

function legendSample(kind: PointKind | LineKind): Html {
	if (kind === 'router' || kind === 'coin' || kind === 'perfect')
		return drawLine(kind, [
			{ x: 1, y: 12 },
			{ x: 33, y: 12 },
		]);
	return drawPoint(kind, 17, 12);
}

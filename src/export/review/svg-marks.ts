import { type Html, html, NOTHING } from './html-text.js';
import type { Spot } from './svg-scale.js';

export type PointKind = 'now' | 'strong' | 'small' | 'best';
export type LineKind = 'router' | 'coin' | 'perfect';

/** A line of the plot. Each is dashed in its own way, so that none needs its colour. */
export function path(kind: LineKind, spots: readonly Spot[]): Html {
	const [first, ...rest] = spots;
	if (!first) return NOTHING;
	return html`<path class="line ${kind}" d="M${first.x} ${first.y}${rest.map(({ x, y }) => `L${x} ${y}`)}"/>\n`;
}

/** A point of the plot. Each has a shape of its own. */
export function mark(kind: PointKind, x: number, y: number): Html {
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

/** Marks and lines with their words. */
export const legendHtml = (entries: readonly (readonly [kind: PointKind | LineKind, words: string])[]): Html =>
	html`<ul class="legend">
${entries.map(([kind, words]) => html`<li><svg viewBox="0 0 34 24" aria-hidden="true">${sample(kind)}</svg>${words}</li>\n`)}</ul>`;

function sample(kind: PointKind | LineKind): Html {
	if (kind === 'router' || kind === 'coin' || kind === 'perfect')
		return path(kind, [
			{ x: 1, y: 12 },
			{ x: 33, y: 12 },
		]);
	return mark(kind, 17, 12);
}

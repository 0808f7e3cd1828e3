import stringWidth from 'string-width';
import { blockPart, boxPath } from './box-lines.js';
import type { Look } from './colours.js';
import type { Cell } from './screen.js';

/** A grid of cells, such as a `Tty`. */
export interface Grid {
	readonly columns: number;
	readonly rows: number;
	cell(x: number, y: number): Cell;
}

const WIDTH = 8.4;
const HEIGHT = 19;
const MARGIN = 16;
const BASELINE = 14;
/** The terminal's own colours. */
export interface ScreenColours {
	readonly ink: string;
	readonly paper: string;
}

export const ON_DARK: ScreenColours = { ink: '#d5d9e0', paper: '#1d2027' };
export const ON_LIGHT: ScreenColours = { ink: '#2e3338', paper: '#fafafa' };

const FONTS = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace";

/**
 * Draws the screen as an SVG image. Every text gets the length of its cells, so that the grid is kept in any monospaced
 * font; lines and blocks are drawn as shapes, so that they join.
 */
export function screenshotSvg(grid: Grid, label: string, own: ScreenColours = ON_DARK): string {
	const body = Array.from({ length: grid.rows }, (_, y) => row(grid, y, own)).join('');
	const width = round(grid.columns * WIDTH + 2 * MARGIN);
	const height = grid.rows * HEIGHT + 2 * MARGIN;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(label)}">
<rect width="100%" height="100%" rx="10" fill="${own.paper}"/>
<g font-family="${FONTS}" font-size="14" xml:space="preserve" stroke-width="1.2" fill="none">
${body}</g>
</svg>
`;
}

interface Piece {
	readonly x: number;
	readonly columns: number;
	readonly text: string;
	readonly look: Look;
}

function row(grid: Grid, y: number, own: ScreenColours): string {
	const drawn = pieces(grid, y).map((piece) => draw(piece, y, own));
	return drawn.some((text) => text !== '') ? `${drawn.join('')}\n` : '';
}

/** Splits a row into pieces that are drawn at once: text of one style, or one line or block character. */
function pieces(grid: Grid, y: number): readonly Piece[] {
	const found: Piece[] = [];
	for (let x = 0; x < grid.columns; ) {
		const { text, width, ...look } = grid.cell(x, y);
		const columns = Math.max(1, width);
		const piece = { x, columns, text: text || ' ', look };
		const last = found.at(-1);
		if (last && joins(last, piece))
			found[found.length - 1] = { ...last, columns: last.columns + columns, text: last.text + piece.text };
		else found.push(piece);
		x += columns;
	}
	return found;
}

function joins(before: Piece, next: Piece): boolean {
	if (JSON.stringify(before.look) !== JSON.stringify(next.look)) return false;
	if (isDrawn(next.text) || isDrawn(before.text)) return false;
	// Text after a gap is a piece of its own, to start exactly at its column.
	const gap = before.text.endsWith('  ') && before.text.trim() !== '';
	return !(gap && next.text !== ' ');
}

function isDrawn(text: string): boolean {
	return boxPath(text, 0, 0, 1, 1) !== null || blockPart(text) !== null;
}

function draw({ x, columns, text, look }: Piece, y: number, own: ScreenColours): string {
	const [ink, paper] = colours(look, own);
	const [left, top, width] = [round(MARGIN + x * WIDTH), MARGIN + y * HEIGHT, round(columns * WIDTH)];
	const ground = paper === own.paper ? '' : rectangle(left, top, width, HEIGHT, paper);
	const path = boxPath(text, left, top, WIDTH, HEIGHT);
	if (path) return `${ground}<path d="${path.replace(/\d+\.\d+/g, (n) => String(round(Number(n))))}" stroke="${ink}"/>`;
	const block = blockPart(text);
	if (block) {
		const height = HEIGHT * block.height;
		return ground + rectangle(left, round(top + HEIGHT - height), round(WIDTH * block.width), round(height), ink);
	}
	return ground + drawText(text, left, top + BASELINE, ink, look);
}

function drawText(text: string, left: number, baseline: number, ink: string, look: Look): string {
	const start = text.length - text.trimStart().length;
	const shown = text.trim();
	if (shown === '') return '';
	// Only blanks are trimmed here, each of which is one column wide.
	const x = round(left + start * WIDTH);
	const length = round(stringWidth(shown) * WIDTH);
	const weight = look.bold ? ' font-weight="600"' : '';
	const style = look.italic ? ' font-style="italic"' : '';
	const line = look.underline ? ' text-decoration="underline"' : '';
	return `<text x="${x}" y="${baseline}" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="${ink}"${weight}${style}${line}>${escapeXml(shown)}</text>`;
}

function colours(look: Look, own: ScreenColours): readonly [ink: string, paper: string] {
	const [ink, paper] = [look.colour ?? own.ink, look.background ?? own.paper];
	const [front, back] = look.inverse ? [paper, ink] : [ink, paper];
	return [look.dim ? mixColours(front, back, 0.6) : front, back];
}

/** Mixes two colours; `share`: the share of the first one, 0..1. */
function mixColours(first: string, second: string, share: number): string {
	const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
	const bytes = [1, 3, 5].map((at) => Math.round(part(first, at) * share + part(second, at) * (1 - share)));
	return `#${bytes.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function rectangle(x: number, y: number, width: number, height: number, fill: string): string {
	return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

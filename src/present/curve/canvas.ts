import type { Line, Span } from '../../text/line.js';

/** A place on the canvas, as fractions of it: x to the right, y up, 0..1 each. */
export interface Spot {
	readonly x: number;
	readonly y: number;
}

/**
 * A canvas of terminal cells. Lines are drawn in braille characters, which hold 2 × 4 dots each; marks are whole
 * characters and stand over the lines.
 */
export interface Canvas {
	/** What lies outside is left out. */
	line(from: Spot, to: Spot): void;
	/** A later mark stands over an earlier one. What lies outside is shown on the edge. */
	mark(at: Spot, span: Span): void;
	lines(): readonly Line[];
}

/** U+2800 is a character without dots; each dot adds its bit. */
const EMPTY_CHARACTER = 0x2800;
/** Bits by row and column of the dots in a character. */
const DOTS = [
	[0x01, 0x08],
	[0x02, 0x10],
	[0x04, 0x20],
	[0x40, 0x80],
] as const;

export function createCanvas(columns: number, rows: number): Canvas {
	const bits = new Uint8Array(columns * rows);
	const marks = new Map<number, Span>();
	const right = columns * 2 - 1;
	const bottom = rows * 4 - 1;
	const cell = (x: number, y: number): number => (y >> 2) * columns + (x >> 1);
	return {
		line(from, to) {
			const [x, y] = [from.x * right, (1 - from.y) * bottom];
			const [across, down] = [to.x * right - x, (1 - to.y) * bottom - y];
			const steps = Math.max(1, Math.ceil(Math.max(Math.abs(across), Math.abs(down))));
			for (let i = 0; i <= steps; i++) {
				const dotX = Math.round(x + (across * i) / steps);
				const dotY = Math.round(y + (down * i) / steps);
				if (dotX < 0 || dotX > right || dotY < 0 || dotY > bottom) continue;
				const at = cell(dotX, dotY);
				bits[at] = (bits[at] ?? 0) | (DOTS[dotY & 3]?.[dotX & 1] ?? 0);
			}
		},
		mark({ x, y }, span) {
			const inside = (fraction: number): number => Math.min(1, Math.max(0, fraction));
			marks.set(cell(Math.round(inside(x) * right), Math.round((1 - inside(y)) * bottom)), span);
		},
		lines() {
			const spanAt = (at: number): Span =>
				marks.get(at) ?? { text: bits[at] ? String.fromCharCode(EMPTY_CHARACTER + bits[at]) : ' ' };
			return Array.from({ length: rows }, (_, row) =>
				merged(Array.from({ length: columns }, (_, column) => spanAt(row * columns + column))),
			);
		},
	};
}

/** Neighbouring spans without a style as one. */
function merged(spans: readonly Span[]): Line {
	const out: Span[] = [];
	for (const span of spans) {
		const last = out.at(-1);
		const plain = last && !last.tone && !last.bold && !span.tone && !span.bold;
		if (plain) out[out.length - 1] = { text: last.text + span.text };
		else out.push(span);
	}
	return out;
}

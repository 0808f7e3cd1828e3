import type { ScenarioDocument } from '../../content/index.js';
import { drawFramedTable } from '../../text/framed-table.js';
import type { Line } from '../../text/line.js';
import { layoutProse } from '../../text/prose-layout.js';
import { wrap } from '../../text/width.js';
import { wrapLine } from '../../text/wrap-line.js';
import { layoutPane } from '../pane/pane-layout.js';
import { focusedPath, type PageBlock } from './page.js';

interface PageLaidOut {
	readonly lines: readonly Line[];
	/** Index of the first line of each block. */
	readonly starts: readonly number[];
	/** Index of the line with the focus; null: none. */
	readonly focusLine: number | null;
}

interface PageRoom {
	readonly width: number;
	readonly focus: string | null;
	/** Stops after the block that reaches this number of lines; undefined: no limit. */
	readonly lines?: number;
}

/** Maximum width of prose in columns; longer lines are hard to read. */
const MAX_PROSE_WIDTH = 75;
/** Height of a drawing within a text, in lines. */
const DRAWING_HEIGHT = 20;

/** Lays out a lesson as one long page, with an empty line between blocks. */
export function layoutPage(
	blocks: Iterable<readonly PageBlock[]>,
	{ width, focus, lines: maxLines = Number.POSITIVE_INFINITY }: PageRoom,
): PageLaidOut {
	const lines: Line[] = [];
	const starts: number[] = [];
	let focusLine: number | null = null;
	for (const parts of blocks) {
		if (lines.length >= maxLines) break;
		const i = starts.push(lines.length) - 1;
		for (const part of parts) {
			const drawn = drawPart(part, { width, focus: focusedPath(focus, i) });
			const focusIndex = drawn.findIndex((line) => line.some((span) => span.tone === 'focus'));
			// A question being answered has the focus, although no span of it is marked.
			const typingIndex = part.kind === 'ruled' && focus?.startsWith(`${i}|?`) ? drawn.length - 1 : -1;
			const found = focusIndex >= 0 ? focusIndex : typingIndex;
			if (found >= 0) focusLine ??= lines.length + found;
			lines.push(...drawn, []);
		}
	}
	return { lines, starts, focusLine };
}

function drawPart(part: PageBlock, room: PageRoom): readonly Line[] {
	const proseWidth = Math.min(room.width - 3, MAX_PROSE_WIDTH);
	switch (part.kind) {
		case 'prose':
			return layoutProse(part.blocks, proseWidth).map(indent);
		case 'artifact':
			return artifactBox(part.artifact, Math.min(room.width - 2, MAX_PROSE_WIDTH));
		case 'live': {
			const model = { id: 'board' as const, title: '', blocks: part.blocks.map(fixHeight) };
			return layoutPane(model, { width: room.width, height: 10_000, focus: room.focus });
		}
		case 'ruled':
			return part.sentences.flatMap((sentence) => {
				const [first = [], ...rest] = wrapLine(sentence, proseWidth - 2);
				return [first, ...rest.map((line): Line => [{ text: '  ' }, ...line])].map(
					(line): Line => [{ text: ' ┃', tone: 'accent' }, ...line],
				);
			});
	}
}

/** Gives a growing drawing a fixed height, so that text around it stays visible. */
const fixHeight = (block: Parameters<typeof layoutPane>[0]['blocks'][number]): typeof block =>
	block.kind === 'drawing' && block.grows
		? {
				...block,
				grows: false,
				lines: Math.max(block.lines, DRAWING_HEIGHT),
				draw: (room) => block.draw({ ...room, height: Math.max(block.lines, DRAWING_HEIGHT) }),
			}
		: block;

type Artifact = NonNullable<ScenarioDocument['artifact']>;

/** Draws an artifact within a text: its title, and its table in a frame. */
function artifactBox({ title, columns, rows }: Artifact, room: number): readonly Line[] {
	const cells = [columns, ...rows].map((row) => row.map((cell): Line => [{ text: String(cell) }]));
	return [
		...wrap(title, room).map((text): Line => [{ text, bold: true }]),
		...drawFramedTable(cells, { room, ruled: true }),
	].map(indent);
}

const indent = (line: Line): Line => [{ text: ' ' }, ...line];

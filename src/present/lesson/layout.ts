import type { ScenarioDocument } from '../../content/index.js';
import { drawTable } from '../../text/block-table.js';
import { layoutProse } from '../../text/blocks.js';
import type { Line } from '../../text/line.js';
import { wrap } from '../../text/width.js';
import { wrapLine } from '../../text/wrap-line.js';
import { layoutPane } from '../pane/pane-layout.js';
import { type PageBlock, pathOf } from './page.js';

interface PageLaidOut {
	readonly lines: readonly Line[];
	/** First line of each block. */
	readonly starts: readonly number[];
	/** The line of what has the focus; null: nothing has. */
	readonly focusLine: number | null;
}

interface PageRoom {
	readonly width: number;
	readonly focus: string | null;
	/** As soon as there are so many lines, the rest is left out; missing: nothing is. */
	readonly lines?: number;
}

/** Prose is easier to read when its lines are not as long as a wide terminal. */
const PROSE = 88;
/** Lines of a drawing in the middle of a text. */
const DRAWING = 20;

/** Lays a lesson out as one long page, an empty line between its blocks. */
export function layoutPage(
	blocks: Iterable<readonly PageBlock[]>,
	{ width, focus, lines: enough = Number.POSITIVE_INFINITY }: PageRoom,
): PageLaidOut {
	const lines: Line[] = [];
	const starts: number[] = [];
	let focusLine: number | null = null;
	for (const parts of blocks) {
		if (lines.length >= enough) break;
		const i = starts.push(lines.length) - 1;
		for (const part of parts) {
			const drawn = drawPart(part, { width, focus: pathOf(focus, i) });
			const at = drawn.findIndex((line) => line.some((span) => span.tone === 'focus'));
			// A question that is being answered has the focus though nothing in it is marked.
			const typed = part.kind === 'ruled' && focus?.startsWith(`${i}|?`) ? drawn.length - 1 : -1;
			const found = at >= 0 ? at : typed;
			if (found >= 0) focusLine ??= lines.length + found;
			lines.push(...drawn, []);
		}
	}
	return { lines, starts, focusLine };
}

function drawPart(part: PageBlock, room: PageRoom): readonly Line[] {
	const prose = Math.min(room.width - 3, PROSE);
	switch (part.kind) {
		case 'prose':
			return layoutProse(part.blocks, prose).map(indented);
		case 'artifact':
			return artifactBox(part.artifact, Math.min(room.width - 2, PROSE));
		case 'live': {
			const model = { id: 'board' as const, title: '', blocks: part.blocks.map(settled) };
			return layoutPane(model, { width: room.width, height: 10_000, focus: room.focus });
		}
		case 'ruled':
			return part.sentences.flatMap((sentence) => {
				const [first = [], ...rest] = wrapLine(sentence, prose - 2);
				return [first, ...rest.map((line): Line => [{ text: '  ' }, ...line])].map(
					(line): Line => [{ text: ' ┃', tone: 'accent' }, ...line],
				);
			});
	}
}

/** A drawing that would grow to fill a pane keeps to a height that leaves text around it. */
const settled = (block: Parameters<typeof layoutPane>[0]['blocks'][number]): typeof block =>
	block.kind === 'drawing' && block.grows
		? {
				...block,
				grows: false,
				lines: Math.max(block.lines, DRAWING),
				draw: (room) => block.draw({ ...room, height: Math.max(block.lines, DRAWING) }),
			}
		: block;

type Artifact = NonNullable<ScenarioDocument['artifact']>;

/** An artifact inside a text: its title, and its table in a frame, as it was first seen. */
function artifactBox({ title, columns, rows }: Artifact, room: number): readonly Line[] {
	const cells = [columns, ...rows].map((row) => row.map((cell): Line => [{ text: String(cell) }]));
	return [
		...wrap(title, room).map((text): Line => [{ text, bold: true }]),
		...drawTable(cells, { room, ruled: true }),
	].map(indented);
}

const indented = (line: Line): Line => [{ text: ' ' }, ...line];

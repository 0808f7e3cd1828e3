import { padLines } from '../../text/justify.js';
import type { Line } from '../../text/line.js';
import { hiddenWords, windowAround, windowFrom } from '../../text/list-window.js';
import { layoutTable } from '../../text/table.js';
import { wrapLine } from '../../text/wrap-line.js';
import { type Block, blockInputs, type Drawing } from './block.js';
import type { PaneModel } from './pane.js';

export interface PaneLayoutOptions {
	readonly width: number;
	/** Lines of the terminal; Infinity for a report. */
	readonly height: number;
	readonly focus: string | null;
	/** Says below a table which columns had no room: a page cannot be made wider. */
	readonly namesDropped?: boolean;
}

/** Lines of a drawing where nothing limits it. */
const REPORT_DRAWING = 21;

/** Fewest body rows that a scrolling table keeps. */
const FEWEST_ROWS = 5;

/**
 * Lays a pane out as at most `height` lines. Where there is too little room the empty lines go first, then the
 * scrolling tables shrink, then the pane as a whole scrolls with the focus, and says how much is out of sight.
 */
export function layoutPane(pane: PaneModel, options: PaneLayoutOptions): Line[] {
	const { height } = options;
	// What grows is drawn once, when its room is known; until then it counts as the least it needs.
	const grows = (block: Block): block is Drawing => block.kind === 'drawing' && block.grows && Number.isFinite(height);
	const drawn = pane.blocks.map((block) => ({
		block,
		lines: grows(block)
			? padLines([], block.lines)
			: drawBlock(block, { ...options, bodyRows: Number.POSITIVE_INFINITY }),
	}));
	const fitting = withoutExtras(drawn, height);
	const over = sum(fitting) - height;
	const shown = shrunk(fitting, over);
	const lines = fitting.flatMap(({ block, lines: whole }) => {
		if (grows(block)) return block.draw({ ...options, height: Math.max(block.lines, whole.length - over) });
		const bodyRows = shown.get(block);
		return bodyRows === undefined ? whole : drawBlock(block, { ...options, bodyRows });
	});
	// Going up as far as it goes shows the top of the pane, whatever stands above the first input.
	const [first = null] = pane.blocks.flatMap(blockInputs).flat();
	return windowed(lines, height, options.focus === first);
}

/** As many lines as there is room for, the focused one among them, with a line that counts the others. */
function windowed(lines: readonly Line[], height: number, atFirst: boolean): Line[] {
	if (lines.length <= height) return [...lines];
	const room = height - 1;
	const focused = lines.findIndex((line) => line.some((span) => span.tone === 'focus'));
	// The head of the first table stays in sight as long as it can.
	const window =
		atFirst || focused < room ? windowFrom(lines.length, room, 0) : windowAround(lines.length, room, focused);
	return [...lines.slice(window.from, window.to), [{ text: ` ${hiddenWords(window)}`, tone: 'dim' }]];
}

interface Drawn {
	readonly block: Block;
	readonly lines: readonly Line[];
}

const sum = (drawn: readonly Drawn[]): number => drawn.reduce((lines, block) => lines + block.lines.length, 0);

/** Leaves out what is shown only where there is room: first the spare blocks, then the empty lines. */
function withoutExtras(drawn: readonly Drawn[], height: number): readonly Drawn[] {
	if (sum(drawn) <= height) return drawn;
	const needed = drawn.filter(({ block }) => block.kind !== 'spare');
	return sum(needed) <= height ? needed : needed.filter(({ block }) => block.kind !== 'space');
}

/**
 * Body rows for each scrolling table that the focus walks through (nobody could scroll another), so that together
 * they give up `over` lines: the longest gives first.
 */
function shrunk(drawn: readonly Drawn[], over: number): ReadonlyMap<Block, number> {
	const rows = new Map<Block, number>();
	if (over <= 0) return rows;
	for (const { block } of drawn)
		if (block.kind === 'table' && block.flexible && blockInputs(block).length > 0)
			rows.set(block, block.table.rows.filter(({ kind }) => kind === 'body').length);
	for (let left = over; left > 0; left--) {
		const [longest, count] = [...rows].reduce((a, b) => (b[1] > a[1] ? b : a), [null, FEWEST_ROWS] as readonly [
			Block | null,
			number,
		]);
		if (longest === null) break;
		rows.set(longest, count - 1);
	}
	return rows;
}

function drawBlock(block: Block, options: PaneLayoutOptions & { readonly bodyRows: number }): Line[] {
	switch (block.kind) {
		case 'table':
			return layoutTable(block.table, {
				...options,
				bodyRows: block.flexible ? options.bodyRows : Number.POSITIVE_INFINITY,
			});
		case 'drawing':
			return [...block.draw({ ...options, height: Number.isFinite(options.height) ? block.lines : REPORT_DRAWING })];
		case 'space':
			return [[]];
		case 'spare':
			return block.blocks.flatMap((inner) => drawBlock(inner, options));
		case 'words': {
			const lines = block.sentences.flatMap((sentence) => wrapLine(sentence, options.width));
			return [...padLines(lines, Number.isFinite(options.height) ? block.lines : 0)];
		}
	}
}

import type { Line } from '../../text/line.js';
import { padLines } from '../../text/line-layout.js';
import { hiddenLinesText, windowAround, windowFrom } from '../../text/list-window.js';
import { layoutTable } from '../../text/table.js';
import { wrapLine } from '../../text/wrap-line.js';
import { type Block, blockInputs, type Drawing } from './block.js';
import type { PaneModel } from './pane.js';

export interface PaneLayoutOptions {
	readonly width: number;
	/** Available lines; Infinity for a report. */
	readonly height: number;
	readonly focus: string | null;
	/** Whether a note below a table names the columns that did not fit, for documents, which cannot be made wider. */
	readonly namesDropped?: boolean;
}

/** Height of a drawing in a report, in lines. */
const REPORT_DRAWING_HEIGHT = 21;

/** Minimum number of body rows of a scrolling table. */
const MIN_ROWS = 5;

/**
 * Lays out a pane as at most `height` lines. If it does not fit, it first drops the spare blocks and the empty lines,
 * then shrinks the scrolling tables, and finally scrolls the whole pane with the focus and counts the hidden lines.
 */
export function layoutPane(pane: PaneModel, options: PaneLayoutOptions): Line[] {
	const { height } = options;
	const [pinned, ...rest] = pane.blocks;
	if (pinned?.kind === 'words' && pinned.pinned) {
		const above = drawBlock(pinned, { ...options, bodyRows: 0 });
		return [...above, ...layoutPane({ ...pane, blocks: rest }, { ...options, height: height - above.length })];
	}
	// A growing block is drawn once its height is known; until then it counts with its minimum height.
	const isGrowing = (block: Block): block is Drawing =>
		block.kind === 'drawing' && block.grows && Number.isFinite(height);
	const draw = (block: Block): DrawnBlock => ({
		block,
		lines: isGrowing(block)
			? padLines([], block.lines)
			: drawBlock(block, { ...options, bodyRows: Number.POSITIVE_INFINITY }),
	});
	const fitting = withoutExtras(pane.blocks.map(draw), height).flatMap((drawn) =>
		drawn.block.kind === 'spare' ? drawn.block.blocks.map(draw) : [drawn],
	);
	const overflow = totalLines(fitting) - height;
	const rowCounts = shrinkTables(fitting, overflow);
	const lines = fitting.flatMap(({ block, lines: allLines }) => {
		if (isGrowing(block)) return block.draw({ ...options, height: Math.max(block.lines, allLines.length - overflow) });
		const bodyRows = rowCounts.get(block);
		return bodyRows === undefined ? allLines : drawBlock(block, { ...options, bodyRows });
	});
	// With the focus on the first input, the pane shows its top, including what is above that input; in the last row, as
	// much as fits of what is below it.
	const inputs = pane.blocks.flatMap(blockInputs);
	const isLast = options.focus !== null && inputs.at(-1)?.includes(options.focus) === true;
	const end = options.focus === (inputs[0]?.[0] ?? null) ? 'top' : isLast ? 'bottom' : null;
	return scrollLines(lines, height, end);
}

/**
 * Returns the lines that fit, including the focused one, and a line that counts the hidden ones.
 *
 * @param end the end of the pane that the focus is at; null: neither
 */
function scrollLines(lines: readonly Line[], height: number, end: 'top' | 'bottom' | null): Line[] {
	if (lines.length <= height) return [...lines];
	const room = height - 1;
	const focused = lines.findIndex((line) => line.some((span) => span.tone === 'focus'));
	// Keeps the heading of the first table visible as long as possible.
	const window =
		end === 'bottom' && focused >= 0
			? windowFrom(lines.length, room, focused)
			: end === 'top' || focused < room
				? windowFrom(lines.length, room, 0)
				: windowAround(lines.length, room, focused);
	return [...lines.slice(window.from, window.to), [{ text: ` ${hiddenLinesText(window)}`, tone: 'dim' }]];
}

interface DrawnBlock {
	readonly block: Block;
	readonly lines: readonly Line[];
}

const totalLines = (drawn: readonly DrawnBlock[]): number =>
	drawn.reduce((lines, block) => lines + block.lines.length, 0);

/** Removes the spare blocks for which there is no room, the first ones last, and the empty lines if that is not enough. */
function withoutExtras(drawn: readonly DrawnBlock[], height: number): readonly DrawnBlock[] {
	const isSpare = ({ block }: DrawnBlock): boolean => block.kind === 'spare';
	const needed = drawn.filter((one) => !isSpare(one));
	let room = height - totalLines(needed);
	if (room < 0) return needed.filter(({ block }) => block.kind !== 'space');
	return drawn.filter((one) => {
		if (!isSpare(one)) return true;
		if (one.lines.length > room) return false;
		room -= one.lines.length;
		return true;
	});
}

/**
 * Returns the number of body rows for each scrolling table, so that together they give up `overflow` lines; the longest
 * shrinks first. Tables without inputs do not shrink, as the focus could not scroll them.
 */
function shrinkTables(drawn: readonly DrawnBlock[], overflow: number): ReadonlyMap<Block, number> {
	const rows = new Map<Block, number>();
	if (overflow <= 0) return rows;
	for (const { block } of drawn)
		if (block.kind === 'table' && block.flexible && blockInputs(block).length > 0)
			rows.set(block, block.table.rows.filter(({ kind }) => kind === 'body').length);
	for (let left = overflow; left > 0; left--) {
		const [longest, count] = [...rows].reduce((a, b) => (b[1] > a[1] ? b : a), [null, MIN_ROWS] as readonly [
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
			return [
				...block.draw({ ...options, height: Number.isFinite(options.height) ? block.lines : REPORT_DRAWING_HEIGHT }),
			];
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

import type { Line } from '../../text/line.js';
import { lineWidth } from '../../text/line-layout.js';
import { width as columnsIn, pad } from '../../text/width.js';
import type { DrawingRoom } from '../pane/block.js';
import { causeLines, changeLines, changesLeftOut, type DetailLevel, inputLine, painLines } from './baseline-lines.js';
import type { PressureFacts } from './facts.js';
import { boxLine, FRAME_WIDTH, type FrameSection, flow, frame, joinColumns, rule, span } from './frame.js';
import { type Columns, fitColumns, type ItemStyle, itemLines, type Side, unmeasuredLines } from './items.js';

/** A layout of the diagram. */
interface Plan {
	readonly shape: 'split' | 'stacked' | 'frame' | 'tight';
	readonly item: ItemStyle;
	readonly detail: DetailLevel;
}

/** Draws the diagram in the first layout that fits. Nothing is truncated: what does not fit is left out. */
export function drawPressure(facts: PressureFacts, { width, height, focus }: DrawingRoom): readonly Line[] {
	let shortest: readonly Line[] = [];
	for (const plan of plans(facts)) {
		const lines = DRAW_BY_SHAPE[plan.shape](facts, plan, width, focus);
		if (lines === null || lines.some((line) => lineWidth(line) > width)) continue;
		if (lines.length <= height) return lines;
		if (shortest.length === 0 || lines.length < shortest.length) shortest = lines;
	}
	return shortest.slice(0, Math.max(0, height));
}

const ALL = Number.POSITIVE_INFINITY;
const detail = (pains: number, changes: number, more: Partial<DetailLevel> = {}): DetailLevel => ({
	maxPains: pains,
	maxChanges: changes,
	hasShortCause: false,
	isSpacious: false,
	hasShortFoot: false,
	...more,
});
const ONE_LINE: ItemStyle = { kind: 'one' };
const TWO_LINES: ItemStyle = { kind: 'two' };
const SHORT_NAMES: ItemStyle = { kind: 'short' };

const DETAILED: readonly DetailLevel[] = [
	detail(3, ALL, { isSpacious: true }),
	detail(3, ALL),
	detail(2, ALL),
	detail(1, ALL),
	detail(1, ALL, { hasShortFoot: true }),
	detail(1, 2, { hasShortFoot: true }),
];
const COMPACT = detail(1, 1, { hasShortCause: true, hasShortFoot: true });

function* plans({ relieved, created }: PressureFacts): Generator<Plan> {
	for (const level of [...DETAILED, detail(1, 1, { hasShortFoot: true }), COMPACT])
		for (const item of [ONE_LINE, TWO_LINES]) yield { shape: 'split', item, detail: level };
	for (const level of DETAILED)
		for (const item of [ONE_LINE, TWO_LINES]) yield { shape: 'stacked', item, detail: level };
	for (const level of [detail(3, ALL), detail(1, ALL), detail(1, 2), COMPACT])
		for (const item of [ONE_LINE, SHORT_NAMES]) yield { shape: 'frame', item, detail: level };
	for (const item of [ONE_LINE, SHORT_NAMES]) yield { shape: 'tight', item, detail: COMPACT };
	for (const level of [detail(1, ALL), detail(1, 2, { hasShortCause: true }), COMPACT])
		for (let owners = relieved.length + created.length; owners >= 0; owners--)
			yield { shape: 'frame', item: { kind: 'bare', owners }, detail: level };
	yield { shape: 'tight', item: { kind: 'bare', owners: 0 }, detail: COMPACT };
	yield { shape: 'tight', item: TWO_LINES, detail: COMPACT };
}

type Draw = (facts: PressureFacts, plan: Plan, width: number, focus: string | null) => Line[] | null;

const PER_1000 = 'per 1,000 requests';
const title = (text: string): Line => [{ text, tone: 'title', bold: true }];

/** Maximum widths in columns, side by side and stacked; wider lines are hard to follow. */
const MAX_SPLIT_WIDTH = 142;
const MAX_STACKED_WIDTH = 100;

/** Column of the arrow's vertical line. */
const STEM_COLUMN = 2;

/** Draws the baseline on top; below it a forking arrow to what is relieved (left) and created (right). */
const drawSplit: Draw = (facts, plan, terminal, focus) => {
	const width = Math.min(terminal, MAX_SPLIT_WIDTH);
	const left = Math.floor((width - 1) / 2);
	const right = width - 1 - left;
	const inset = left - FRAME_WIDTH - 2 >= 35 ? 1 : 0;
	const inner = left - FRAME_WIDTH - inset;
	// Leaves one column between a figure and the border.
	const columns = fitColumns(facts, plan.item, inner - 1);
	if (!columns) return null;
	const box = (side: Side, room: number): Line[] =>
		frame(
			[
				{
					title: title(SIDE_TITLES[side]),
					hasArrow: true,
					aside: PER_1000,
					body: sideLines(facts, side, plan, columns, room - FRAME_WIDTH - inset),
				},
			],
			room,
			inset,
		);
	const [relieved, created] = [box('relieved', left), box('created', right)];
	const rows = Math.max(relieved.length, created.length);
	return [
		...beforeAndChange(facts, plan, columns, width, focus),
		[span(`${' '.repeat(STEM_COLUMN)}├${'─'.repeat(left)}┐`, 'dim')],
		...joinColumns(stretchBox(relieved, rows, left), stretchBox(created, rows, right)),
		...footLines(facts, width, plan.detail),
	];
};

/** Draws the baseline, relieved and created one above the other. */
const drawStacked: Draw = (facts, plan, width, focus) => {
	const room = Math.min(width, MAX_STACKED_WIDTH);
	const columns = fitColumns(facts, plan.item, room - FRAME_WIDTH - 1);
	if (!columns) return null;
	const inner = room - FRAME_WIDTH - 1;
	const section = (side: Side): FrameSection => ({
		title: title(SIDE_TITLES[side]),
		hasArrow: side === 'relieved',
		aside: side === 'relieved' ? PER_1000 : '',
		body: sideLines(facts, side, plan, columns, inner),
	});
	return [
		...beforeAndChange(facts, plan, columns, room, focus),
		...frame([section('relieved'), section('created')], room, 1),
		...footLines(facts, room, plan.detail),
	];
};

/**
 * Draws baseline, change and pressures as sections of one frame, with the net and what is not modelled in its rules.
 */
const drawFramed: Draw = (facts, plan, width, focus) => {
	const room = Math.min(width, MAX_STACKED_WIDTH);
	const columns = fitColumns(facts, plan.item, room - FRAME_WIDTH);
	if (!columns) return null;
	const inner = room - FRAME_WIDTH;
	const leftOut = changesLeftOut(facts, plan.detail);
	return frame(
		[
			{
				title: title(`BEFORE: ${facts.baselineName}`),
				body: [...painLines(facts, columns, plan.detail, inner), ...causeLines(facts, plan.detail, inner)],
			},
			{
				title: title('THE CHANGE'),
				hasArrow: true,
				aside: leftOut,
				body: [...changeLines(facts, columns, plan.detail, inner), inputLine(facts, focus, inner)],
			},
			{
				title: title(SIDE_TITLES.relieved),
				hasArrow: true,
				aside: PER_1000,
				body: sideLines(facts, 'relieved', plan, columns, inner),
			},
			{
				title: title(SIDE_TITLES.created),
				aside: netAside(facts),
				body: sideLines(facts, 'created', plan, columns, inner),
			},
		],
		room,
		0,
		columnsIn(facts.notModelled) > inner ? facts.notModelled.replace('not modelled', 'unmodelled') : facts.notModelled,
	);
};

/** Draws the same frame, but with the pain and the change in its rules as well. */
const drawTight: Draw = (facts, plan, width, focus) => {
	const room = Math.min(width, MAX_STACKED_WIDTH);
	const inner = room - FRAME_WIDTH;
	const columns = fitColumns(facts, plan.item, inner);
	if (!columns) return null;
	const [pain] = facts.pains;
	const [change = [], ...rest] = changeLines(facts, { ...columns, label: 0 }, plan.detail, inner - 4);
	const prefix = `${facts.baselineName}, `;
	const text = `${pain?.short ?? ''} ${pain?.figure ?? ''}`;
	const baselineText = inner - 10 >= prefix.length + text.length ? prefix + text : text;
	return frame(
		[
			{ title: [...title('BEFORE '), span(baselineText)], body: causeLines(facts, plan.detail, inner) },
			{ title: change, hasArrow: true, body: [...rest, inputLine(facts, focus, inner)] },
			{
				title: title(SIDE_TITLES.relieved),
				aside: changesLeftOut(facts, plan.detail),
				body: sideLines({ ...facts, unpriced: [] }, 'relieved', plan, columns, inner),
			},
			{
				title: title(SIDE_TITLES.created),
				aside: netAside(facts),
				body: sideLines({ ...facts, unpriced: [] }, 'created', plan, columns, inner),
			},
		],
		room,
		0,
		columnsIn(facts.notModelled) > inner ? facts.notModelled.replace('not modelled', 'unmodelled') : facts.notModelled,
	);
};

const DRAW_BY_SHAPE: Readonly<Record<Plan['shape'], Draw>> = {
	split: drawSplit,
	stacked: drawStacked,
	frame: drawFramed,
	tight: drawTight,
};

const SIDE_TITLES: Readonly<Record<Side, string>> = { relieved: 'RELIEVED', created: 'CREATED' };

const netAside = ({ net }: PressureFacts): string =>
	net.usd === null ? 'net: nothing in $' : `net ${net.usd} per 1,000`;

/** Draws the box of the baseline, and below it the stem of the arrow with the change. */
function beforeAndChange(
	facts: PressureFacts,
	{ detail: level }: Plan,
	columns: Columns,
	width: number,
	focus: string | null,
): Line[] {
	const inner = width - FRAME_WIDTH - 1;
	const pains = painLines(facts, columns, level, inner);
	const causes = causeLines(facts, level, inner);
	const head = level.isSpacious ? 0 : 12;
	const stem = (line: Line): Line => [span(`${' '.repeat(STEM_COLUMN)}│ `, 'dim'), ...line];
	const room = width - STEM_COLUMN - 2;
	const changes = changeLines(facts, columns, level, room - head);
	const leftOut = changesLeftOut(facts, level);
	const name = (line: Line, i: number): Line =>
		level.isSpacious ? line : [...(i === 0 ? title('THE CHANGE  ') : [span(' '.repeat(head))]), ...line];
	return [
		rule('┌', '┐', width, { title: title(`BEFORE: ${facts.baselineName}`) }),
		...pains.map((line) => boxLine(line, width, 1)),
		...(level.isSpacious ? [[span(`├${'╌'.repeat(width - FRAME_WIDTH)}┤`, 'dim')]] : []),
		...causes.map((line) => boxLine(line, width, 1)),
		[span(`└${'─'.repeat(STEM_COLUMN - 1)}┬${'─'.repeat(width - FRAME_WIDTH - STEM_COLUMN)}┘`, 'dim')],
		...(level.isSpacious ? [stem(title('THE CHANGE'))] : []),
		...changes.map(name).map(stem),
		stem([
			...inputLine(facts, focus, room - (leftOut === '' ? 0 : leftOut.length + 3)),
			span(leftOut === '' ? '' : `   ${leftOut}`, 'dim'),
		]),
	];
}

/** Draws the pressures of a side. The created side also lists what was not measured, as it may have got worse. */
function sideLines(facts: PressureFacts, side: Side, { item }: Plan, columns: Columns, room: number): Line[] {
	const ownersFrom = side === 'created' ? 0 : facts.created.length;
	const moved = itemLines(facts[side], side, item, columns, room, ownersFrom);
	const unmeasured = side === 'created' ? unmeasuredLines([...facts.unmeasured, ...facts.unpriced], columns) : [];
	const isUnchanged = facts.changes.length === 0 && facts.relieved.length + facts.created.length === 0;
	const emptyText = isUnchanged
		? 'nothing, as nothing changed'
		: `nothing measured got ${side === 'relieved' ? 'better' : 'worse'}`;
	return [...(moved.length > 0 ? moved : [[span(emptyText, 'dim')]]), ...unmeasured];
}

/** Makes a box `rows` lines high by adding empty lines above its bottom rule. */
function stretchBox(box: readonly Line[], rows: number, room: number): Line[] {
	const empty = Array.from({ length: rows - box.length }, () => boxLine([], room, 0));
	return [...box.slice(0, -1), ...empty, ...box.slice(-1)];
}

function footLines(facts: PressureFacts, room: number, { isSpacious, hasShortFoot }: DetailLevel): Line[] {
	const { net, notModelled, steady } = facts;
	const unmodelled: Line = [span(notModelled, 'dim')];
	const priced: Line =
		net.usd === null
			? [span(`net: ${net.meaning}`, 'unsure')]
			: [
					span('net '),
					{ ...span(pad(net.usd, 8, 'right')), bold: true },
					span(hasShortFoot ? ' per 1,000 ' : ' per 1,000 requests '),
					span(net.meaning, net.meaning.includes('more') ? 'bad' : 'good'),
				];
	if (hasShortFoot) return flow([priced, unmodelled], room);
	const moved = facts.relieved.length + facts.created.length > 0;
	const still = moved ? steady.join(', ') : 'all that is measured';
	const stayed: Line[] = isSpacious && steady.length > 0 ? [[span(`unchanged: ${still}`, 'dim')]] : [];
	// At the end of its line, so that nothing moves when the first edit adds it; reports have none.
	const edit: Line[] = net.lastEdit === null ? [] : [[span(`last input${net.lastEdit}`, 'edited')]];
	return [...flow([priced, ...edit], room), ...flow([unmodelled, ...stayed], room)];
}

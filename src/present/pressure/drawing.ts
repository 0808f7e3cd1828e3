import { lineWidth } from '../../text/justify.js';
import type { Line } from '../../text/line.js';
import { width as columnsIn, pad } from '../../text/width.js';
import type { DrawingRoom } from '../pane/block.js';
import { causeLines, changeLines, changesLeftOut, type Detail, inputLine, painLines } from './before.js';
import type { PressureFacts } from './facts.js';
import { beside, boxed, FRAME, flow, frame, rule, type Section, span } from './frame.js';
import { type Columns, columnsOf, type ItemStyle, itemLines, type Side, unmeasuredLines } from './items.js';

/** How the diagram is laid out; each says less, or says it closer together, than the one before it. */
interface Plan {
	readonly shape: 'split' | 'stacked' | 'frame' | 'tight';
	readonly item: ItemStyle;
	readonly detail: Detail;
}

/** Draws the diagram in the first way that fits. Nothing in it is cut: what has no room is left out whole. */
export function drawPressure(facts: PressureFacts, { width, height, focus }: DrawingRoom): readonly Line[] {
	let least: readonly Line[] = [];
	for (const plan of plans(facts)) {
		const lines = DRAW[plan.shape](facts, plan, width, focus);
		if (lines === null || lines.some((line) => lineWidth(line) > width)) continue;
		if (lines.length <= height) return lines;
		if (least.length === 0 || lines.length < least.length) least = lines;
	}
	return least.slice(0, Math.max(0, height));
}

const ALL = Number.POSITIVE_INFINITY;
const detail = (pains: number, changes: number, more: Partial<Detail> = {}): Detail => ({
	pains,
	changes,
	causeShort: false,
	spacious: false,
	footShort: false,
	...more,
});
const ONE: ItemStyle = { kind: 'one' };
const TWO: ItemStyle = { kind: 'two' };
const SHORT: ItemStyle = { kind: 'short' };

const OPEN: readonly Detail[] = [
	detail(3, ALL, { spacious: true }),
	detail(3, ALL),
	detail(2, ALL),
	detail(1, ALL),
	detail(1, ALL, { footShort: true }),
	detail(1, 2, { footShort: true }),
];
const CLOSE = detail(1, 1, { causeShort: true, footShort: true });

function* plans({ relieved, created }: PressureFacts): Generator<Plan> {
	for (const how of [...OPEN, detail(1, 1, { footShort: true }), CLOSE])
		for (const item of [ONE, TWO]) yield { shape: 'split', item, detail: how };
	for (const how of OPEN) for (const item of [ONE, TWO]) yield { shape: 'stacked', item, detail: how };
	for (const how of [detail(3, ALL), detail(1, ALL), detail(1, 2), CLOSE])
		for (const item of [ONE, SHORT]) yield { shape: 'frame', item, detail: how };
	for (const item of [ONE, SHORT]) yield { shape: 'tight', item, detail: CLOSE };
	for (const how of [detail(1, ALL), detail(1, 2, { causeShort: true }), CLOSE])
		for (let owners = relieved.length + created.length; owners >= 0; owners--)
			yield { shape: 'frame', item: { kind: 'bare', owners }, detail: how };
	yield { shape: 'tight', item: { kind: 'bare', owners: 0 }, detail: CLOSE };
	yield { shape: 'tight', item: TWO, detail: CLOSE };
}

type Draw = (facts: PressureFacts, plan: Plan, width: number, focus: string | null) => Line[] | null;

const PER_1000 = 'USD per 1,000 requests';
const title = (text: string): Line => [{ text, tone: 'title', bold: true }];

/** Wider than this, the eye loses the line: side by side, and one above the other. */
const WIDEST = 142;
const NARROW = 100;

/** Where the line of the arrow runs down. */
const STEM = 2;

/** Before on top; below it, at the ends of a forking arrow, relieved on the left and created on the right. */
const split: Draw = (facts, plan, terminal, focus) => {
	const width = Math.min(terminal, WIDEST);
	const left = Math.floor((width - 1) / 2);
	const right = width - 1 - left;
	const inset = left - FRAME - 2 >= 35 ? 1 : 0;
	const inner = left - FRAME - inset;
	// One column is left between a figure and the border.
	const columns = columnsOf(facts, plan.item, inner - 1);
	if (!columns) return null;
	const box = (side: Side, room: number): Line[] =>
		frame(
			[
				{
					title: title(HEADS[side]),
					arrow: true,
					aside: 'USD per 1,000',
					body: sideLines(facts, side, plan, columns, room - FRAME - inset),
				},
			],
			room,
			inset,
		);
	const [relieved, created] = [box('relieved', left), box('created', right)];
	const rows = Math.max(relieved.length, created.length);
	return [
		...beforeAndChange(facts, plan, columns, width, focus),
		[span(`${' '.repeat(STEM)}├${'─'.repeat(left)}┐`, 'dim')],
		...beside(stretched(relieved, rows, left), stretched(created, rows, right)),
		...footLines(facts, width, plan.detail),
	];
};

/** One above the other, at every width. */
const stacked: Draw = (facts, plan, width, focus) => {
	const room = Math.min(width, NARROW);
	const columns = columnsOf(facts, plan.item, room - FRAME - 1);
	if (!columns) return null;
	const inner = room - FRAME - 1;
	const section = (side: Side): Section => ({
		title: title(HEADS[side]),
		arrow: side === 'relieved',
		aside: side === 'relieved' ? PER_1000 : '',
		body: sideLines(facts, side, plan, columns, inner),
	});
	return [
		...beforeAndChange(facts, plan, columns, room, focus),
		...frame([section('relieved'), section('created')], room, 1),
		...footLines(facts, room, plan.detail),
	];
};

/** Before, change and after as sections of one frame; net and what is not modelled in its rules. */
const framed: Draw = (facts, plan, width, focus) => {
	const room = Math.min(width, NARROW);
	const columns = columnsOf(facts, plan.item, room - FRAME);
	if (!columns) return null;
	const inner = room - FRAME;
	const left = changesLeftOut(facts, plan.detail);
	return frame(
		[
			{
				title: title(`BEFORE: ${facts.baselineName}`),
				body: [...painLines(facts, columns, plan.detail, inner), ...causeLines(facts, plan.detail, inner)],
			},
			{
				title: title('THE CHANGE'),
				arrow: true,
				aside: left,
				body: [...changeLines(facts, columns, plan.detail, inner), inputLine(facts, focus, inner)],
			},
			{
				title: title(HEADS.relieved),
				arrow: true,
				aside: 'USD per 1,000',
				body: sideLines(facts, 'relieved', plan, columns, inner),
			},
			{ title: title(HEADS.created), aside: netAside(facts), body: sideLines(facts, 'created', plan, columns, inner) },
		],
		room,
		0,
		columnsIn(facts.notModelled) > inner ? facts.notModelled.replace('not modelled', 'unmodelled') : facts.notModelled,
	);
};

/** The same with pain and change in the rules too. */
const tight: Draw = (facts, plan, width, focus) => {
	const room = Math.min(width, NARROW);
	const inner = room - FRAME;
	const columns = columnsOf(facts, plan.item, inner);
	if (!columns) return null;
	const [pain] = facts.pains;
	const [change = [], ...rest] = changeLines(facts, { ...columns, label: 0 }, plan.detail, inner - 4);
	const prefix = `${facts.baselineName}, `;
	const text = `${pain?.short ?? ''} ${pain?.figure ?? ''}`;
	const named = inner - 10 >= prefix.length + text.length ? prefix + text : text;
	return frame(
		[
			{ title: [...title('BEFORE '), span(named)], body: causeLines(facts, plan.detail, inner) },
			{ title: change, arrow: true, body: [...rest, inputLine(facts, focus, inner)] },
			{
				title: title(HEADS.relieved),
				aside: changesLeftOut(facts, plan.detail),
				body: sideLines({ ...facts, unpriced: [] }, 'relieved', plan, columns, inner),
			},
			{
				title: title(HEADS.created),
				aside: netAside(facts),
				body: sideLines({ ...facts, unpriced: [] }, 'created', plan, columns, inner),
			},
		],
		room,
		0,
		columnsIn(facts.notModelled) > inner ? facts.notModelled.replace('not modelled', 'unmodelled') : facts.notModelled,
	);
};

const DRAW: Readonly<Record<Plan['shape'], Draw>> = { split, stacked, frame: framed, tight };

const HEADS: Readonly<Record<Side, string>> = { relieved: 'RELIEVED', created: 'CREATED' };

const netAside = ({ net }: PressureFacts): string =>
	net.usd === null ? 'net: nothing priced' : `net ${net.usd} USD/1,000`;

/** The box of the baseline, and below it the stem of the arrow with the change on it. */
function beforeAndChange(
	facts: PressureFacts,
	{ detail: how }: Plan,
	columns: Columns,
	width: number,
	focus: string | null,
): Line[] {
	const inner = width - FRAME - 1;
	const pains = painLines(facts, columns, how, inner);
	const causes = causeLines(facts, how, inner);
	const head = how.spacious ? 0 : 12;
	const stem = (line: Line): Line => [span(`${' '.repeat(STEM)}│ `, 'dim'), ...line];
	const room = width - STEM - 2;
	const changes = changeLines(facts, columns, how, room - head);
	const left = changesLeftOut(facts, how);
	const name = (line: Line, i: number): Line =>
		how.spacious ? line : [...(i === 0 ? title('THE CHANGE  ') : [span(' '.repeat(head))]), ...line];
	return [
		rule('┌', '┐', width, { title: title(`BEFORE: ${facts.baselineName}`) }),
		...pains.map((line) => boxed(line, width, 1)),
		...(how.spacious ? [[span(`├${'╌'.repeat(width - FRAME)}┤`, 'dim')]] : []),
		...causes.map((line) => boxed(line, width, 1)),
		[span(`└${'─'.repeat(STEM - 1)}┬${'─'.repeat(width - FRAME - STEM)}┘`, 'dim')],
		...(how.spacious ? [stem(title('THE CHANGE'))] : []),
		...changes.map(name).map(stem),
		stem([
			...inputLine(facts, focus, room - (left === '' ? 0 : left.length + 3)),
			span(left === '' ? '' : `   ${left}`, 'dim'),
		]),
	];
}

/** A side's pressures; on the created side also what nobody measured: it may be there too. */
function sideLines(facts: PressureFacts, side: Side, { item }: Plan, columns: Columns, room: number): Line[] {
	const ownersFrom = side === 'created' ? 0 : facts.created.length;
	const moved = itemLines(facts[side], side, item, columns, room, ownersFrom);
	const unknown = side === 'created' ? unmeasuredLines([...facts.unmeasured, ...facts.unpriced], columns) : [];
	const same = facts.changes.length === 0 && facts.relieved.length + facts.created.length === 0;
	const none = same
		? 'nothing, as nothing changed'
		: `nothing measured got ${side === 'relieved' ? 'better' : 'worse'}`;
	return [...(moved.length > 0 ? moved : [[span(none, 'dim')]]), ...unknown];
}

/** Adds empty lines above the bottom rule. */
function stretched(box: readonly Line[], rows: number, room: number): Line[] {
	const empty = Array.from({ length: rows - box.length }, () => boxed([], room, 0));
	return [...box.slice(0, -1), ...empty, ...box.slice(-1)];
}

function footLines(facts: PressureFacts, room: number, { spacious, footShort }: Detail): Line[] {
	const { net, notModelled, steady } = facts;
	const unmodelled: Line = [span(notModelled, 'dim')];
	const priced: Line =
		net.usd === null
			? [span(`net: ${net.words}`, 'unsure')]
			: [
					span(footShort ? 'net ' : 'net of the priced '),
					{ ...span(pad(net.usd, 8, 'right')), bold: true },
					span(footShort ? ' USD/1,000 ' : ' USD per 1,000 '),
					span(net.words, net.words.includes('dearer') ? 'bad' : 'good'),
				];
	if (footShort) return flow([priced, unmodelled], room);
	const moved = facts.relieved.length + facts.created.length > 0;
	const still = moved ? steady.join(', ') : 'all that is measured';
	const stayed: Line[] = spacious && steady.length > 0 ? [[span(`unmoved: ${still}`, 'dim')]] : [];
	// At the end of its line, so that nothing moves when the first edit fills it; a report has none.
	const edit: Line[] = net.lastEdit === null ? [] : [[span(`last edit${net.lastEdit}`, 'edited')]];
	return [...flow([priced, ...edit], room), ...flow([unmodelled, ...stayed], room)];
}

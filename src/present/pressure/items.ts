import type { Line, Span } from '../../text/line.js';
import { width } from '../../text/width.js';
import type { Moved, Named, PressureFacts } from './facts.js';
import { hanging, padded, span } from './frame.js';

/** How a pressure is written. */
export type ItemStyle =
	/** On one line, with its owner. */
	| { readonly kind: 'one' }
	/** On one line with short names, with its owner. */
	| { readonly kind: 'short' }
	/** What moved on one line, USD and owner on the next. */
	| { readonly kind: 'two' }
	/** On one line with short names; the owner below, for the first `owners` of them, the created ones first. */
	| { readonly kind: 'bare'; readonly owners: number };

/** The columns that every figure of the diagram keeps to. */
export interface Columns {
	readonly label: number;
	readonly figure: number;
	readonly usd: number;
	readonly arrow: string;
	readonly short: boolean;
}

const MARK = 2;
const LABEL = 15;
const SHORT_LABEL = 11;
const INDENT = '  ';

/** The columns of a style, which are the same in every section; null: they do not fit into the room. */
export function columnsOf(facts: PressureFacts, style: ItemStyle, room: number): Columns | null {
	const items = [...facts.relieved, ...facts.created];
	const short = style.kind === 'short' || style.kind === 'bare';
	const longest = (texts: readonly string[], least: number): number => Math.max(least, ...texts.map(width));
	const measured = facts.pains.map((pain) => pain.figure).filter((text) => /\d/.test(text));
	const figures = [...items.flatMap(({ from, to }) => [from, to]), ...measured];
	const sized = (figure: number, usd: number, arrow: string): Columns => ({
		label: longest(
			items.map((item) => (short ? item.short : item.label)),
			short ? SHORT_LABEL : LABEL,
		),
		figure: longest(figures, figure),
		usd: longest(
			items.map((item) => item.usd),
			usd,
		),
		arrow,
		short,
	});
	const owner = longest(
		items.map((item) => item.owner),
		0,
	);
	const moves = ({ label, figure, arrow }: Columns): number => MARK + label + 1 + 2 * figure + width(arrow);
	const needs = (columns: Columns): number => {
		if (style.kind === 'two') return moves(columns);
		const priced = moves(columns) + 1 + columns.usd;
		return style.kind === 'bare' ? priced : priced + 2 + owner;
	};
	const tries = short
		? [sized(7, 8, ' → '), sized(6, 8, ' → '), sized(6, 7, '→'), sized(0, 0, '→')]
		: [sized(7, 9, ' → '), sized(7, 8, ' → ')];
	return tries.find((columns) => needs(columns) <= room) ?? null;
}

export type Side = 'relieved' | 'created';

/** The lines of one side. */
export function itemLines(
	items: readonly Moved[],
	side: Side,
	style: ItemStyle,
	columns: Columns,
	room: number,
	ownersFrom = 0,
): Line[] {
	return items.flatMap((item, i) =>
		style.kind === 'bare' && ownersFrom + i >= style.owners
			? [pricedLine(item, side, columns)]
			: ownedLines(item, side, style, columns, room),
	);
}

function ownedLines(item: Moved, side: Side, style: ItemStyle, columns: Columns, room: number): Line[] {
	switch (style.kind) {
		case 'one':
		case 'short':
			return [[...pricedLine(item, side, columns), span(INDENT), span(item.owner, 'dim')]];
		case 'two': {
			const unit = /\d/.test(item.usd) ? ' USD  ' : '      ';
			const price = [span(INDENT), priceSpan(item, columns), span(unit, 'dim')];
			return [movesLine(item, side, columns), ...hanging(price, item.owner, room, 'dim')];
		}
		case 'bare':
			return [pricedLine(item, side, columns), ...hanging([span(INDENT)], item.owner, room, 'dim')];
	}
}

function movesLine(item: Moved, side: Side, columns: Columns): Line {
	const tone = side === 'relieved' ? 'good' : 'bad';
	return [
		span(`${item.mark} `, tone),
		padded(columns.short ? item.short : item.label, columns.label, 'left'),
		span(' '),
		padded(item.from, columns.figure, 'right'),
		span(columns.arrow, 'dim'),
		{ ...padded(item.to, columns.figure, 'right', tone), bold: true },
	];
}

const priceSpan = ({ usd }: Moved, columns: Columns): Span =>
	padded(usd, columns.usd, 'right', usd === '?' ? 'unsure' : undefined);
const pricedLine = (item: Moved, side: Side, columns: Columns): Line => [
	...movesLine(item, side, columns),
	span(' '),
	priceSpan(item, columns),
];

/** What could have moved and was not measured, one a line. */
export const unmeasuredLines = (names: readonly Named[], { label, short }: Columns): Line[] =>
	names.map((name) => [
		span('? ', 'unsure'),
		padded(short ? name.short : name.label, label, 'left'),
		span(' '),
		span('not measured', 'unsure'),
	]);

import type { Line, Span } from '../../text/line.js';
import { width } from '../../text/width.js';
import type { LabelPair, MovedPressure, PressureFacts } from './facts.js';
import { paddedSpan, span, wrapHanging } from './frame.js';

/** Layout of a pressure. */
export type ItemStyle =
	/** One line, with the owner. */
	| { readonly kind: 'one' }
	/** One line with short names and the owner. */
	| { readonly kind: 'short' }
	/** The change on one line, USD and owner on the next. */
	| { readonly kind: 'two' }
	/** One line with short names; the first `owners` pressures, created ones first, have their owner below. */
	| { readonly kind: 'bare'; readonly owners: number };

/** Column widths shared by all figures of the diagram. */
export interface Columns {
	readonly label: number;
	readonly figure: number;
	readonly usd: number;
	readonly arrow: string;
	readonly isShort: boolean;
}

const MARK_WIDTH = 2;
const LABEL_WIDTH = 15;
const SHORT_LABEL_WIDTH = 11;
const INDENT = '  ';

/** Returns the columns of a style, the same in every section; null: they do not fit. */
export function fitColumns(facts: PressureFacts, style: ItemStyle, room: number): Columns | null {
	const items = [...facts.relieved, ...facts.created];
	const short = style.kind === 'short' || style.kind === 'bare';
	const maxWidth = (texts: readonly string[], least: number): number => Math.max(least, ...texts.map(width));
	const measured = facts.pains.map((pain) => pain.figure).filter((text) => /\d/.test(text));
	const figures = [...items.flatMap(({ from, to }) => [from, to]), ...measured];
	const columnsFor = (figure: number, usd: number, arrow: string): Columns => ({
		label: maxWidth(
			items.map((item) => (short ? item.short : item.label)),
			short ? SHORT_LABEL_WIDTH : LABEL_WIDTH,
		),
		figure: maxWidth(figures, figure),
		usd: maxWidth(
			items.map((item) => item.usd),
			usd,
		),
		arrow,
		isShort: short,
	});
	const owner = maxWidth(
		items.map((item) => item.owner),
		0,
	);
	const changeWidth = ({ label, figure, arrow }: Columns): number => MARK_WIDTH + label + 1 + 2 * figure + width(arrow);
	const neededWidth = (columns: Columns): number => {
		if (style.kind === 'two') return changeWidth(columns);
		const priced = changeWidth(columns) + 1 + columns.usd;
		return style.kind === 'bare' ? priced : priced + 2 + owner;
	};
	const candidates = short
		? [columnsFor(7, 8, ' → '), columnsFor(6, 8, ' → '), columnsFor(6, 7, '→'), columnsFor(0, 0, '→')]
		: [columnsFor(7, 9, ' → '), columnsFor(7, 8, ' → ')];
	return candidates.find((columns) => neededWidth(columns) <= room) ?? null;
}

export type Side = 'relieved' | 'created';

/** Draws the pressures of one side. */
export function itemLines(
	items: readonly MovedPressure[],
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

function ownedLines(item: MovedPressure, side: Side, style: ItemStyle, columns: Columns, room: number): Line[] {
	switch (style.kind) {
		case 'one':
		case 'short':
			return [[...pricedLine(item, side, columns), span(INDENT), span(item.owner, 'dim')]];
		case 'two': {
			const unit = /\d/.test(item.usd) ? ' USD  ' : '      ';
			const price = [span(INDENT), priceSpan(item, columns), span(unit, 'dim')];
			return [changeSpans(item, side, columns), ...wrapHanging(price, item.owner, room, 'dim')];
		}
		case 'bare':
			return [pricedLine(item, side, columns), ...wrapHanging([span(INDENT)], item.owner, room, 'dim')];
	}
}

function changeSpans(item: MovedPressure, side: Side, columns: Columns): Line {
	const tone = side === 'relieved' ? 'good' : 'bad';
	return [
		span(`${item.mark} `, tone),
		paddedSpan(columns.isShort ? item.short : item.label, columns.label, 'left'),
		span(' '),
		paddedSpan(item.from, columns.figure, 'right'),
		span(columns.arrow, 'dim'),
		{ ...paddedSpan(item.to, columns.figure, 'right', tone), bold: true },
	];
}

const priceSpan = ({ usd }: MovedPressure, columns: Columns): Span =>
	paddedSpan(usd, columns.usd, 'right', usd === '?' ? 'unsure' : undefined);
const pricedLine = (item: MovedPressure, side: Side, columns: Columns): Line => [
	...changeSpans(item, side, columns),
	span(' '),
	priceSpan(item, columns),
];

/** Draws the metrics and prices that were not measured, one per line. */
export const unmeasuredLines = (names: readonly LabelPair[], { label, isShort }: Columns): Line[] =>
	names.map((name) => [
		span('? ', 'unsure'),
		paddedSpan(isShort ? name.short : name.label, label, 'left'),
		span(' '),
		span('not measured', 'unsure'),
	]);

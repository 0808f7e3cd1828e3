import type { Line, Span } from '../../text/line.js';
import { width } from '../../text/width.js';
import { NOT_APPLICABLE } from '../format/format.js';
import { type LabelPair, type MovedPressure, NO_PRICE, type PressureFacts } from './facts.js';
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
	/** A longer label takes its space from the padding of the figure that follows. */
	readonly label: number;
	readonly figure: number;
	readonly usd: number;
	readonly arrow: string;
	/** Shown for a pressure without a price. */
	readonly noPrice: string;
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
	const labelOf = (item: MovedPressure): string => (short ? item.short : item.label);
	const leastLabel = short ? SHORT_LABEL_WIDTH : LABEL_WIDTH;
	const columnsFor = (figure: number, usd: number, arrow: string, noPrice = NO_PRICE): Columns => ({
		label: maxWidth(items.map(labelOf), leastLabel),
		figure: maxWidth(figures, figure),
		usd: maxWidth(
			items.map((item) => priceText(item, noPrice)),
			usd,
		),
		arrow,
		noPrice,
		isShort: short,
	});
	/** Returns columns in which the longest labels take padding from their figures. */
	const tightColumnsFor = (usd: number, arrow: string, noPrice = NO_PRICE): Columns => {
		const columns = columnsFor(6, usd, arrow, noPrice);
		const pairs = items.map((item) => width(labelOf(item)) + width(item.from) - columns.figure);
		return { ...columns, label: Math.max(leastLabel - 1, ...pairs) };
	};
	const owner = maxWidth(
		items.map((item) => item.owner),
		0,
	);
	const changeWidth = ({ label, figure, arrow }: Columns): number => MARK_WIDTH + label + 1 + 2 * figure + width(arrow);
	const neededWidth = (columns: Columns): number => {
		if (style.kind === 'two') return changeWidth(columns);
		const priced = changeWidth(columns) + 1 + columns.usd;
		return style.kind === 'bare' ? priced : priced + 3 + owner;
	};
	const candidates = short
		? [
				columnsFor(7, 8, ' → '),
				columnsFor(6, 8, ' → '),
				tightColumnsFor(8, ' → '),
				tightColumnsFor(7, ' → ', NOT_APPLICABLE),
				tightColumnsFor(7, '→', NOT_APPLICABLE),
				columnsFor(0, 0, '→', NOT_APPLICABLE),
			]
		: [columnsFor(7, 9, ' → '), columnsFor(7, 8, ' → '), tightColumnsFor(8, ' → ')];
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
			return [[...pricedLine(item, side, columns), span(` (${item.owner})`, 'dim')]];
		case 'two': {
			const price = [span(INDENT), priceSpan(item, columns), span(' ')];
			return [changeSpans(item, side, columns), ...wrapHanging(price, `(${item.owner})`, room, 'dim')];
		}
		case 'bare':
			return [pricedLine(item, side, columns), ...wrapHanging([span(INDENT)], `(${item.owner})`, room, 'dim')];
	}
}

function changeSpans(item: MovedPressure, side: Side, columns: Columns): Line {
	const tone = side === 'relieved' ? 'good' : 'bad';
	return [
		span(`${item.mark} `, tone),
		...labelAndFigure(columns.isShort ? item.short : item.label, item.from, columns),
		span(columns.arrow, 'dim'),
		{ ...paddedSpan(item.to, columns.figure, 'right', tone), bold: true },
	];
}

/** Draws a label and its figure; a label that is longer than its column takes padding from the figure. */
export function labelAndFigure(label: string, figure: string, columns: Columns): readonly [Span, Span, Span] {
	const excess = Math.max(0, width(label) - columns.label);
	return [paddedSpan(label, columns.label, 'left'), span(' '), paddedSpan(figure, columns.figure - excess, 'right')];
}

const priceText = ({ usd }: MovedPressure, noPrice: string): string => (usd === NO_PRICE ? noPrice : usd);
const priceSpan = (item: MovedPressure, columns: Columns): Span =>
	paddedSpan(priceText(item, columns.noPrice), columns.usd, 'right', item.usd === '?' ? 'unsure' : undefined);
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

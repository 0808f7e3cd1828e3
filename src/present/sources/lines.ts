import type { Line } from '../../text/line.js';
import { justify } from '../../text/line-layout.js';
import { pad, shorten, width, wrap } from '../../text/width.js';
import { type FigureEntry, type FigureSource, orMissing, type Term } from './source.js';

/**
 * Lays out where a figure comes from: value, formula, what the formula reads, and notes. Of the rows of a sum only as
 * many are shown as leave room for the rest.
 *
 * @param room columns
 * @param height lines; a longer text ends with a line that says so
 */
export function sourceLines(entry: FigureEntry, room: number, height: number): readonly Line[] {
	const source = entry.explain();
	const { formula, rows } = source;
	const columns = Math.min(room, MAX_WIDTH);
	const head: readonly Line[] = [
		justify([{ text: entry.name, tone: 'title' }], [{ text: source.text, bold: true }], columns),
		...wrap(source.means, columns).map((text): Line => [{ text, tone: 'dim' }]),
		...(formula === null ? [] : wrap(`= ${formula}`, columns).map((text): Line => [{ text, tone: 'accent' }])),
	];
	const legend = legendLines(source.terms, columns);
	const notes = source.notes.flatMap((note) => wrap(note, columns)).map((text): Line => [{ text }]);
	const rest: readonly Line[] = [
		...(legend.length > 0 ? [[], ...legend] : []),
		...(notes.length > 0 ? [[], ...notes] : []),
	];
	const free = height - head.length - rest.length - 2;
	const all = [
		...head,
		...(rows.length > 0 ? [[], ...rowLines(source, columns, Math.max(MIN_ROWS, free))] : []),
		...rest,
	];
	if (all.length <= height) return all;
	return [...all.slice(0, height - 1), [{ text: 'A larger window shows the rest.', tone: 'dim' }]];
}

/** Lines of a sum that are always shown: its heading, two rows, and how many more there are. */
const MIN_ROWS = 4;

/** Longer lines are harder to read across. */
const MAX_WIDTH = 96;

/** Returns the rows of a sum with their values; the last line says how many are left out. */
function rowLines({ rows, rowUnits }: FigureSource, columns: number, height: number): readonly Line[] {
	const symbols = Object.keys(rowUnits).filter((symbol) => rows.some(({ values }) => symbol in values));
	const figures = symbols.map((symbol) =>
		rows.map(({ values }) => orMissing(values[symbol] ?? null, rowUnits[symbol] ?? 'percent')),
	);
	const widths = symbols.map((symbol, i) => Math.max(width(symbol), ...(figures[i] ?? []).map(width)) + 2);
	const nameRoom = Math.min(
		columns - widths.reduce((sum, one) => sum + one, 0),
		Math.max(...rows.map(({ name }) => width(name))),
	);
	const shown = rows.length < height ? rows.length : height - 2;
	const line = (name: string, texts: readonly string[]): string =>
		`${pad(shorten(name, nameRoom), nameRoom)}${texts.map((text, i) => pad(text, widths[i] ?? 0, 'right')).join('')}`;
	return [
		[{ text: line('', symbols), tone: 'dim' }],
		...rows.slice(0, shown).map(
			({ name }, at): Line => [
				{
					text: line(
						name,
						figures.map((texts) => texts[at] ?? ''),
					),
				},
			],
		),
		...(shown < rows.length ? [[{ text: `and ${rows.length - shown} more`, tone: 'dim' } as const]] : []),
	];
}

/** Returns the terms in columns: symbol, name, value, and where that is from, below it where there is no room. */
function legendLines(terms: readonly Term[], columns: number): readonly Line[] {
	const columnOf = (texts: readonly string[]): number => Math.max(0, ...texts.map(width));
	const symbols = columnOf(terms.map(({ symbol }) => symbol)) + 2;
	const values = columnOf(terms.map(({ text }) => text));
	const room = columns - symbols - values - 2;
	const names = Math.min(room, columnOf(terms.map(({ name }) => name)));
	const from = columnOf(terms.map((term) => term.from));
	const isBeside = symbols + names + values + from + 4 <= columns;
	return terms.flatMap((term): readonly Line[] => {
		const figure: Line = [
			{ text: pad(term.symbol, symbols), tone: 'accent' },
			{ text: pad(shorten(term.name, names), names) },
			{ text: `  ${pad(term.text, values, 'right')}`, bold: true },
		];
		const origin: Line[number] = { text: term.from, tone: 'dim' };
		return isBeside ? [[...figure, { text: '  ' }, origin]] : [figure, [{ text: ' '.repeat(symbols) }, origin]];
	});
}

const OPERATORS: readonly (readonly [string, string])[] = [
	['·', ' times '],
	[' − ', ' minus '],
	[' + ', ' plus '],
	[' / ', ' divided by '],
	['−', 'minus '],
];

/** Returns a formula as it is read out: `p times q`. */
const formulaInWords = (formula: string): string =>
	OPERATORS.reduce((text, [operator, word]) => text.replaceAll(operator, word), formula);

/** Speaks where a figure comes from, a sentence for each part. */
export function sourceSentences(entry: FigureEntry): readonly string[] {
	const { text, means, formula, terms, rows, rowUnits, notes } = entry.explain();
	return [
		`${entry.name}: ${text}`,
		means,
		...(formula === null ? [] : [`Formula: ${formulaInWords(formula)}`]),
		...rows.map(({ name, values }) => {
			const figures = Object.entries(values).map(
				([symbol, value]) => `${symbol} ${orMissing(value, rowUnits[symbol] ?? 'percent')}`,
			);
			return `${name}: ${figures.join(', ')}`;
		}),
		...terms.map(
			({ symbol, name, text: value, from }) =>
				`${symbol === '' ? '' : `${symbol} is `}${name}${value === '' ? '' : `: ${value}`}, ${from}`,
		),
		...notes,
	];
}

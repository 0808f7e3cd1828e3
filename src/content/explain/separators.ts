/** What the comma (or another separator) between digits is taken for; null: there is none. */
export type Separator = 'decimal' | 'thousands' | null;

/** A number as it may have been meant, with a decimal point and nothing else between its digits. */
export interface SeparatorReading {
	readonly text: string;
	readonly separator: Separator;
}

/** What stands around the digits (a sign, a currency, a unit) is kept. */
const PARTS = /^([^\d.,]*)([.,]?\d(?:[\d.,_'’ ]*\d)?\.?)(.*)$/s;

const SHAPES: readonly (readonly [shape: RegExp, separators: readonly Separator[]])[] = [
	[/^(?:\d+\.?\d*|\.\d+)$/, [null]],
	[/^[1-9]\d{0,2}(?:[_'’ ]\d{3})+(?:[.,]\d+)?$/, ['thousands']],
	[/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/, ['thousands']],
	[/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/, ['decimal']],
	[/^[1-9]\d{0,2}(?:,\d{3}){2,}$/, ['thousands']],
	[/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/, ['thousands']],
	// 1,200 is written for twelve hundred in one country and for one and a fifth in another.
	[/^[1-9]\d{0,2},\d{3}$/, ['thousands', 'decimal']],
	[/^\d*,\d+$/, ['decimal']],
];

/** Every number that a text with digits may stand for; empty: its separators make no sense. */
export function separatorReadings(text: string): readonly SeparatorReading[] {
	const [, before = '', digits = '', after = ''] = PARTS.exec(text) ?? [];
	const separators = SHAPES.find(([shape]) => shape.test(digits))?.[1] ?? [];
	return separators.map((separator) => ({ text: `${before}${plain(digits, separator)}${after}`, separator }));
}

function plain(digits: string, separator: Separator): string {
	if (separator === 'decimal') return digits.replace(/[._'’ ]/g, '').replace(',', '.');
	if (separator === null) return digits;
	// The last separator may be the decimal one: 1 200,50 and 1,200.50.
	const [, whole = digits, fraction = ''] = /^(.*)[.,](\d{1,2}|\d{4,})$/.exec(digits) ?? [];
	return `${whole.replace(/\D/g, '')}${fraction && `.${fraction}`}`;
}

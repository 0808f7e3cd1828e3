import { formatInputValue, inputAt, inputValue, isChoice, type Unit } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { inputCell } from '../format/cells.js';
import { inUnit, NOT_APPLICABLE, NOT_MEASURED } from '../format/format.js';
import { originalText, UNBOUNDED } from '../format/input-text.js';

/** A quantity of a formula: its symbol there, what it is, its value, and where that comes from. */
export interface Term {
	readonly symbol: string;
	readonly name: string;
	/** null: not measured. */
	readonly value: number | null;
	readonly text: string;
	readonly from: string;
}

/** One of the things that a formula adds up: a segment, or a call of a request. */
export interface SumRow {
	readonly name: string;
	/** By symbol. */
	readonly values: Readonly<Record<string, number | null>>;
}

/** Where a figure on screen comes from. */
export interface FigureSource {
	/** What the figure counts, in a sentence without its end. */
	readonly means: string;
	/** With more digits than elsewhere on screen; or why there is no value. */
	readonly text: string;
	/** null: no value. */
	readonly value: number | null;
	/**
	 * In the symbols of `terms` and of `rows`: `sum of w·R` adds the product for every row, N(x) is the share of a
	 * standard normal distribution below x. null: set, observed, or found by search.
	 */
	readonly formula: string | null;
	readonly terms: readonly Term[];
	readonly rows: readonly SumRow[];
	/** How a symbol of `rows` is written; the others are shares. */
	readonly rowUnits: Readonly<Record<string, Unit>>;
	/** What else there is to say: the noise, the limit, how a value was searched. Whole sentences. */
	readonly notes: readonly string[];
}

/** A figure of the list, explained when it is chosen. */
export interface FigureEntry {
	/** `resolution`, `faq.smallSuccess`, or the path of an input. */
	readonly id: string;
	readonly name: string;
	/** As the tables print it. */
	readonly text: string;
	readonly explain: () => FigureSource;
}

/** A scenario as it is now and as it was opened. */
export interface Origin {
	readonly scenario: Scenario;
	readonly loaded: Scenario;
}

/** Writes a value with two digits more than the tables, unless those would be zeros. */
export function exactText(value: number, unit: Unit): string {
	const [shown, exact] = [inUnit(value, unit), inUnit(value, unit, 2)];
	const digits = (text: string): string => text.replace(/(\.\d*?)0+(?=\D*$)/, '$1').replace(/\.(?=\D*$)/, '');
	return digits(shown) === digits(exact) ? shown : exact;
}

/** Returns the text of a value that may be missing. */
export const orMissing = (value: number | null, unit: Unit): string =>
	value === null ? NOT_MEASURED : exactText(value, unit);

/** Returns a term that was computed. `where`: how. */
export const computed = (symbol: string, name: string, value: number | null, unit: Unit, where: string): Term => ({
	symbol,
	name,
	value,
	text: orMissing(value, unit),
	from: where,
});

/** Returns a term that the scenario states, with what the file has if it was edited. */
export function given(origin: Origin, symbol: string, name: string, path: string, value: number | null): Term {
	const input = inputAt(origin.scenario, path);
	const unit = input?.unit ?? 'percent';
	return { symbol, name, value, text: orMissing(value, unit), from: originText(origin, path) };
}

/** Returns where the value of an input comes from: the scenario, or an edit of what the scenario has. */
export function originText({ scenario, loaded }: Origin, path: string): string {
	const input = inputAt(scenario, path);
	if (input && !inputAt(loaded, path)) return 'added here';
	const original = input && originalText(scenario, loaded, input);
	return original ? `edited; the scenario has ${original}` : 'scenario';
}

/** Returns the entry of an input: its value, where that comes from and what is allowed. */
export function inputEntry(origin: Origin, path: string, name: string, means: string): FigureEntry | null {
	const input = inputAt(origin.scenario, path);
	if (!input) return null;
	const value = inputValue(origin.scenario, input);
	const exact = value === null ? NOT_APPLICABLE : formatInputValue(input, value);
	const range = isChoice(input.kind) ? null : input.range;
	const allowed =
		range === null
			? []
			: range.max >= UNBOUNDED
				? [`At least ${formatInputValue(input, range.min)} is allowed.`]
				: [`${formatInputValue(input, range.min)} to ${formatInputValue(input, range.max)} is allowed.`];
	return {
		id: path,
		name,
		text: inputCell(origin.scenario, path, null).text,
		explain: () => ({
			means,
			text: exact,
			value: typeof value === 'number' ? value : null,
			formula: null,
			terms: [],
			rows: [],
			rowUnits: {},
			notes: [
				`An input: ${originText(origin, path) === 'scenario' ? 'the scenario states it' : originText(origin, path)}.`,
				...allowed,
			],
		}),
	};
}

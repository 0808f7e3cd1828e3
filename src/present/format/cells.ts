import {
	type Input,
	inputAt,
	inputValue,
	isChoice,
	metricBetter,
	metricUnit,
	showValue,
	type Unit,
} from '../../engine/inputs/index.js';
import type { Side } from '../../engine/outcome-types.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';
import type { Cell, Column, Delta } from '../../text/line.js';
import { difference, inUnit, NOT_MEASURED, NOT_MEASURED_SHORT, NOTHING } from './format.js';
import { whyNone } from './null-words.js';

/** A cell of fixed words. */
export const textCell = (text: string, tone?: Cell['tone']): Cell => ({ raw: text, text, ...(tone && { tone }) });

/** An empty cell. */
export const EMPTY: Cell = { raw: null, text: '' };

interface FigureOptions {
	readonly unit: Unit;
	/** The figure before the last edit. Leave out where nothing was edited. */
	readonly before?: number | null | undefined;
	readonly better?: 1 | -1 | 0;
	/** A null means "none" and not "not measured"; a text says why. */
	readonly nothing?: boolean | string;
	readonly show?: (value: number) => string;
	readonly path?: string;
}

/** A figure, or "not measured"; marked with its delta where the last edit changed what is printed. */
export function figureCell(value: number | null, options: FigureOptions): Cell {
	const at = options.path === undefined ? {} : { path: options.path };
	if (value === null) {
		if (options.nothing)
			return { raw: null, text: options.nothing === true ? NOTHING : options.nothing, tone: 'dim', ...at };
		return { raw: null, text: NOT_MEASURED, short: NOT_MEASURED_SHORT, tone: 'unsure', ...at };
	}
	const show = options.show ?? ((figure: number) => inUnit(figure, options.unit));
	const delta = changed(options.before, value, options.unit, options.better ?? 0, show);
	return { raw: value, text: show(value), ...(delta && { delta }), ...at };
}

/** How a figure moved; null where it is printed the same, or was not measured on one side. */
function changed(
	from: number | null | undefined,
	to: number | null,
	unit: Unit,
	better: 1 | -1 | 0,
	show = (value: number): string => inUnit(value, unit),
): Delta | null {
	if (from === null || from === undefined || to === null || from === to) return null;
	if (show(from) === show(to)) return null;
	return { by: to - from, text: difference(to - from, unit), good: better === 0 ? null : (to - from) * better > 0 };
}

/** A metric of a board; where it has no value, why. */
export function metricCell(metric: MetricName, side: Pick<Side, 'metrics' | 'why'>, before?: number | null): Cell {
	const nothing = whyNone(metric, side)?.short ?? false;
	return figureCell(side.metrics[metric], {
		unit: metricUnit(metric),
		before,
		better: metricBetter(metric),
		nothing,
	});
}

/** The editable cell of an input. Its value is what was entered, even where an override keeps it from acting. */
export function inputCell(
	scenario: Scenario,
	path: string,
	before: Scenario | null,
	show?: (value: number) => string,
): Cell {
	const input = inputAt(scenario, path);
	if (!input) return EMPTY;
	const value = inputValue(scenario, input);
	if (isChoice(input.kind)) {
		const text = showValue(input, value);
		return { raw: value, text, path, tone: text === 'off' || text === 'kept' ? 'dim' : 'accent' };
	}
	const was = before ? numeric(inputIn(before, input)) : undefined;
	return figureCell(numeric(value), { unit: input.unit, before: was, path, ...(show && { show }) });
}

const numeric = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const inputIn = (scenario: Scenario, like: Input): unknown => {
	const input = inputAt(scenario, like.path);
	return input ? inputValue(scenario, input) : null;
};

/** Shades by the share of the whole that a count makes up, lightest first. */
const SHADES = [
	[0.005, ' '],
	[0.05, '░'],
	[0.2, '▒'],
	[0.5, '▓'],
] as const;

/** A block that is the darker the larger the share: so that the heavy cells of a matrix are seen before they are read. */
export const shade = (share: number): string => SHADES.find(([most]) => share < most)?.[1] ?? '█';

/** Names a pinned state in the column that compares with it. */
export const againstPin =
	(pinned: Scenario | null) =>
	(column: Column): Column =>
		pinned && column.id === 'change' ? { ...column, label: 'vs pin' } : column;

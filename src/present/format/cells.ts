import type { Figure } from '../../engine/expectations/index.js';
import {
	formatInputValue,
	type Input,
	inputAt,
	inputValue,
	isChoice,
	metricDirection,
	metricUnit,
	type Unit,
} from '../../engine/inputs/index.js';
import type { OutcomeSide } from '../../engine/outcome-types.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';
import type { Cell, Column, Delta } from '../../text/line.js';
import { shorten, width } from '../../text/width.js';
import { difference, inUnit, NOT_APPLICABLE, NOT_MEASURED, NOT_MEASURED_SHORT } from './format.js';
import { figureLabel, figureName } from './labels.js';
import { noValueReason } from './null-reasons.js';

/** Width of a name of a figure that leaves room for the columns beside it in 80 columns. */
export const NAME_WIDTH = 26;

/** Column of the set small share, in every table of segments or rows. */
export const ROUTED_SMALL_COLUMN: Column = {
	id: 'routedSmall',
	label: 'routed small',
	short: { label: 'small', width: 7 },
	align: 'right',
	width: 13,
	hasMark: true,
	dropPriority: 0,
};

/** Returns the name of a figure. Its short form has the whole name, and as much of the segment as fits. */
export function figureNameCell(scenario: Scenario, figure: Figure, segment: string | null): Cell {
	const name = figureName(scenario, figure, segment);
	if (segment === null) return textCell(name);
	const head = `${figureLabel(figure).label}, `;
	return { ...textCell(name), short: head + shorten(name.slice(head.length), Math.max(6, NAME_WIDTH - width(head))) };
}

/** Returns a cell with a fixed text. */
export const textCell = (text: string, tone?: Cell['tone']): Cell => ({ raw: text, text, ...(tone && { tone }) });

/** An empty cell. */
export const EMPTY: Cell = { raw: null, text: '' };

interface FigureOptions {
	readonly unit: Unit;
	/** The figure before the last edit; undefined: no edit yet. */
	readonly before?: number | null | undefined;
	readonly better?: 1 | -1 | 0;
	/** Whether null means "none" rather than "not measured"; a text gives the reason. */
	readonly nothing?: boolean | string;
	readonly show?: (value: number) => string;
	/** Number of additional decimals; missing: none. */
	readonly more?: number;
	readonly path?: string;
}

/** Returns the cell of a figure, or "not measured"; with a delta if the last edit changed its text. */
export function figureCell(value: number | null, options: FigureOptions): Cell {
	const pathField = options.path === undefined ? {} : { path: options.path };
	if (value === null) {
		if (options.nothing)
			return {
				raw: null,
				text: options.nothing === true ? NOT_APPLICABLE : options.nothing,
				tone: 'dim',
				...pathField,
			};
		return { raw: null, text: NOT_MEASURED, short: NOT_MEASURED_SHORT, tone: 'unsure', ...pathField };
	}
	const { unit, more = 0 } = options;
	const show = options.show ?? ((figure: number) => inUnit(figure, unit, more));
	const delta = deltaBetween(options.before, value, options.better ?? 0, show, (by) =>
		visibleDifference(by, unit, more),
	);
	return { raw: value, text: show(value), ...(delta && { delta }), ...pathField };
}

/** Formats a difference with as many more decimals as it takes not to look like zero, at most three. */
function visibleDifference(by: number, unit: Unit, more: number): string {
	for (let extra = 0; extra < 3; extra++) {
		const text = difference(by, unit, more + extra);
		if (/[1-9]/.test(text)) return text;
	}
	return difference(by, unit, more + 3);
}

/** Returns the change of a figure; null if its text is the same, or one side was not measured. */
function deltaBetween(
	from: number | null | undefined,
	to: number | null,
	better: 1 | -1 | 0,
	show: (value: number) => string,
	showDifference: (by: number) => string,
): Delta | null {
	if (from === null || from === undefined || to === null || from === to) return null;
	if (show(from) === show(to)) return null;
	return {
		amount: to - from,
		text: showDifference(to - from),
		isGood: better === 0 ? null : (to - from) * better > 0,
	};
}

/** Returns the cell of a metric, or the reason why it has no value. */
export function metricCell(
	metric: MetricName,
	side: Pick<OutcomeSide, 'metrics' | 'why'>,
	before?: number | null,
): Cell {
	const nothing = noValueReason(metric, side)?.short ?? false;
	return figureCell(side.metrics[metric], {
		unit: metricUnit(metric),
		before,
		better: metricDirection(metric),
		nothing,
	});
}

/** Returns the editable cell of an input, with the value entered even if an override disables it. */
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
		const text = formatInputValue(input, value);
		return { raw: value, text, path, tone: text === 'off' || text === 'kept' ? 'dim' : 'accent' };
	}
	const was = before ? asNumber(valueIn(before, input)) : undefined;
	return figureCell(asNumber(value), { unit: input.unit, before: was, path, ...(show && { show }) });
}

const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const valueIn = (scenario: Scenario, like: Input): unknown => {
	const input = inputAt(scenario, like.path);
	return input ? inputValue(scenario, input) : null;
};

/** Shading blocks with the share below which each applies, lightest first. */
const SHADES = [
	[0.005, ' '],
	[0.05, '░'],
	[0.2, '▒'],
	[0.5, '▓'],
] as const;

/** Returns a block that is darker for a larger share, so that large cells of a matrix stand out. */
export const shadingBlock = (share: number): string => SHADES.find(([upTo]) => share < upTo)?.[1] ?? '█';

/** Returns a mapping of columns that relabels the comparison if a state is pinned. */
export const relabelForPin =
	(pinned: Scenario | null) =>
	(column: Column): Column =>
		pinned && column.id === 'change' ? { ...column, label: 'vs pin' } : column;

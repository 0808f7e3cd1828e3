import type { Meter, TracedRequest } from '../../engine/trace/index.js';
import { pad, width } from '../../text/width.js';
import { money, NOT_MEASURED_SHORT, NOTHING, number } from '../format/format.js';
import type { Tick } from './words.js';

/** The meter's columns, and the room that each keeps however little stands in it. */
const COLUMNS = [
	['fresh', 'fresh', 6],
	['cached', 'cached', 6],
	['output', 'output', 6],
	['usd', 'USD', 7],
	['ms', 'ms', 6],
] as const;
type Key = (typeof COLUMNS)[number][0];

/** A request's meter in columns that stay where they are from stage to stage. */
export interface MeterColumns {
	/** Columns of the terminal that they take, with the gap before each. */
	readonly width: number;
	readonly labels: string;
	row(tick: Tick, sign: '+' | ''): string;
	/** What the columns leave out, in words; empty where they show everything. */
	rest(meter: Meter): string;
	/** Whether something unmeasured stands in a row. */
	unmeasured(tick: Tick): boolean;
}

/** As many of the meter's columns as fit: all, money and wait, or none. What a call ticked carries a sign. */
export function meterColumns(request: TracedRequest, room: number): MeterColumns {
	const figures = figuresOf(request);
	const digits = request.ledger.some(({ cost_usd: usd }) => usd !== null && usd > 0 && usd < 0.0005) ? 6 : 4;
	const text = (key: Key, value: number | null | undefined, sign: '+' | '' = ''): string => {
		if (value === undefined) return NOTHING;
		if (value === null) return NOT_MEASURED_SHORT;
		return sign + (key === 'usd' ? money(value, digits) : number(value));
	};
	const sized = COLUMNS.map(([key, label, least]) => {
		const widest = Math.max(...figures.map((meter) => width(text(key, meter[key], '+'))));
		return { key, label, columns: Math.max(least, widest) };
	});
	const taking = (columns: typeof sized): number => columns.reduce((sum, column) => sum + column.columns + 1, 0);
	const shown = [sized, sized.slice(3), []].find((columns) => taking(columns) <= room) ?? [];
	const line = (of: (column: (typeof sized)[number]) => string): string =>
		shown.map((column) => ` ${pad(of(column), column.columns, 'right')}`).join('');
	return {
		width: taking(shown),
		labels: line(({ label }) => label),
		row: (tick, sign) => line(({ key }) => text(key, tick[key], sign)),
		rest: (meter) => {
			const hidden = sized.filter((column) => !shown.includes(column));
			if (hidden.length === 0) return '';
			return hidden.map(({ key, label }) => said(label, text(key, meter[key]))).join('  ');
		},
		unmeasured: (tick) => shown.some(({ key }) => tick[key] === null),
	};
}

const said = (label: string, figure: string): string => (label === 'USD' ? `USD ${figure}` : `${figure} ${label}`);

/** Every meter that is ever shown of a request, so that the columns hold them all. */
const figuresOf = ({ meter, ledger }: TracedRequest): readonly Meter[] => [
	...meter,
	...ledger.map(
		({ fresh_tokens: fresh, cached_tokens: cached, output_tokens: output, cost_usd: usd, latency_ms: ms }): Meter => ({
			fresh,
			cached,
			output,
			usd,
			ms,
		}),
	),
];

import { type Meter, TRACE_STAGES, type TracedRequest, type TraceStage } from '../../engine/trace/index.js';
import type { Line, Span, Tone } from '../../text/line.js';
import { pad, width, wrap } from '../../text/width.js';
import type { LabInput } from '../board/lab-input.js';
import { dollars, NOT_APPLICABLE, NOT_MEASURED_LEGEND, NOT_MEASURED_SHORT, number } from '../format/format.js';
import type { DrawingRoom } from '../pane/block.js';
import { inputLines } from './inputs.js';
import { type MeterReading, STAGE_TEXTS, type StageLine, type StageText } from './stage-texts.js';

/** Maximum width in columns; on wider lines it is hard to see which meter reading belongs to which stage. */
const MAX_WIDTH = 100;
const NAMES: Readonly<Record<TraceStage, readonly [name: string, short: string]>> = {
	gateway: ['gateway', 'gateway'],
	route: ['route and version', 'route'],
	calls: ['calls', 'calls'],
	check: ['check', 'check'],
	repair: ['repair', 'repair'],
	outcome: ['outcome', 'outcome'],
	ledger: ['ledger row', 'ledger row'],
};
/** Columns for a long name and a word beside it, and for a short name and a word. */
const LONG_LABEL_WIDTH = 17 + 1 + 9;
const SHORT_LABEL_WIDTH = 10 + 1 + 8;
const GUTTER_WIDTH = 3;

/** Draws the path of a request through the stages, up to the current one, with the meter beside it. */
export function drawTrace(input: LabInput, request: TracedRequest, stage: number, room: DrawingRoom): Line[] {
	const columns = Math.min(room.width, MAX_WIDTH);
	const meter = meterColumns(request, columns - GUTTER_WIDTH - SHORT_LABEL_WIDTH);
	const textWidth = columns - GUTTER_WIDTH - meter.width;
	const stages = TRACE_STAGES.map((name, i): DrawnStage => {
		const words = STAGE_TEXTS[name](request, input.scenario);
		return { name, words, meter: request.meter[i] as Meter, below: belowLines(words, columns, meter) };
	});
	const head = headLines(request.id, columns, meter);
	const inputs = inputLines(input, request, columns, room.focus);
	const below = stages[stage]?.below.length ?? 0;
	const fullFoot = [...footLines(request, stage, meter, columns), ...inputs.lines];
	const isTight = head.length + stages.length + below + fullFoot.length > room.height;
	const foot = isTight ? [...footLines(request, stage, meter, columns), ...inputs.focused] : fullFoot;
	const later = isTight ? laterLines(stage, columns) : [];
	const headings = isTight ? stage + 1 : stages.length;
	const heights = allotLines(stages, stage, room.height - head.length - headings - later.length - foot.length);
	const lines: Line[] = [...head];
	for (const [i, drawn] of stages.slice(0, headings).entries()) {
		lines.push(headingLine(drawn, i - stage, textWidth, meter));
		lines.push(...drawBelow(drawn, i, stage, heights[i] ?? 0));
	}
	const spare = Math.max(0, room.height - lines.length - later.length - foot.length);
	return [...lines, ...later, ...(spare > 0 && Number.isFinite(spare) ? [[]] : []), ...foot];
}

interface DrawnStage {
	readonly name: TraceStage;
	readonly words: StageText;
	readonly meter: Meter;
	/** Lines under its heading, without the gutter. */
	readonly below: readonly Line[];
}

function headLines(id: string, columns: number, meter: MeterColumns): Line[] {
	const caption: Span = { text: ' request ', tone: 'dim' };
	const nameWidth = width(caption.text + id);
	const name: Span[] = [nameWidth > columns ? { text: ' ' } : caption, { text: id, bold: true }];
	const labels = (room: number): Span[] => [{ text: ' '.repeat(room) }, { text: meter.labels, tone: 'dim' }];
	const spaceWidth = columns - meter.width - nameWidth;
	if (spaceWidth >= 0) return [[...name, ...labels(spaceWidth)]];
	return [name, ...(meter.width > 0 ? [labels(columns - meter.width)] : [])];
}

/** Returns the figures of the current stage that have no column, and the legend of abbreviations. */
function footLines({ meter: stages }: TracedRequest, stage: number, meter: MeterColumns, columns: number): Line[] {
	const otherFigures = meter.rest(stages[stage] as Meter);
	const needsLegend = stages.some((each) => meter.unmeasured(each)) || otherFigures.includes(NOT_MEASURED_SHORT);
	return [
		...(otherFigures === '' ? [] : wrapIfNeeded(otherFigures, columns - 1).map((text): Line => [{ text: ` ${text}` }])),
		...(needsLegend ? [[{ text: ` ${NOT_MEASURED_LEGEND}`, tone: 'dim' as const }]] : []),
	];
}

/** Returns the later stages on few lines, for when there is no room for a line each. */
function laterLines(stage: number, columns: number): Line[] {
	const names = TRACE_STAGES.slice(stage + 1).map((name) => NAMES[name][1]);
	if (names.length === 0) return [];
	// A no-break space keeps each mark with its name.
	const joined = names.map((name) => `○ ${name}`.replaceAll(' ', '\u00a0')).join(' ');
	return wrapIfNeeded(joined, columns - 1).map((text) => [{ text: ` ${text.replaceAll('\u00a0', ' ')}`, tone: 'dim' }]);
}

/**
 * Returns how many lines each stage gets under its heading. If there is room for all, later stages reserve empty lines,
 * so that nothing moves from stage to stage; otherwise the current stage comes first, then those just before it.
 */
function allotLines(stages: readonly DrawnStage[], stage: number, room: number): readonly number[] {
	const needs = stages.map(({ below }) => below.length);
	if (needs.reduce((sum, own) => sum + own, 0) <= room) return needs;
	let remaining = Math.max(0, room);
	const heights = needs.map(() => 0);
	for (let i = stage; i >= 0; i--) {
		const need = needs[i] ?? 0;
		if (i < stage && need > remaining) break;
		heights[i] = Math.min(need, remaining);
		remaining -= heights[i] ?? 0;
	}
	return heights;
}

/** @param ahead distance from the current stage: 0 at it, positive for later stages */
function headingLine(
	{ name, words, meter: reading }: DrawnStage,
	ahead: number,
	textWidth: number,
	meter: MeterColumns,
): Line {
	const [long, short] = NAMES[name];
	const label = textWidth >= LONG_LABEL_WIDTH ? pad(long, 17) : pad(short, 10);
	if (ahead > 0) return [{ text: ` ○ ${label.trimEnd()}`, tone: 'dim' }];
	const isCurrent = ahead === 0;
	const tone: Tone | undefined = isCurrent ? 'title' : undefined;
	const brief = `${label} ${words.brief}`;
	return [
		{ text: isCurrent ? ' ▶ ' : ' ● ', tone: isCurrent ? 'title' : 'accent', bold: isCurrent },
		{ text: `${label} `, ...(tone && { tone }), bold: isCurrent },
		{ text: words.brief, ...(words.tone && { tone: words.tone }), bold: isCurrent },
		{ text: ' '.repeat(Math.max(0, textWidth - width(brief))) },
		{ text: meter.row(reading, ''), bold: isCurrent },
	];
}

function drawBelow({ below }: DrawnStage, index: number, stage: number, room: number): Line[] {
	const isLast = index === TRACE_STAGES.length - 1;
	const gutter: Span = { text: isLast ? '   ' : ' │ ', tone: index < stage ? 'accent' : 'dim' };
	if (index > stage) return Array.from({ length: room }, (): Line => (isLast ? [] : [gutter]));
	const isCut = below.length > room && room > 0;
	const shown = below.slice(0, isCut ? room - 1 : room);
	const rest: Line[] = isCut
		? [[{ text: `and ${below.length - shown.length} more lines in more room`, tone: 'dim' }]]
		: [];
	return [...shown, ...rest].map((line) => [gutter, ...line]);
}

/** Wraps the pieces under a heading, with figures in the columns of the meter. */
function belowLines({ pieces }: StageText, columns: number, meter: MeterColumns): Line[] {
	return pieces.flatMap((piece: StageLine): Line[] => {
		if ('text' in piece)
			return wrapIfNeeded(piece.text, columns - GUTTER_WIDTH - 1).map((text) => [
				{ text, tone: piece.tone ?? 'plain' },
			]);
		const textWidth = columns - GUTTER_WIDTH - meter.width;
		const labels = wrapIfNeeded(piece.label, textWidth);
		return labels.map((text, i): Line => {
			const end = i === labels.length - 1;
			return [
				{ text: pad(text, textWidth), tone: 'dim' },
				...(end ? [{ text: meter.row(piece.tick, piece.sign) }] : []),
			];
		});
	});
}

/** Calls `wrap` only where needed: it costs far more than measuring. */
const wrapIfNeeded = (text: string, columns: number): string[] =>
	width(text) <= columns ? [text] : wrap(text, columns);

/** Columns of the meter: key, label and minimum width. */
const COLUMNS = [
	['fresh', 'fresh', 6],
	['cached', 'cached', 6],
	['output', 'output', 6],
	['usd', 'spend', 8],
	['ms', 'ms', 6],
] as const;
type Key = (typeof COLUMNS)[number][0];

/** Columns of a request's meter, with the same widths at every stage. */
interface MeterColumns {
	/** Total width in terminal columns, including the gap before each. */
	readonly width: number;
	readonly labels: string;
	row(tick: MeterReading, sign: '+' | ''): string;
	/** Returns the figures that have no column, in words; empty if all have one. */
	rest(meter: Meter): string;
	/** Returns whether a row has an unmeasured figure. */
	unmeasured(tick: MeterReading): boolean;
}

/** Returns the decimals that show the smallest cost of a request. */
export const costDigits = ({ ledger }: TracedRequest): number =>
	ledger.some(({ cost_usd: usd }) => usd !== null && usd > 0 && usd < 0.0005) ? 6 : 4;

/** Returns as many columns of the meter as fit: all, only money and wait, or none. */
function meterColumns(request: TracedRequest, room: number): MeterColumns {
	const readings = meterReadings(request);
	const digits = costDigits(request);
	const text = (key: Key, value: number | null | undefined, sign: '+' | '' = ''): string => {
		if (value === undefined) return NOT_APPLICABLE;
		if (value === null) return NOT_MEASURED_SHORT;
		return sign + (key === 'usd' ? dollars(value, digits) : number(value));
	};
	const sized = COLUMNS.map(([key, label, minWidth]) => {
		const widest = Math.max(...readings.map((meter) => width(text(key, meter[key], '+'))));
		return { key, label, columns: Math.max(minWidth, widest) };
	});
	const totalWidth = (columns: typeof sized): number => columns.reduce((sum, column) => sum + column.columns + 1, 0);
	const shown = [sized, sized.slice(3), []].find((columns) => totalWidth(columns) <= room) ?? [];
	const joinColumns = (textOf: (column: (typeof sized)[number]) => string): string =>
		shown.map((column) => ` ${pad(textOf(column), column.columns, 'right')}`).join('');
	return {
		width: totalWidth(shown),
		labels: joinColumns(({ label }) => label),
		row: (tick, sign) => joinColumns(({ key }) => text(key, tick[key], sign)),
		rest: (meter) => {
			const hidden = sized.filter((column) => !shown.includes(column));
			if (hidden.length === 0) return '';
			return hidden.map(({ key, label }) => labelledFigure(label, text(key, meter[key]))).join('  ');
		},
		unmeasured: (tick) => shown.some(({ key }) => tick[key] === null),
	};
}

const labelledFigure = (label: string, figure: string): string => `${figure} ${label}`;

/** Returns every meter reading shown for a request, to size the columns. */
const meterReadings = ({ meter, ledger }: TracedRequest): readonly Meter[] => [
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

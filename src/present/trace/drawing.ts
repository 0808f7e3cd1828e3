import { type Meter, TRACE_STAGES, type TracedRequest, type TraceStage } from '../../engine/trace/index.js';
import type { Line, Span, Tone } from '../../text/line.js';
import { pad, width, wrap } from '../../text/width.js';
import type { LabInput } from '../board/lab-input.js';
import { money, NOT_MEASURED_LEGEND, NOT_MEASURED_SHORT, NOTHING, number } from '../format/format.js';
import type { DrawingRoom } from '../pane/block.js';
import { inputLines } from './inputs.js';
import { type Piece, STAGE_WORDS, type StageWords, type Tick } from './words.js';

/** Wider than this, the eye loses the line between a stage and its meter. */
const WIDEST = 100;
const NAMES: Readonly<Record<TraceStage, readonly [name: string, short: string]>> = {
	gateway: ['gateway', 'gateway'],
	route: ['route and version', 'route'],
	calls: ['calls', 'calls'],
	check: ['check', 'check'],
	repair: ['repair', 'repair'],
	outcome: ['outcome', 'outcome'],
	ledger: ['ledger row', 'ledger row'],
};
/** The long names, and a word beside each. */
const LONG = 17 + 1 + 9;
const SHORT = 10 + 1 + 8;
const GUTTER = 3;

/** A request's way down the stages, as far as the reader has stepped, with its meter beside it. */
export function drawTrace(input: LabInput, request: TracedRequest, stage: number, room: DrawingRoom): Line[] {
	const columns = Math.min(room.width, WIDEST);
	const meter = meterColumns(request, columns - GUTTER - SHORT);
	const left = columns - GUTTER - meter.width;
	const stages = TRACE_STAGES.map((name, i): Drawn => {
		const words = STAGE_WORDS[name](request, input.scenario);
		return { name, words, meter: request.meter[i] as Meter, below: belowLines(words, columns, meter) };
	});
	const head = headLines(request.id, columns, meter);
	const inputs = inputLines(input, request, columns, room.focus);
	const below = stages[stage]?.below.length ?? 0;
	const wholeFoot = [...footLines(request, stage, meter, columns), ...inputs.lines];
	const tight = head.length + stages.length + below + wholeFoot.length > room.height;
	const foot = tight ? [...footLines(request, stage, meter, columns), ...inputs.focused] : wholeFoot;
	const later = tight ? laterLines(stage, columns) : [];
	const headings = tight ? stage + 1 : stages.length;
	const kept = allotted(stages, stage, room.height - head.length - headings - later.length - foot.length);
	const lines: Line[] = [...head];
	for (const [i, drawn] of stages.slice(0, headings).entries()) {
		lines.push(headingLine(drawn, i - stage, left, meter));
		lines.push(...belowDrawn(drawn, i, stage, kept[i] ?? 0));
	}
	const spare = Math.max(0, room.height - lines.length - later.length - foot.length);
	return [...lines, ...later, ...(spare > 0 && Number.isFinite(spare) ? [[]] : []), ...foot];
}

interface Drawn {
	readonly name: TraceStage;
	readonly words: StageWords;
	readonly meter: Meter;
	/** The lines under its heading, without the gutter. */
	readonly below: readonly Line[];
}

function headLines(id: string, columns: number, meter: MeterColumns): Line[] {
	const said: Span = { text: ' request ', tone: 'dim' };
	const own = width(said.text + id);
	const name: Span[] = [own > columns ? { text: ' ' } : said, { text: id, bold: true }];
	const labels = (room: number): Span[] => [{ text: ' '.repeat(room) }, { text: meter.labels, tone: 'dim' }];
	const free = columns - meter.width - own;
	if (free >= 0) return [[...name, ...labels(free)]];
	return [name, ...(meter.width > 0 ? [labels(columns - meter.width)] : [])];
}

/** What the columns have no room for, at this stage, and what an abbreviation means. */
function footLines({ meter: stages }: TracedRequest, stage: number, meter: MeterColumns, columns: number): Line[] {
	const rest = meter.rest(stages[stage] as Meter);
	const legend = stages.some((each) => meter.unmeasured(each)) || rest.includes(NOT_MEASURED_SHORT);
	return [
		...(rest === '' ? [] : wrapped(rest, columns - 1).map((text): Line => [{ text: ` ${text}` }])),
		...(legend ? [[{ text: ` ${NOT_MEASURED_LEGEND}`, tone: 'dim' as const }]] : []),
	];
}

/** The stages still to come, where there is no room for a line each. */
function laterLines(stage: number, columns: number): Line[] {
	const names = TRACE_STAGES.slice(stage + 1).map((name) => NAMES[name][1]);
	if (names.length === 0) return [];
	// A mark stays with its name.
	const joined = names.map((name) => `○ ${name}`.replaceAll(' ', '\u00a0')).join(' ');
	return wrapped(joined, columns - 1).map((text) => [{ text: ` ${text.replaceAll('\u00a0', ' ')}`, tone: 'dim' }]);
}

/**
 * How many lines each stage may have under its heading. Where there is room for all, later ones keep theirs empty,
 * so that nothing moves from stage to stage; else the present one comes first, and then those just before it.
 */
function allotted(stages: readonly Drawn[], stage: number, room: number): readonly number[] {
	const needs = stages.map(({ below }) => below.length);
	if (needs.reduce((sum, own) => sum + own, 0) <= room) return needs;
	let left = Math.max(0, room);
	const kept = needs.map(() => 0);
	for (let i = stage; i >= 0; i--) {
		const need = needs[i] ?? 0;
		if (i < stage && need > left) break;
		kept[i] = Math.min(need, left);
		left -= kept[i] ?? 0;
	}
	return kept;
}

/** @param ahead 0 at the present stage, above it later */
function headingLine({ name, words, meter: now }: Drawn, ahead: number, left: number, meter: MeterColumns): Line {
	const [long, short] = NAMES[name];
	const label = left >= LONG ? pad(long, 17) : pad(short, 10);
	if (ahead > 0) return [{ text: ` ○ ${label.trimEnd()}`, tone: 'dim' }];
	const present = ahead === 0;
	const tone: Tone | undefined = present ? 'title' : undefined;
	const brief = `${label} ${words.brief}`;
	return [
		{ text: present ? ' ▶ ' : ' ● ', tone: present ? 'title' : 'accent', bold: present },
		{ text: `${label} `, ...(tone && { tone }), bold: present },
		{ text: words.brief, ...(words.tone && { tone: words.tone }), bold: present },
		{ text: ' '.repeat(Math.max(0, left - width(brief))) },
		{ text: meter.row(now, ''), bold: present },
	];
}

function belowDrawn({ below }: Drawn, at: number, stage: number, room: number): Line[] {
	const last = at === TRACE_STAGES.length - 1;
	const gutter: Span = { text: last ? '   ' : ' │ ', tone: at < stage ? 'accent' : 'dim' };
	if (at > stage) return Array.from({ length: room }, (): Line => (last ? [] : [gutter]));
	const cut = below.length > room && room > 0;
	const shown = below.slice(0, cut ? room - 1 : room);
	const more: Line[] = cut
		? [[{ text: `and ${below.length - shown.length} more lines in more room`, tone: 'dim' }]]
		: [];
	return [...shown, ...more].map((line) => [gutter, ...line]);
}

/** The pieces under a heading, wrapped; figures stand in the meter's columns. */
function belowLines({ pieces }: StageWords, columns: number, meter: MeterColumns): Line[] {
	return pieces.flatMap((piece: Piece): Line[] => {
		if ('text' in piece)
			return wrapped(piece.text, columns - GUTTER - 1).map((text) => [{ text, tone: piece.tone ?? 'plain' }]);
		const left = columns - GUTTER - meter.width;
		const labels = wrapped(piece.label, left);
		return labels.map((text, i): Line => {
			const end = i === labels.length - 1;
			return [{ text: pad(text, left), tone: 'dim' }, ...(end ? [{ text: meter.row(piece.tick, piece.sign) }] : [])];
		});
	});
}

/** `wrap` costs far more than to see that there is nothing to break. */
const wrapped = (text: string, columns: number): string[] => (width(text) <= columns ? [text] : wrap(text, columns));

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
interface MeterColumns {
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
function meterColumns(request: TracedRequest, room: number): MeterColumns {
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

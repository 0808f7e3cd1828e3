import { traceRequest } from '../../engine/index.js';
import { inputAt } from '../../engine/inputs/index.js';
import { TRACE_STAGES, type TracedRequest } from '../../engine/trace/index.js';
import type { LabInput } from '../board/lab-input.js';
import { inputCell } from '../format/cells.js';
import { dollars, NOT_MEASURED, number } from '../format/format.js';
import { costDigits } from '../trace/drawing.js';
import { traceInputPaths } from '../trace/inputs.js';
import { type MeterReading, STAGE_TEXTS, type StageLine } from '../trace/stage-texts.js';
import { listed, speakText } from './sentences.js';
import { speakInput } from './table.js';

/** Speaks the path of a request: each stage reached, with the meter reading after it, and the stages to come. */
export function speakTrace(input: LabInput, focus: string | null): readonly string[] {
	const { seed, index, stage } = input.trace;
	const request = traceRequest(input.scenario, seed, index);
	const at = Math.min(TRACE_STAGES.length - 1, Math.max(0, Math.trunc(stage)));
	const later = TRACE_STAGES.slice(at + 1);
	const meters = request.meter.map((meter) => meterWords('meter so far', meter, request));
	return [
		`Request ${request.id}, at ${TRACE_STAGES[at]}, stage ${at + 1} of ${TRACE_STAGES.length}.`,
		...TRACE_STAGES.slice(0, at + 1).flatMap((name, i) => {
			const { brief, pieces } = STAGE_TEXTS[name](request, input.scenario);
			return [
				`${name}: ${brief}`,
				...pieces.map((piece) => pieceWords(piece, request)),
				// An unchanged reading is not repeated.
				meters[i] === meters[i - 1] ? '' : (meters[i] ?? ''),
			];
		}),
		later.length === 0 ? '' : `still to come: ${listed(later)}`,
		`you can change ${inputsWords(input, request, focus)}`,
	]
		.map(speakText)
		.filter(Boolean);
}

const pieceWords = (piece: StageLine, request: TracedRequest): string =>
	'text' in piece ? piece.text : meterWords(`${piece.label}${piece.sign === '+' ? ', adds' : ''}`, piece.tick, request);

const TOKENS = ['fresh', 'cached', 'output'] as const;

/** Returns a meter reading in words, without the figures that it lacks. */
function meterWords(name: string, tick: MeterReading, request: TracedRequest): string {
	const digits = costDigits(request);
	const tokens = TOKENS.flatMap((key) => figure(tick[key], (count) => `${number(count)} ${key}`, `${key} tokens`));
	const counts = tokens.length === 0 ? [] : [`${tokens.join(', ')}${/\d/.test(tokens.at(-1) ?? '') ? ' tokens' : ''}`];
	const rest = [
		...figure(tick.usd, (usd) => dollars(usd, digits), 'cost'),
		...figure(tick.ms, (ms) => `${number(ms)} ms`, 'wait'),
	];
	const said = [...counts, ...rest];
	return said.length === 0 ? name : `${name}: ${said.join(', ')}`;
}

const figure = (value: number | null | undefined, show: (value: number) => string, name: string): readonly string[] => {
	if (value === undefined) return [];
	return [value === null ? `${name} ${NOT_MEASURED}` : show(value)];
};

function inputsWords({ scenario, before }: LabInput, request: TracedRequest, focus: string | null): string {
	const named = traceInputPaths({ scenario } as LabInput, request).map((path) => {
		const show = path === 'threshold' ? (value: number): string => number(value, 2) : undefined;
		return speakInput(
			inputAt(scenario, path)?.label ?? path,
			inputCell(scenario, path, before?.scenario ?? null, show),
			focus,
		);
	});
	return named.join('; ');
}

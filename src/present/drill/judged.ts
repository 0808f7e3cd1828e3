import {
	answerText,
	checkNumber,
	compareDiagram,
	type DiagnosisCase,
	type Diagram,
	labelsOf,
	type NumberQuestion,
	SHAPES,
} from '../../drill/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { pad, width } from '../../text/index.js';
import { conditionModel } from '../condition-model.js';
import type { Line } from '../table/model.js';
import { wrapLine } from '../table/wrap-line.js';
import type { DrillInput } from './input.js';

/** A table of texts with its first column left, the others right; at most as wide as its room. */
export function plainTable(
	columns: readonly string[],
	rows: readonly (readonly string[])[],
	room: number,
): readonly Line[] {
	const all = [columns, ...rows];
	const widths = columns.map((_, i) => Math.max(...all.map((row) => width(row[i] ?? ''))));
	const gap = widths.reduce((sum, wide) => sum + wide, 0) + 2 * widths.length > room ? 1 : 2;
	return all.map(
		(row, r): Line => [
			{
				text: ` ${row.map((text, i) => pad(text, widths[i] ?? 0, i === 0 ? 'left' : 'right')).join(' '.repeat(gap))}`,
				tone: r === 0 ? 'dim' : 'plain',
			},
		],
	);
}

/** A number that is asked for, and how the answer was. */
export function numberLines(
	asked: NumberQuestion,
	{ step, text, cursor, judgement }: DrillInput,
	columns: number,
): readonly Line[] {
	const { ask, given, formula } = asked;
	const answer: readonly Line[] =
		step === 'answering'
			? [[{ text: ` your answer: ${text.slice(0, cursor)}▏${text.slice(cursor)}`, tone: 'title' }]]
			: wrapLine([{ text: `you said ${saidWords(asked, text)}`, tone: 'plain' }], columns);
	const right = judgement?.score === 1;
	return [
		...wrapLine([{ text: ask, bold: true }], columns),
		[],
		...plainTable(given.columns, given.rows, columns),
		[],
		...answer,
		...(step === 'judged'
			? [
					[
						{
							text: right ? ' ✓ right: ' : ' ✗ it is ',
							tone: right ? ('good' as const) : ('bad' as const),
							bold: true,
						},
						{ text: answerText(asked) },
					] as Line,
					[],
					...formula.split('\n').flatMap((line) => wrapLine([{ text: line, tone: 'dim' }], columns)),
				]
			: []),
	];
}

/** What was written, how it was read where that differs, and how far off it is. */
function saidWords(asked: NumberQuestion, text: string): string {
	const checked = checkNumber(asked, text);
	if (!checked.ok) return text.trim();
	const { reading, right, off, value, relative } = checked;
	const bare = (spelling: string): string => spelling.replace(/[^\d.]|^USD /g, '').replace(/^\./, '0.');
	const read = bare(reading) === bare(text) ? '' : `, read as ${reading}`;
	if (right) return `${text.trim()}${read}`;
	const by = answerText({ ...asked, truth: Math.abs(off) });
	const share =
		relative === null
			? ''
			: Math.abs(relative) < 10
				? ` (${Math.max(1, Math.round(100 * Math.abs(relative)))}% of it)`
				: ` (${Math.round(value / asked.truth).toLocaleString('en-US')} times as much)`;
	return `${text.trim()}${read}: ${by} too ${off > 0 ? 'high' : 'low'}${share}`;
}

/** The tables of a case, and, once it was named, which shape it is and what mends it. */
export function caseLines(found: DiagnosisCase, input: DrillInput, columns: number, now: Scenario): readonly Line[] {
	const { title, brief, artifacts } = found;
	const tables = artifacts.flatMap(({ title: name, columns: heads, rows }): readonly Line[] => [
		[],
		[{ text: ` ${name}`, tone: 'title' }],
		...plainTable(heads, rows, columns),
	]);
	const head = [...wrapLine([{ text: title, bold: true }], columns), ...wrapLine([{ text: brief }], columns)];
	return input.step === 'judged'
		? [...verdictOnCase(found, input, columns, now), [], ...head, ...tables]
		: [...head, ...tables];
}

function verdictOnCase(
	{ shape, because, mend, scenario }: DiagnosisCase,
	{ judgement, mended }: DrillInput,
	columns: number,
	now: Scenario,
): readonly Line[] {
	const right = judgement?.score === 1;
	const named = SHAPES[shape].name;
	return [
		...wrapLine(
			[
				{
					text: right ? `✓ right: ${shape} ${named}. ` : `✗ it is ${shape} ${named}. `,
					tone: right ? 'good' : 'bad',
					bold: true,
				},
				{ text: because },
			],
			columns,
		),
		[],
		[
			{
				text: mended ? ' ✓ mended' : ' m mends it in the lab; it is mended when all of this holds',
				tone: mended ? 'good' : 'title',
			},
		],
		...mend.flatMap((condition) => {
			const { holds, asks, now: is } = conditionModel(condition, scenario, now);
			return wrapLine(
				[
					{ text: holds ? '✓ ' : '○ ', tone: holds ? 'good' : 'unsure' },
					{ text: asks },
					{ text: `   now ${is}`, tone: 'dim' },
				],
				columns,
			);
		}),
	];
}

/** The shapes to choose from, two beside each other. */
export function shapeLines(chosen: number, columns: number): readonly Line[] {
	const shapes = Object.entries(SHAPES).map(([id, { name }], i) => ({
		text: `${i + 1} ${id} ${name}`,
		on: i === chosen,
	}));
	const half = Math.ceil(shapes.length / 2);
	const wide = Math.floor((columns - 2) / 2);
	const cell = (shape: (typeof shapes)[number] | undefined): Line =>
		shape
			? [
					{ text: shape.on ? ' ›' : '  ', tone: 'title' },
					{ text: pad(shape.text, wide - 3), tone: shape.on ? 'focus' : 'plain' },
				]
			: [];
	return Array.from({ length: half }, (_, i): Line => [...cell(shapes[i]), ...cell(shapes[i + half])]);
}

/** The boxes of a diagram, top to bottom: a clue and what was written, and how it compares. */
export function diagramLines(
	{ title, boxes }: Diagram,
	{ step, boxes: written, labelled, chosen, text, cursor, judgement }: DrillInput,
	columns: number,
): { readonly lines: readonly Line[]; readonly cursorLine: number } {
	const right = step === 'judged' ? compareDiagram({ id: '', title, lesson: '', boxes }, written).right : [];
	const lines: Line[] = [...wrapLine([{ text: `${title}: fill the boxes, from memory`, bold: true }], columns)];
	if (judgement)
		lines.push([
			{
				text: ` ${Math.round(judgement.score * boxes.length)} of ${boxes.length} boxes`,
				tone: judgement.score === 1 ? 'good' : 'unsure',
			},
		]);
	lines.push([]);
	let cursorLine = 0;
	for (const [i, box] of boxes.entries()) {
		const on = i === chosen && step === 'answering';
		if (on) cursorLine = lines.length;
		const own = on ? `${text.slice(0, cursor)}▏${text.slice(cursor)}` : (written[i] ?? '');
		const mark = step === 'judged' ? (right[i] ? '✓' : '✗') : on ? '›' : ' ';
		lines.push([
			{ text: ` ${mark} `, tone: right[i] ? 'good' : step === 'judged' ? 'bad' : 'title' },
			{ text: `[ ${own === '' ? '____________' : own} ]`, tone: on ? 'title' : 'plain' },
			{ text: `  ${step === 'judged' ? `it says: ${box.label}` : box.clue}`, tone: 'dim' },
		]);
		if (i < boxes.length - 1) lines.push([{ text: '     ↓', tone: 'dim' }]);
	}
	const offered: readonly Line[] =
		labelled && step === 'answering'
			? [
					[],
					[{ text: ' Labels: type the number of one', tone: 'title' }],
					...labelsOf({ id: '', title, lesson: '', boxes }).map((label, i): Line => [{ text: ` ${i + 1}  ${label}` }]),
				]
			: [];
	return { lines: [...lines, ...offered].flatMap((line) => wrapLine(line, columns)), cursorLine };
}

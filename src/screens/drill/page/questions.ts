import {
	checkNumber,
	compareDiagram,
	type DiagnosisCase,
	type Diagram,
	formatAnswer,
	type NumberQuestion,
	SHAPES,
	sortedLabels,
} from '../../../drill/index.js';
import type { Scenario } from '../../../engine/scenario.js';
import { conditionModel } from '../../../present/format/condition-model.js';
import { number } from '../../../present/format/format.js';
import { drawCursor, editorLine } from '../../../text/editor.js';
import { drawPlainTable } from '../../../text/fit-table.js';
import type { Line } from '../../../text/line.js';
import { drawRowName } from '../../../text/list-row.js';
import { pad, shorten, width } from '../../../text/width.js';
import { wrapLine } from '../../../text/wrap-line.js';
import type { DrillInput } from './input.js';

/** Draws the line in which a number is typed. It is in the foot, so that it is always visible. */
export const numberFoot = ({ editor }: DrillInput, columns: number): readonly Line[] =>
	wrapLine(
		[
			{ text: `${ANSWER_LABEL}${editorLine(editor, columns - width(ANSWER_LABEL) - 3)}`, tone: 'title' },
			{ text: editor.text === '' ? '  1% off is still right' : '', tone: 'dim' },
		],
		columns,
	);

const ANSWER_LABEL = 'your answer: ';

/** Draws a question for a number, and the answer with its judgement. */
export function numberLines(
	question: NumberQuestion,
	{ step, editor: { text }, judgement }: DrillInput,
	columns: number,
): readonly Line[] {
	const { ask, given, formula } = question;
	const answer =
		step === 'answering'
			? []
			: [[], ...wrapLine([{ text: `you said ${answerReview(question, text)}`, tone: 'plain' }], columns)];
	const isRight = judgement?.score === 1;
	return [
		...wrapLine([{ text: ask, bold: true }], columns),
		[],
		...drawPlainTable(given.columns, given.rows, columns),
		...answer,
		...(step === 'judged'
			? [
					[
						{
							text: isRight ? ' ✓ right: ' : ' ✗ it is ',
							tone: isRight ? ('good' as const) : ('bad' as const),
							bold: true,
						},
						{ text: formatAnswer(question) },
					] as Line,
					[],
					...formula.split('\n').flatMap((line) => wrapLine([{ text: line, tone: 'dim' }], columns)),
				]
			: []),
	];
}

/** Returns what was typed, how it was parsed if that differs, and how far off it is. */
function answerReview(question: NumberQuestion, text: string): string {
	const checked = checkNumber(question, text);
	if (!checked.ok) return text.trim();
	const { reading, right, off, value, relative } = checked;
	const stripUnits = (spelling: string): string => spelling.replace(/[^\d.]/g, '').replace(/^\./, '0.');
	const read = stripUnits(reading) === stripUnits(text) ? '' : `, read as ${reading}`;
	if (right) return `${text.trim()}${read}`;
	const way = off > 0 ? 'high' : 'low';
	if (question.unit === 'percent')
		return `${text.trim()}${read}: ${Number((100 * Math.abs(off)).toPrecision(3))} points too ${way}`;
	if (relative === null)
		return `${text.trim()}${read}: ${formatAnswer({ ...question, truth: Math.abs(off) })} too ${way}`;
	const times = number(value / question.truth);
	const by = `${Math.max(1, Math.round(100 * Math.abs(relative)))}% too ${way}`;
	return `${text.trim()}${read}: ${Math.abs(relative) < 10 ? by : `${times} times as much as it is`}`;
}

/** Draws the tables of a case and, once it was diagnosed, its shape and what mends it. */
export function caseLines(found: DiagnosisCase, input: DrillInput, columns: number, now: Scenario): readonly Line[] {
	const { title, brief, artifacts } = found;
	const tables = artifacts.flatMap(({ title: name, columns: heads, rows }): readonly Line[] => [
		[],
		[{ text: ` ${name}`, tone: 'title' }],
		...drawPlainTable(heads, rows, columns),
	]);
	const head = [...wrapLine([{ text: title, bold: true }], columns), ...wrapLine([{ text: brief }], columns)];
	return input.step === 'judged'
		? [...verdictOnCase(found, input, columns, now), [], ...head, ...tables]
		: [...head, ...tables];
}

/** Draws the shape of a case, and whether each condition that mends it holds. */
function verdictOnCase(
	{ shape, explanation, mend, scenario }: DiagnosisCase,
	{ judgement, mended }: DrillInput,
	columns: number,
	now: Scenario,
): readonly Line[] {
	const isRight = judgement?.score === 1;
	const { name } = SHAPES[shape];
	return [
		...wrapLine(
			[
				{
					text: isRight ? `✓ right: ${name}. ` : `✗ it is ${name}. `,
					tone: isRight ? 'good' : 'bad',
					bold: true,
				},
				{ text: explanation },
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
			const { holds, requirement, current, cause } = conditionModel(condition, scenario, now);
			return wrapLine(
				[
					{ text: holds ? '✓ ' : '○ ', tone: holds ? 'good' : 'unsure' },
					{ text: requirement },
					{ text: `   now ${current}${cause === '' ? '' : `: ${cause}`}`, tone: 'dim' },
				],
				columns,
			);
		}),
	];
}

/** Draws the shapes to choose from, in two columns if there is room. */
export function shapeLines(chosen: number, columns: number): readonly Line[] {
	const shapes = Object.values(SHAPES).map(({ name }, i) => ({
		text: `${i + 1} ${name}`,
		isChosen: i === chosen,
	}));
	const half = Math.ceil(shapes.length / 2);
	const columnWidth = Math.max(...shapes.slice(0, half).map(({ text }) => width(text))) + 3;
	const hasTwoColumns = columnWidth + Math.max(...shapes.slice(half).map(({ text }) => width(text))) + 4 <= columns;
	const cell = (shape: (typeof shapes)[number] | undefined, cellWidth: number): Line =>
		shape ? drawRowName(pad(shape.text, cellWidth), shape.isChosen) : [];
	if (!hasTwoColumns) return shapes.map((shape) => cell(shape, 0));
	return Array.from({ length: half }, (_, i): Line => [...cell(shapes[i], columnWidth), ...cell(shapes[i + half], 0)]);
}

/** Draws the boxes of a diagram from top to bottom, each with its clue, or with the right label once it is judged. */
export function diagramLines(
	{ title, boxes }: Diagram,
	{ step, boxes: written, chosen, editor: { text, cursor }, judgement }: DrillInput,
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
		const isEdited = i === chosen && step === 'answering';
		if (isEdited) cursorLine = lines.length;
		const own = isEdited ? drawCursor(text, cursor) : (written[i] ?? '');
		const mark = step === 'judged' ? (right[i] ? '✓' : '✗') : isEdited ? '›' : ' ';
		lines.push([
			{ text: ` ${mark} `, tone: right[i] ? 'good' : step === 'judged' ? 'bad' : 'title' },
			{ text: `[ ${own === '' ? '____________' : own} ]`, tone: isEdited ? 'title' : 'plain' },
			{ text: `  ${step === 'judged' ? `it says: ${box.label}` : box.clue}`, tone: 'dim' },
		]);
		if (i < boxes.length - 1) lines.push([{ text: '     ↓', tone: 'dim' }]);
	}
	return { lines: lines.flatMap((line) => wrapLine(line, columns)), cursorLine };
}

/** Draws the labels that can be placed, in two columns; empty if they are not offered. */
export function labelFoot(diagram: Diagram, { labelled, step }: DrillInput, columns: number): readonly Line[] {
	if (!labelled || step !== 'answering') return [];
	const labels = sortedLabels(diagram).map((label, i) => `${i + 1} ${label}`);
	const half = Math.ceil(labels.length / 2);
	const columnWidth = Math.max(...labels.slice(0, half).map(width)) + 3;
	return [
		[{ text: ' Labels: type the number of one, then Enter', tone: 'title' }],
		...Array.from(
			{ length: half },
			(_, i): Line => [
				{ text: ` ${shorten(`${pad(labels[i] ?? '', columnWidth)}${labels[i + half] ?? ''}`, columns - 1)}` },
			],
		),
	];
}

import { formatInputValue, guardrailPath, type Input } from '../../../engine/inputs/index.js';
import { NOT_MEASURED, points } from '../../../present/format/format.js';
import { layoutPane } from '../../../present/pane/pane-layout.js';
import { type Editor, editorLines } from '../../../text/editor.js';
import type { Line, Tone } from '../../../text/line.js';
import { lineWidth } from '../../../text/line-layout.js';
import { drawRowName } from '../../../text/list-row.js';
import { pad, width, wrap } from '../../../text/width.js';
import { wrapLine } from '../../../text/wrap-line.js';
import type { CardResult, MEMORY_CARDS } from '../../../worksheet/form-steps.js';
import { numberAt, numberValue, type Sheet, STEPS, type StepId } from '../../../worksheet/index.js';
import type { Part } from './part.js';
import { sheetParts } from './parts.js';

/** Data that a step of the form is drawn from. */
export interface SheetPageInput {
	readonly sheet: Sheet;
	/** The worksheet before the last change; null: no change yet. */
	readonly before: Sheet | null;
	readonly step: StepId;
	/** Id of the focused field, or path of the focused number; null: none. */
	readonly focus: string | null;
	/** Value being typed for the focused number; null: none. */
	readonly typing: string | null;
	/** Editor of the focused text field; null: not being edited. */
	readonly editor: Editor | null;
	/** Last result of each card of the memory step. */
	readonly results: readonly CardResult[];
}

/** A step of the form as lines. */
export interface SheetPage {
	readonly lines: readonly Line[];
	/** Index of the line to keep in the window. */
	readonly visibleLine: number;
}

/** Columns for the label of a field, its mark included. */
const LABEL_WIDTH = 26;
/** Lines that a long text takes while it is not being edited. */
const MAX_LINES = 4;

/** Draws a step of the form. */
export function sheetPage(input: SheetPageInput, columns: number): SheetPage {
	const lines: Line[] = [];
	let keep = 0;
	for (const part of sheetParts(input.sheet, input.step, input.before)) {
		const drawn = drawPart(part, input, columns);
		const at = drawn.at ?? drawn.lines.findIndex((line) => line.some(({ tone }) => tone === 'focus'));
		if (at >= 0) keep = lines.length + at;
		lines.push(...drawn.lines);
	}
	return { lines, visibleLine: keep };
}

interface DrawnPart {
	readonly lines: readonly Line[];
	/** Index of the cursor's line; missing: no cursor. */
	readonly at?: number;
}

function drawPart(part: Part, input: SheetPageInput, columns: number): DrawnPart {
	switch (part.kind) {
		case 'field':
			return drawField(part.field, input, columns);
		case 'number':
			return drawNumber(part, input);
		case 'block': {
			const pane = { id: 'board' as const, title: '', blocks: [part.block] };
			return { lines: layoutPane(pane, { width: columns, height: Number.POSITIVE_INFINITY, focus: input.focus }) };
		}
		case 'text':
			return { lines: wrapLine(part.line, columns) };
		case 'card':
			return { lines: cardLines(part.card, input.focus === `memory.${part.card}`, input.results, columns) };
		case 'space':
			return { lines: [[]] };
	}
}

/** Draws the label of a field, marked if it has the focus. */
const drawLabel = (label: string, focused: boolean): Line => [
	focused ? { text: ' › ', tone: 'title', bold: true } : { text: '   ' },
	{ text: label, tone: focused ? 'title' : 'plain' },
];

function drawField(
	{ id, label, value, choices }: Extract<Part, { kind: 'field' }>['field'],
	{ focus, editor }: SheetPageInput,
	columns: number,
): DrawnPart {
	const focused = id === focus;
	// A long label, usually a question, is above its answer.
	const beside = width(label) <= LABEL_WIDTH - 4;
	const head = drawLabel(beside ? pad(label, LABEL_WIDTH - 3) : label, focused);
	const indent = beside ? LABEL_WIDTH : 5;
	const available = Math.max(10, columns - indent - 1);
	const body = ((): { readonly lines: readonly Line[]; readonly at: number | null } => {
		if (focused && editor) {
			const { lines, at } = editorLines(editor, available - 2);
			return { lines: lines.map((line): Line => [{ text: '┃ ', tone: 'accent' }, { text: line }]), at };
		}
		const shown = choices.find((choice) => choice.value === value)?.words ?? value;
		if (shown === null) return { lines: [[{ text: 'not said yet', tone: focused ? 'focus' : 'unsure' }]], at: null };
		const wrapped = wrap(shown, available);
		const tone = focused ? 'focus' : choices.length > 0 ? 'accent' : 'plain';
		return { lines: shortenText(wrapped, shown).map((line): Line => [{ text: line, tone }]), at: null };
	})();
	const space = ' '.repeat(indent);
	const [first = [], ...rest] = body.lines;
	const lines: readonly Line[] = beside
		? [[...head, ...first], ...rest.map((line): Line => [{ text: space }, ...line])]
		: [head, ...body.lines.map((line): Line => [{ text: space }, ...line])];
	return body.at === null ? { lines } : { lines, at: body.at + (beside ? 0 : 1) };
}

/** Returns the first lines of a long text, and a line that says how many characters are left. */
function shortenText(lines: readonly string[], whole: string): readonly string[] {
	if (lines.length <= MAX_LINES) return lines;
	const shown = lines.slice(0, MAX_LINES - 1);
	const left = whole.length - shown.join(' ').length;
	return [...shown, `… ${left.toLocaleString('en-US')} more (Enter shows all)`];
}

/** Formats a number of the form; a rate relative to the baseline is in points, not in percent. */
function formatNumber(sheet: Sheet, path: string, input: Input): string {
	const value = numberValue(sheet, path);
	const guardrail = sheet.scenario.guardrails.find((one) => guardrailPath(one) === path);
	return guardrail?.relative && input.unit === 'percent' && typeof value === 'number'
		? points(value)
		: formatInputValue(input, value);
}

function drawNumber({ path, label }: Extract<Part, { kind: 'number' }>, { sheet, focus }: SheetPageInput): DrawnPart {
	const input = numberAt(sheet, path);
	const focused = path === focus;
	const value = input ? formatNumber(sheet, path, input) : NOT_MEASURED;
	return {
		lines: [[...drawLabel(pad(label, LABEL_WIDTH - 3), focused), { text: value, tone: focused ? 'focus' : 'accent' }]],
	};
}

/** Draws the steps in one line with the shown one marked; in a narrow window, only it and its neighbours. */
export function stepsLine(step: StepId, columns: number): Line {
	const at = STEPS.findIndex(({ id }) => id === step);
	const all: Line = STEPS.map(({ id, title }, i) => ({
		text: id === step ? `[${i + 1} ${title}]` : ` ${i + 1} ${title} `,
		tone: id === step ? 'title' : 'dim',
		bold: id === step,
	}));
	if (lineWidth(all) <= columns - 2) return [{ text: ' ' }, ...all];
	const { title = '' } = STEPS[at] ?? {};
	const [before, after] = [STEPS[at - 1]?.title, STEPS[at + 1]?.title];
	return [
		{ text: ` step ${at + 1} of ${STEPS.length}: `, tone: 'dim' },
		{ text: title, tone: 'title', bold: true },
		{ text: `${before ? `   [ ${before}` : ''}${after ? `   ] ${after}` : ''}`, tone: 'dim' },
	];
}

/** Task of each card of the memory step. */
const CARD_TASKS: Readonly<Record<(typeof MEMORY_CARDS)[number], string>> = {
	'diagrams/trace': 'Redraw the request trace',
	'diagrams/pressure': 'Redraw the pressure transfer',
	'recall/R3': 'Say the rule in one sentence',
	'recall/R5': 'Say which signal degrades first',
};

const GRADE_TEXTS: Readonly<Record<CardResult['grade'], readonly [string, Tone]>> = {
	1: ['✗ again', 'bad'],
	2: ['~ hard', 'unsure'],
	3: ['✓ good', 'good'],
	4: ['✓ easy', 'good'],
};

/** Draws a card of the memory step: what it asks, and its last result. */
function cardLines(card: string, focused: boolean, results: readonly CardResult[], columns: number): readonly Line[] {
	const result = results.find((one) => one.card === card);
	const [words, tone] = result ? GRADE_TEXTS[result.grade] : ['not yet', 'dim' as Tone];
	const task = CARD_TASKS[card as keyof typeof CARD_TASKS] ?? card;
	return [[...drawRowName(pad(task, Math.min(40, columns - 14)), focused, ' › '), { text: `  ${words}`, tone }]];
}

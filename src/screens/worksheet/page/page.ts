import { guardrailPath, type Input, showValue } from '../../../engine/inputs/index.js';
import { NOT_MEASURED, points } from '../../../present/format/format.js';
import { layoutPane } from '../../../present/pane/pane-layout.js';
import { type Editor, editorLines } from '../../../text/editor.js';
import { lineWidth } from '../../../text/justify.js';
import type { Line, Tone } from '../../../text/line.js';
import { rowName } from '../../../text/list-row.js';
import { pad, width, wrap } from '../../../text/width.js';
import { wrapLine } from '../../../text/wrap-line.js';
import { numberAt, numberValue, type Sheet, STEPS, type StepId } from '../../../worksheet/index.js';
import type { CardResult, FROM_MEMORY } from '../../../worksheet/steps.js';
import type { Part } from './part.js';
import { sheetParts } from './parts.js';

export interface SheetPageInput {
	readonly sheet: Sheet;
	/** Before the last change; null: nothing was changed. */
	readonly before: Sheet | null;
	readonly step: StepId;
	readonly focus: string | null;
	/** What is typed for a number; null: nothing is. */
	readonly typing: string | null;
	/** The words that are being written; null: none are. */
	readonly editor: Editor | null;
	/** How what is asked from memory went last. */
	readonly results: readonly CardResult[];
}

export interface SheetPage {
	readonly lines: readonly Line[];
	/** The line to keep in the window. */
	readonly keep: number;
}

const LABEL = 26;
/** Lines of a long text that is not being written. */
const MOST_LINES = 4;

/** A step of the form as lines of at most so many columns. */
export function sheetPage(input: SheetPageInput, columns: number): SheetPage {
	const lines: Line[] = [];
	let keep = 0;
	for (const part of sheetParts(input.sheet, input.step, input.before)) {
		const drawn = drawPart(part, input, columns);
		const at = drawn.at ?? drawn.lines.findIndex((line) => line.some(({ tone }) => tone === 'focus'));
		if (at >= 0) keep = lines.length + at;
		lines.push(...drawn.lines);
	}
	return { lines, keep };
}

interface Drawn {
	readonly lines: readonly Line[];
	/** The line of the cursor. */
	readonly at?: number;
}

function drawPart(part: Part, input: SheetPageInput, columns: number): Drawn {
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

/** Draws the name of a row, marked where it has the focus. */
const headOf = (label: string, focused: boolean): Line => [
	focused ? { text: ' › ', tone: 'title', bold: true } : { text: '   ' },
	{ text: label, tone: focused ? 'title' : 'plain' },
];

function drawField(
	{ id, label, value, choices }: Extract<Part, { kind: 'field' }>['field'],
	{ focus, editor }: SheetPageInput,
	columns: number,
): Drawn {
	const focused = id === focus;
	// A label that is a question stands above its answer.
	const beside = width(label) <= LABEL - 4;
	const head = headOf(beside ? pad(label, LABEL - 3) : label, focused);
	const indent = beside ? LABEL : 5;
	const room = Math.max(10, columns - indent - 1);
	const body = ((): { readonly lines: readonly Line[]; readonly at: number | null } => {
		if (focused && editor) {
			const { lines, at } = editorLines(editor, room - 2);
			return { lines: lines.map((line): Line => [{ text: '┃ ', tone: 'accent' }, { text: line }]), at };
		}
		const shown = choices.find((one) => one.value === value)?.words ?? value;
		if (shown === null) return { lines: [[{ text: 'not said yet', tone: focused ? 'focus' : 'unsure' }]], at: null };
		const wrapped = wrap(shown, room);
		const tone = focused ? 'focus' : choices.length > 0 ? 'accent' : 'plain';
		return { lines: shortened(wrapped, shown).map((line): Line => [{ text: line, tone }]), at: null };
	})();
	const space = ' '.repeat(indent);
	const [first = [], ...rest] = body.lines;
	const lines: readonly Line[] = beside
		? [[...head, ...first], ...rest.map((line): Line => [{ text: space }, ...line])]
		: [head, ...body.lines.map((line): Line => [{ text: space }, ...line])];
	return body.at === null ? { lines } : { lines, at: body.at + (beside ? 0 : 1) };
}

/** The first lines of a long text, and how much of it is left. */
function shortened(lines: readonly string[], whole: string): readonly string[] {
	if (lines.length <= MOST_LINES) return lines;
	const kept = lines.slice(0, MOST_LINES - 1);
	const left = whole.length - kept.join(' ').length;
	return [...kept, `… ${left.toLocaleString('en-US')} more (Enter shows all)`];
}

/** A rate beside the baseline is so many points of it, and no percentage. */
function shownNumber(sheet: Sheet, path: string, input: Input): string {
	const value = numberValue(sheet, path);
	const limited = sheet.scenario.guardrails.find((guardrail) => guardrailPath(guardrail) === path);
	return limited?.relative && input.unit === 'percent' && typeof value === 'number'
		? points(value)
		: showValue(input, value);
}

function drawNumber({ path, label }: Extract<Part, { kind: 'number' }>, { sheet, focus }: SheetPageInput): Drawn {
	const input = numberAt(sheet, path);
	const focused = path === focus;
	const value = input ? shownNumber(sheet, path, input) : NOT_MEASURED;
	return {
		lines: [[...headOf(pad(label, LABEL - 3), focused), { text: value, tone: focused ? 'focus' : 'accent' }]],
	};
}

/** The steps in one line: where the reader is, and how many there are. */
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

const ASKS: Readonly<Record<(typeof FROM_MEMORY)[number], string>> = {
	'diagrams/trace': 'Redraw the request trace',
	'diagrams/pressure': 'Redraw the pressure transfer',
	'recall/R3': 'Say the rule in one sentence',
	'recall/R5': 'Say which signal degrades first',
};

const GRADES: Readonly<Record<CardResult['grade'], readonly [string, Tone]>> = {
	1: ['✗ again', 'bad'],
	2: ['~ hard', 'unsure'],
	3: ['✓ good', 'good'],
	4: ['✓ easy', 'good'],
};

/** A line of the last step: what is asked, and how it went. */
function cardLines(card: string, focused: boolean, results: readonly CardResult[], columns: number): readonly Line[] {
	const found = results.find((result) => result.card === card);
	const [words, tone] = found ? GRADES[found.grade] : ['not yet', 'dim' as Tone];
	const asks = ASKS[card as keyof typeof ASKS] ?? card;
	return [[...rowName(pad(asks, Math.min(40, columns - 14)), focused, ' › '), { text: `  ${words}`, tone }]];
}

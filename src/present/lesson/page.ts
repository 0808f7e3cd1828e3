import type {
	Evidence,
	LessonBlock,
	LessonDocument,
	LivePart,
	Prose,
	Reveal,
	ScenarioDocument,
	Workbench,
} from '../../content/index.js';
import {
	challengeOfWorkbench,
	evidenceScenario,
	type LessonReading,
	lessonStart,
	questionScenario,
	workbenchOfChallenge,
} from '../../course/index.js';
import { TRACE_STAGES, traceRequest } from '../../engine/index.js';
import { editsBetween } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Cell, Line, TableModel } from '../../text/line.js';
import type { ProseBlock } from '../../text/prose.js';
import { computeLab, type LabInput } from '../board/lab-input.js';
import { boardSegments } from '../board/segments.js';
import { boardSummary } from '../board/summary.js';
import { confusionNotes } from '../confusion/notes.js';
import { confusionBoard, confusionInputs, confusionMatrix } from '../confusion/tables.js';
import { breakEvenBlock, rowReviewBlock } from '../cost/notes.js';
import { costCheck, costOther } from '../cost/other-costs.js';
import { costLanes, costRows, costSegments } from '../cost/tables.js';
import { curveBlocks } from '../curve/pane.js';
import { type Block, blockInputs } from '../pane/block.js';
import { verdictBlock } from '../pane/pane.js';
import { pressureBlocks } from '../pressure/pane.js';
import { pressureTable } from '../pressure/table.js';
import { withoutLastEdit } from '../review/tables.js';
import { signalsBlocks } from '../signals/pane.js';
import { traceBlocks } from '../trace/pane.js';
import { challengeLines } from './challenge.js';
import { evidenceTable } from './evidence-table.js';
import { fillFigures, fillProse } from './fill.js';
import { type HiddenFigure, hiddenFigures, hideAnswers } from './hidden.js';
import { questionLines } from './question.js';
import { type Book, scoreLines } from './score.js';
import { stateTitle } from './table-parts.js';
import { workbenchTable } from './workbench-table.js';

/** A block of a lesson, ready to be laid out. */
export type PageBlock =
	/** A text with its figures filled in, as source and parsed. */
	| { readonly kind: 'prose'; readonly markdown: string; readonly blocks: readonly ProseBlock[] }
	| { readonly kind: 'artifact'; readonly artifact: NonNullable<ScenarioDocument['artifact']> }
	/** Parts of panes and single figures, made from the board `input`. */
	| {
			readonly kind: 'live';
			readonly blocks: readonly Block[];
			readonly input: LabInput;
			/** Figures that speech shows as `?`. */
			readonly hidden: readonly HiddenFigure[];
	  }
	/** A question, a challenge or what follows the lesson, with a rule along its left side. */
	| { readonly kind: 'ruled'; readonly sentences: readonly Line[] };

export interface PageInput {
	readonly lesson: LessonDocument;
	readonly document: ScenarioDocument;
	/** The reader's board. */
	readonly lab: LabInput;
	readonly reading: Pick<LessonReading, 'answers' | 'hints' | 'solved'>;
	/** Focused item, by block: `3|segments.faq.routedSmall`, `5|?resolution` for a question; null: none. */
	readonly focus: string | null;
	readonly typing: string | null;
	/** What a score is made from, besides `reading`; missing: this lesson alone. */
	readonly book?: Book;
	/** Whether the page is for a handout, which has no hints about keys. */
	readonly paper?: boolean;
	/** What the reader can do after the lesson; missing: nothing is said about it. */
	readonly ending?: readonly Line[];
}

/**
 * Returns the blocks of a lesson in the current state: for each block of the file, the page blocks it becomes; then
 * those of the ending.
 */
export const pageBlocks = (input: PageInput): readonly (readonly PageBlock[])[] => [...iteratePageBlocks(input)];

/** Like `pageBlocks`, but lazily. */
export const iteratePageBlocks = (input: PageInput): Iterable<readonly PageBlock[]> => ({
	*[Symbol.iterator]() {
		const { lesson, document, reading, ending } = input;
		const hidden = hiddenFigures(lesson, reading.answers, document.scenario);
		let isGap = false;
		for (const [i, block] of lesson.blocks.entries()) {
			const waits = waitingFor(block, reading) !== null;
			// Blocks in a row that wait for an answer are one gap.
			yield waits && isGap && !input.paper ? [] : pageBlock(block, i, { ...input, hidden });
			isGap = waits;
		}
		if (ending) yield [{ kind: 'ruled', sentences: ending }];
	},
});

/** The input of one block. */
interface BlockInput extends PageInput {
	readonly hidden: readonly HiddenFigure[];
}

function pageBlock(block: LessonBlock, index: number, input: BlockInput): readonly PageBlock[] {
	const { lesson, document, lab, reading, focus, typing, paper = false } = input;
	const loaded = document.scenario;
	switch (block.kind) {
		case 'prose':
			return [prosePart(block, loaded)];
		case 'evidence':
			if (isWaiting(block.after, reading)) return paper ? [] : [WAITING];
			return evidenceBlocks(block, input);
		case 'workbench':
			// On paper nothing can wait; what is asked for shows as `?`.
			if (isWaiting(block.after, reading) && !paper) return [WAITING];
			return [workbenchBlock(block, index, input)];
		case 'predict': {
			if (isWaiting(block.after, reading) && !paper) return [WAITING];
			const focused = focus === itemName(index, `?${block.id}`);
			const state = { answer: reading.answers[block.id], typing: focused ? typing : null, focused, paper };
			return [
				{ kind: 'ruled', sentences: questionLines(block, state, loaded, questionScenario(lesson, block, loaded)) },
			];
		}
		case 'reveal':
			if (isWaiting(block.after, reading)) return paper ? [] : [WAITING];
			return [prosePart(block, loaded)];
		case 'challenge':
			return [
				{
					kind: 'ruled',
					sentences: challengeLines({
						challenge: block,
						loaded,
						now: lab.scenario,
						reading,
						bench: benchState(lesson, index, reading, paper),
						paper,
						hidden: input.hidden,
					}),
				},
			];
		case 'score': {
			// Nobody answered anything on paper; each answer names the lessons to repeat.
			if (paper) return [];
			const { lessons, readings } = input.book ?? { lessons: [lesson], readings: {} };
			const book = { lessons, readings: { ...readings, [lesson.id]: reading } };
			return [{ kind: 'ruled', sentences: scoreLines(block, book) }];
		}
	}
}

const prosePart = ({ markdown, blocks }: Prose | Reveal, loaded: Scenario): PageBlock => ({
	kind: 'prose',
	markdown: fillFigures(markdown, loaded),
	blocks: fillProse(blocks, loaded),
});

const SPACE: Block = { kind: 'space' };

/** Placeholder for blocks that are shown once a question is answered. */
const WAITING: PageBlock = { kind: 'ruled', sentences: [[{ text: '… goes on after your guess', tone: 'dim' }]] };

/** Returns where the conditions of a challenge are shown. On paper nothing waits. */
function benchState(lesson: LessonDocument, challenge: number, reading: Answered, paper: boolean) {
	const bench = lesson.blocks[workbenchOfChallenge(lesson, challenge) ?? -1];
	if (bench?.kind !== 'workbench') return 'none';
	return isWaiting(bench.after, reading) && !paper ? 'waiting' : 'shown';
}

type Answered = Pick<LessonReading, 'answers'>;

/** Returns the open question that a block waits for; null: it waits for none. */
const waitingFor = (block: LessonBlock, reading: Answered): string | null =>
	'after' in block && block.kind !== 'challenge' && isWaiting(block.after, reading) ? block.after : null;

const isWaiting = (after: string | null, reading: Answered): boolean =>
	after !== null && reading.answers[after] === undefined;

/** Returns the page blocks of evidence: its artifact, and its parts and figures in the states that it names. */
function evidenceBlocks(evidence: Evidence, input: BlockInput): readonly PageBlock[] {
	const { lesson, document, lab, hidden, paper = false } = input;
	const { artifact, parts, figures, states } = evidence;
	const loaded = document.scenario;
	const [state] = states;
	const scenario = state ? evidenceScenario(state, loaded) : null;
	const blocks: Block[] = [];
	const shown = scenario ? computeLab(scenario, null, null, { opened: lab.opened }) : lab;
	if (state && parts.length > 0) {
		const title: Line = [{ text: ` ${stateTitle(state, lesson, loaded)}`, tone: 'title' }];
		blocks.push({ kind: 'words', sentences: [title], lines: 1 });
		blocks.push(...hideAnswers(partBlocks(parts, shown, null).map(toReadOnly), hidden, false));
	}
	if (blocks.length > 0 && figures.length > 0) blocks.push(SPACE);
	if (figures.length > 0) {
		const yours = !paper && isEdited(input) ? lab.scenario : null;
		const table = evidenceTable(evidence, yours, { lesson, loaded, hidden });
		blocks.push({ kind: 'table', table, flexible: false });
	}
	return [
		...(artifact && document.artifact ? [{ kind: 'artifact' as const, artifact: document.artifact }] : []),
		...(blocks.length > 0 ? [{ kind: 'live' as const, blocks, input: shown, hidden }] : []),
	];
}

/** Whether the reader's board is not as the lesson starts. */
const isEdited = ({ lesson, document, lab }: PageInput): boolean => {
	const start = lessonStart(lesson, document.scenario);
	return lab.scenario !== start && editsBetween(start, lab.scenario).length > 0;
};

/** Returns a block without inputs and without columns for edits: nothing can be changed in it. */
function toReadOnly(block: Block): Block {
	const bare = withoutLastEdit(block);
	switch (bare.kind) {
		case 'table':
			return withoutInputs(bare, () => true);
		case 'drawing':
			return { ...bare, inputs: [], draw: (room) => bare.draw(room).map(withoutAccent) };
		case 'spare':
			return { ...bare, blocks: bare.blocks.map(toReadOnly) };
		default:
			return bare;
	}
}

/** The accent colour is that of inputs. */
const withoutAccent = (line: Line): Line =>
	line.map((span) => (span.tone === 'accent' ? { ...span, tone: 'plain' } : span));

/** Returns the page block of a workbench, on the reader's board. */
function workbenchBlock(workbench: Workbench, index: number, input: BlockInput): PageBlock {
	const { lesson, document, lab, hidden, focus, paper = false } = input;
	const loaded = document.scenario;
	const live = partBlocks(workbench.parts, lab, focusedPath(focus, index)).map(withFixedLimits);
	const parts = hideAnswers(live, hidden, true);
	const table = workbenchTable(workbench, {
		lesson,
		loaded,
		hidden,
		lab,
		start: lessonStart(lesson, loaded),
		challenge: challengeOfWorkbench(lesson, index),
	});
	const tables: readonly Block[] = table.rows.length > 0 ? [{ kind: 'table', table, flexible: false }] : [];
	const blocks = [...parts, ...(parts.length > 0 && tables.length > 0 ? [SPACE] : []), ...tables];
	return { kind: 'live', blocks: paper ? blocks.map(withoutLastEdit) : blocks, input: lab, hidden };
}

/** Returns a block whose guardrails cannot be edited: moving a limit solves no challenge. */
const withFixedLimits = (block: Block): Block =>
	block.kind === 'table' ? withoutInputs(block, (path) => path.startsWith('guardrails.')) : block;

/** Returns a table in which some inputs cannot be edited. */
function withoutInputs(block: TableBlock, isFixed: (path: string) => boolean): TableBlock {
	const fix = (cell: Cell): Cell => {
		const { path, ...rest } = cell;
		return path !== undefined && isFixed(path) ? rest : cell;
	};
	const rows = block.table.rows.map((row) => ({ ...row, cells: row.cells.map(fix) }));
	return { ...block, table: { ...block.table, rows } };
}

type TableBlock = Extract<Block, { kind: 'table' }>;

const partBlocks = (parts: readonly LivePart[], lab: LabInput, focus: string | null): readonly Block[] =>
	parts.flatMap((part, i) => [...(i > 0 ? [SPACE] : []), ...PARTS[part](lab, focus)]);

const itemName = (block: number, rest: string): string => `${block}|${rest}`;

/** Returns the path of the focused input if it is in this block, otherwise null. */
export const focusedPath = (focus: string | null, block: number): string | null =>
	focus?.startsWith(`${block}|`) && !focus.startsWith(`${block}|?`) ? focus.slice(focus.indexOf('|') + 1) : null;

/** Returns the items that can have the focus: in reading order, as rows from left to right. */
export function pageItems(input: PageInput): readonly (readonly string[])[] {
	return input.lesson.blocks.flatMap((block, index): readonly (readonly string[])[] => {
		if (waitingFor(block, input.reading) !== null) return [];
		if (block.kind === 'predict')
			return input.reading.answers[block.id] === undefined ? [[itemName(index, `?${block.id}`)]] : [];
		if (block.kind !== 'workbench') return [];
		const bench = workbenchBlock(block, index, { ...input, hidden: [] });
		return bench.kind === 'live'
			? bench.blocks.flatMap(blockInputs).map((row) => row.map((path) => itemName(index, path)))
			: [];
	});
}

type Part = (input: LabInput, focus: string | null) => readonly Block[];

const table = (model: TableModel): readonly Block[] => [{ kind: 'table', table: model, flexible: false }];

/** Blocks of each live part that a lesson can show. */
const PARTS: Readonly<Record<LivePart, Part>> = {
	segments: (input) => table(boardSegments(input)),
	verdict: (input) => [verdictBlock(input)],
	summary: (input) => table(boardSummary(input)),
	spend: (input) => table(costSegments(input)),
	rows: (input, focus) => [...table(costRows(input)), rowReviewBlock(input, focus)],
	prices: (input) => table(costLanes(input)),
	besides: (input) => table(costOther(input)),
	check: (input) => table(costCheck(input)),
	'break-even': (input) => [breakEvenBlock(input)],
	'board-matrix': (input) => table(confusionBoard(input)),
	matrix: (input) => [...table(confusionMatrix(input)), confusionNotes(input)],
	difficulty: (input) => table(confusionInputs(input)),
	pressure: pressureBlocks,
	'pressure-table': (input) => table(pressureTable(input)),
	// At its last stage, because a lesson has no key to step through it.
	trace: (input) => {
		const { seed, index } = input.trace;
		const request = traceRequest(input.scenario, seed, index);
		return traceBlocks(input, { request, stage: TRACE_STAGES.length - 1 });
	},
	curve: (input) => curveBlocks(input),
	signals: (input) => signalsBlocks(input),
};

import type {
	LessonBlock,
	LessonDocument,
	Live,
	LivePart,
	Prose,
	Reveal,
	ScenarioDocument,
} from '../../content/index.js';
import { type LessonReading, questionScenario } from '../../course/index.js';
import { TRACE_STAGES, traceRequest } from '../../engine/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Line, TableModel } from '../../text/line.js';
import type { ProseBlock } from '../../text/prose.js';
import type { LabInput } from '../board/lab-input.js';
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
import { figureTable, fillFigures, fillProse } from './fill.js';
import { questionLines } from './question.js';

/** A block of a lesson, ready to be laid out. */
export type PageBlock =
	/** A text with its figures filled in, as source and parsed. */
	| { readonly kind: 'prose'; readonly markdown: string; readonly blocks: readonly ProseBlock[] }
	| { readonly kind: 'artifact'; readonly artifact: NonNullable<ScenarioDocument['artifact']> }
	/** Parts of panes and single figures. */
	| { readonly kind: 'live'; readonly blocks: readonly Block[] }
	/** A question or a challenge, with a rule along its left side. */
	| { readonly kind: 'ruled'; readonly sentences: readonly Line[] };

interface PageInput {
	readonly lesson: LessonDocument;
	readonly document: ScenarioDocument;
	readonly lab: LabInput;
	readonly reading: LessonReading;
	/** Focused item, by block: `3|segments.faq.routedSmall`, `5|?resolution` for a question; null: none. */
	readonly focus: string | null;
	readonly typing: string | null;
	/** Whether the page is for a handout, which has no hints about keys. */
	readonly paper?: boolean;
}

/** Returns the blocks of a lesson in the current state: for each block of the file, the page blocks it becomes. */
export const pageBlocks = (input: PageInput): readonly (readonly PageBlock[])[] => [...iteratePageBlocks(input)];

/** Like `pageBlocks`, but lazily. */
export const iteratePageBlocks = (input: PageInput): Iterable<readonly PageBlock[]> => ({
	*[Symbol.iterator]() {
		for (const [i, block] of input.lesson.blocks.entries()) yield pageBlock(block, i, input);
	},
});

function pageBlock(block: LessonBlock, index: number, input: PageInput): readonly PageBlock[] {
	const { lesson, document, lab, reading, focus, typing, paper = false } = input;
	const loaded = document.scenario;
	switch (block.kind) {
		case 'prose':
			return [prosePart(block, loaded)];
		case 'live':
			if (isWaiting(block.after, reading)) return paper ? [] : [WAITING];
			return [
				...(block.artifact && document.artifact ? [{ kind: 'artifact' as const, artifact: document.artifact }] : []),
				...liveBlocks(block, lab, focusedPath(focus, index)).map((live) => (paper ? onPaper(live) : live)),
			];
		case 'predict': {
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
			return [{ kind: 'ruled', sentences: challengeLines(block, loaded, lab.scenario, reading, paper) }];
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

const isWaiting = (after: string | null, reading: LessonReading): boolean =>
	after !== null && reading.answers[after] === undefined;

function liveBlocks({ parts, inputs, figures }: Live, lab: LabInput, focus: string | null): readonly PageBlock[] {
	const blocks = parts.flatMap((part, i) => [...(i > 0 ? [SPACE] : []), ...PARTS[part](lab, focus)]);
	const figureBlocks: readonly Block[] =
		inputs.length + figures.length > 0
			? [{ kind: 'table', table: figureTable({ inputs, figures }, lab), flexible: false }]
			: [];
	const separator = blocks.length > 0 && figureBlocks.length > 0 ? [SPACE] : [];
	return blocks.length + figureBlocks.length === 0
		? []
		: [{ kind: 'live', blocks: [...blocks, ...separator, ...figureBlocks] }];
}

const onPaper = (block: PageBlock): PageBlock =>
	block.kind === 'live' ? { ...block, blocks: block.blocks.map(withoutLastEdit) } : block;

const itemName = (block: number, rest: string): string => `${block}|${rest}`;

/** Returns the path of the focused input if it is in this block, otherwise null. */
export const focusedPath = (focus: string | null, block: number): string | null =>
	focus?.startsWith(`${block}|`) && !focus.startsWith(`${block}|?`) ? focus.slice(focus.indexOf('|') + 1) : null;

/** Returns the items that can have the focus: in reading order, as rows from left to right. */
export function pageItems(input: Pick<PageInput, 'lesson' | 'lab' | 'reading'>): readonly (readonly string[])[] {
	return input.lesson.blocks.flatMap((block, index): readonly (readonly string[])[] => {
		if (block.kind === 'predict')
			return input.reading.answers[block.id] === undefined ? [[itemName(index, `?${block.id}`)]] : [];
		if (block.kind !== 'live' || isWaiting(block.after, input.reading)) return [];
		return liveBlocks(block, input.lab, null).flatMap((live) =>
			live.kind === 'live'
				? live.blocks.flatMap(blockInputs).map((row) => row.map((path) => itemName(index, path)))
				: [],
		);
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
	rows: (input, focus) => [...table(costRows(input)), rowReviewBlock(input.scenario, focus)],
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
	curve: curveBlocks,
	signals: signalsBlocks,
};

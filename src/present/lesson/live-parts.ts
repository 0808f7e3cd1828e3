import type { LivePart } from '../../content/index.js';
import { TRACE_STAGES, traceRequest } from '../../engine/index.js';
import type { TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { boardSegments } from '../board/segments.js';
import { boardSummary } from '../board/summary.js';
import { confusionBoard } from '../confusion/board.js';
import { confusionInputs } from '../confusion/inputs.js';
import { confusionMatrix } from '../confusion/matrix.js';
import { confusionWords } from '../confusion/words.js';
import { costBesides, costCheck } from '../cost/besides.js';
import { costLanes } from '../cost/lanes.js';
import { costRows } from '../cost/rows.js';
import { costSegments } from '../cost/segments.js';
import { breakEvenWords, rowWords } from '../cost/words.js';
import { curveBlocks } from '../curve/pane.js';
import type { Block } from '../pane/block.js';
import { verdictBlock } from '../pane/pane.js';
import { pressureBlocks } from '../pressure/pane.js';
import { pressureTable } from '../pressure/table.js';
import { signalsBlocks } from '../signals/pane.js';
import { traceBlocks } from '../trace/pane.js';

type Part = (input: LabInput, focus: string | null) => readonly Block[];

const table = (model: TableModel): readonly Block[] => [{ kind: 'table', table: model, flexible: false }];

/** What each part of a pane is made of, wherever it stands. */
export const PARTS: Readonly<Record<LivePart, Part>> = {
	segments: (input) => table(boardSegments(input)),
	verdict: (input) => [verdictBlock(input)],
	summary: (input) => table(boardSummary(input)),
	spend: (input) => table(costSegments(input)),
	rows: (input, focus) => [...table(costRows(input)), rowWords(input.scenario, focus)],
	prices: (input) => table(costLanes(input)),
	besides: (input) => table(costBesides(input)),
	check: (input) => table(costCheck(input)),
	'break-even': (input) => [breakEvenWords(input)],
	'board-matrix': (input) => table(confusionBoard(input)),
	matrix: (input) => [...table(confusionMatrix(input)), confusionWords(input)],
	difficulty: (input) => table(confusionInputs(input)),
	pressure: pressureBlocks,
	'pressure-table': (input) => table(pressureTable(input)),
	// Whole, because no key of a lesson walks it.
	trace: (input) => {
		const { seed, index } = input.trace;
		const request = traceRequest(input.scenario, seed, index);
		return traceBlocks(input, { request, stage: TRACE_STAGES.length - 1 });
	},
	curve: curveBlocks,
	signals: signalsBlocks,
};

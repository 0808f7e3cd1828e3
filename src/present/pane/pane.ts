import { traceRequest } from '../../engine/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { TableModel } from '../../text/line.js';
import { changeLine, guardrailTable, leverTable, lossLine } from '../board/glance.js';
import type { LabInput } from '../board/lab-input.js';
import { filterSegments, segmentFilterLine } from '../board/segment-filter.js';
import { boardSegments, outcomeTable } from '../board/segments.js';
import { boardSummary } from '../board/summary.js';
import { actionLines, glanceVerdict, netLine, verdictSentences } from '../board/verdict-line.js';
import { confusionInputNotes } from '../confusion/notes.js';
import { confusionBoard, confusionInputs, confusionMatrix } from '../confusion/tables.js';
import { breakEvenBlock, rowReviewBlock } from '../cost/notes.js';
import { costCalls, costCheck, costOther } from '../cost/other-costs.js';
import { costLanes, costRows, costSegments } from '../cost/tables.js';
import { curveBlocks } from '../curve/pane.js';
import { ownBaselineName } from '../format/labels.js';
import { pressureBlocks } from '../pressure/pane.js';
import { signalsBlocks } from '../signals/pane.js';
import { traceBlocks } from '../trace/pane.js';
import { type Block, blockInputs } from './block.js';

export const PANES = ['board', 'cost', 'confusion', 'pressure', 'trace', 'curve', 'signals'] as const;
export type PaneId = (typeof PANES)[number];
export const PANE_TITLES: Readonly<Record<PaneId, string>> = {
	board: 'Board',
	cost: 'Cost',
	confusion: 'Confusion',
	pressure: 'Pressure',
	trace: 'Trace',
	curve: 'Curve',
	signals: 'Signals',
};

/**
 * Returns the pane on which a scenario opens: Cost if it has a cost table and no measured segments, otherwise Board.
 */
export const initialPane = ({ rows, segments }: Scenario): PaneId =>
	rows.length > 0 && segments.every(({ easyShare, observed }) => easyShare === null && observed === null)
		? 'cost'
		: 'board';

export interface PaneModel {
	readonly id: PaneId;
	readonly title: string;
	readonly blocks: readonly Block[];
}

const table = (model: TableModel, flexible = false): Block => ({ kind: 'table', table: model, flexible });
const SPACE: Block = { kind: 'space' };

/** What of a pane is shown. */
export interface PaneOptions {
	/** Path of the focused input, which only decides which row's review words are shown; null: none. */
	readonly focus?: string | null;
	/** Whether the pane shows all of its figures; by default, what one steers with and by. */
	readonly isDetailed?: boolean;
}

/** Returns the view model of a pane. */
export function paneModel(id: PaneId, input: LabInput, options: PaneOptions = {}): PaneModel {
	return { id, title: PANE_TITLES[id], blocks: blocks(id, input, options) };
}

function blocks(id: PaneId, input: LabInput, { focus = null, isDetailed = false }: PaneOptions): readonly Block[] {
	switch (id) {
		case 'board':
			if (!isDetailed) return glanceBlocks(input);
			return [
				...filterBlock(input),
				table(filterSegments(boardSegments(input), input), true),
				SPACE,
				verdictBlock(input),
				table(boardSummary(input)),
				{
					kind: 'spare',
					blocks: [SPACE, { kind: 'words', sentences: actionLines(input.outcome, input.scenario), lines: 0 }],
				},
			];
		case 'cost': {
			const lanes = [
				SPACE,
				table(costLanes(input)),
				breakEvenBlock(input),
				SPACE,
				table(costCalls(input)),
				table(costOther(input)),
				table(costCheck(input)),
			];
			if (input.scenario.rows.length === 0)
				return [...filterBlock(input), table(filterSegments(costSegments(input), input), true), ...lanes];
			return [table(costRows(input), true), rowReviewBlock(input, focus), ...lanes];
		}
		case 'confusion':
			return [
				...filterBlock(input),
				table(confusionBoard(input)),
				SPACE,
				table(filterSegments(confusionMatrix(input), input), true),
				SPACE,
				table(filterSegments(confusionInputs(input), input), true),
				SPACE,
				confusionInputNotes(input),
			];
		case 'pressure':
			return pressureBlocks(input);
		case 'trace': {
			const { seed, index, stage } = input.trace;
			return traceBlocks(input, { request: traceRequest(input.scenario, seed, index), stage });
		}
		case 'curve':
			return curveBlocks(input, isDetailed);
		case 'signals':
			return signalsBlocks(input, isDetailed);
	}
}

/** Returns the line of the segment filter; empty: no filter. */
function filterBlock(input: LabInput): readonly Block[] {
	const line = segmentFilterLine(input);
	return line ? [{ kind: 'words', sentences: [line], lines: 1, pinned: true }] : [];
}

/** Whether a pane lists the segments of a scenario, which a filter can narrow. */
export const listsSegments = (id: PaneId, { rows }: Scenario): boolean =>
	id === 'board' || id === 'confusion' || (id === 'cost' && rows.length === 0);

/** Segments from which on no window has room for a second table of them; laying it out would only take time. */
const MAX_SPLIT = 24;

/** Returns the Board at a glance: the verdict with its cause, what one turns, and what decides. */
function glanceBlocks(input: LabInput): readonly Block[] {
	const { outcome, scenario } = input;
	const baselineName = ownBaselineName(scenario);
	const loss = lossLine(input, baselineName);
	return [
		...filterBlock(input),
		glanceVerdictBlock(input),
		SPACE,
		table(filterSegments(leverTable(input), input), true),
		...(loss ? [{ kind: 'spare', blocks: [{ kind: 'words', sentences: [loss], lines: 1 }] } as const] : []),
		SPACE,
		table(guardrailTable(input)),
		SPACE,
		{ kind: 'words', sentences: [netLine(outcome, baselineName)], lines: 1 },
		{ kind: 'words', sentences: [changeLine(input)], lines: 2 },
		...(scenario.segments.length > MAX_SPLIT
			? []
			: [{ kind: 'spare', blocks: [SPACE, table(filterSegments(outcomeTable(input), input))] } as const]),
		{ kind: 'spare', blocks: [{ kind: 'words', sentences: actionLines(outcome, scenario), lines: 0 }] },
	];
}

/** Returns the verdict with what decided it, and what model spend did. */
export const glanceVerdictBlock = ({ outcome, scenario }: LabInput): Block => ({
	kind: 'words',
	sentences: glanceVerdict(outcome, scenario),
	lines: 2,
});

/** Returns the verdict, with the money and the guardrails below it. */
export const verdictBlock = ({ outcome, scenario }: LabInput): Block => ({
	kind: 'words',
	sentences: verdictSentences(outcome, scenario),
	lines: 3,
});

/** Returns the inputs of a pane as they are on screen: rows of paths, left to right. */
export const paneGrid = (id: PaneId, input: LabInput, isDetailed = false): readonly (readonly string[])[] =>
	blocks(id, input, { isDetailed }).flatMap(blockInputs);

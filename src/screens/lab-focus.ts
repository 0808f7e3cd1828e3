import { currentEntry } from '../board/lab.js';
import { inputAt, inputName } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { computeLab } from '../present/board/lab-input.js';
import type { SegmentFilter } from '../present/board/segment-filter.js';
import { type PaneId, paneGrid } from '../present/pane/pane.js';
import { type FocusGrid, resolveFocus } from './focus.js';
import { TRACE_SEED } from './lab-input.js';
import { memoLast } from './memo.js';
import { currentLab, type State } from './state.js';

/** Returns the path of the focused input; null: the pane has no inputs. */
export const labFocus = (state: State): string | null => resolveFocus(gridOf(state), state.focus[state.pane]);

/** Returns the name of the focused input's row, such as that of a segment; empty: the pane has no inputs. */
export function focusedRowName(state: State): string {
	const { scenario } = currentEntry(currentLab(state));
	const focus = labFocus(state);
	const input = focus === null ? null : inputAt(scenario, focus);
	return input ? inputName(scenario, input) : '';
}

/** Returns the inputs of a pane; `request`: the traced one, whose segment's inputs the Trace pane has. */
const paneInputs = memoLast(
	(
		pane: PaneId,
		scenario: Scenario,
		request: number,
		segmentFilter: SegmentFilter | null,
		isDetailed: boolean,
	): FocusGrid => {
		const trace = { seed: TRACE_SEED, index: request, stage: 0 };
		const computed = computeLab(scenario, null, null, { trace });
		return paneGrid(pane, segmentFilter ? { ...computed, segmentFilter } : computed, isDetailed);
	},
);

/** Returns the inputs of the open pane. */
export const gridOf = (state: State): FocusGrid =>
	paneInputs(
		state.pane,
		currentEntry(currentLab(state)).scenario,
		state.pane === 'trace' ? state.trace.index : 0,
		state.segmentFilter,
		state.isDetailed,
	);

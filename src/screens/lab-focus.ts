import { currentEntry } from '../board/lab.js';
import type { Scenario } from '../engine/scenario.js';
import { computeLab } from '../present/board/lab-input.js';
import { type PaneId, paneGrid } from '../present/pane/pane.js';
import { type FocusGrid, resolveFocus } from './focus.js';
import { TRACE_SEED } from './lab-input.js';
import { memoLast } from './memo.js';
import { currentLab, type State } from './state.js';

/** Returns the path of the focused input; null: the pane has no inputs. */
export const labFocus = (state: State): string | null => resolveFocus(gridOf(state), state.focus[state.pane]);

/** Returns the inputs of a pane; `request`: the traced one, whose segment's inputs the Trace pane has. */
const paneInputs = memoLast((pane: PaneId, scenario: Scenario, request: number, isDetailed: boolean): FocusGrid => {
	const trace = { seed: TRACE_SEED, index: request, stage: 0 };
	return paneGrid(pane, computeLab(scenario, null, null, { trace }), isDetailed);
});

/** Returns the inputs of the open pane. */
export const gridOf = (state: State): FocusGrid =>
	paneInputs(
		state.pane,
		currentEntry(currentLab(state)).scenario,
		state.pane === 'trace' ? state.trace.index : 0,
		state.isDetailed,
	);

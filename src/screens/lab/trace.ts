import { currentEntry } from '../../board/lab.js';
import { findRequest, type RequestFilter, TRACE_STAGES } from '../../engine/index.js';
import { clampIndex } from '../../text/list-window.js';
import { TRACE_SEED } from '../lab-input.js';
import { currentLab, type State } from '../state.js';
import { say } from '../state-changes.js';

const LAST_STAGE = TRACE_STAGES.length - 1;

/** Moves along the stages of a request, or goes to the next request of a kind. */
export function moveTrace(
	state: State,
	action: { readonly type: 'trace'; readonly to: RequestFilter } | { readonly type: 'stage'; readonly by: number },
): State {
	const { index, stage } = state.trace;
	if (action.type === 'stage')
		return { ...state, trace: { index, stage: clampIndex(TRACE_STAGES.length, stage + action.by) } };
	const { scenario } = currentEntry(currentLab(state));
	const found = findRequest(scenario, TRACE_SEED, index, action.to);
	if (!found) return say(state, NOT_FOUND[action.to]);
	// A request found by its kind is shown whole; any other starts at the first stage.
	return { ...state, trace: { index: found.index, stage: action.to === 'any' ? 0 : LAST_STAGE } };
}

const NOT_FOUND: Readonly<Record<RequestFilter, string>> = {
	any: 'no further request',
	silent: 'no request fails silently here, or it is not measured',
	repaired: 'no repairs here: raise a repair rate, or switch a check on',
};

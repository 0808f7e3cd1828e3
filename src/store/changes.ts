import type { Result } from '../engine/inputs/index.js';
import type { Lab } from './lab.js';
import { currentLab, type Notice, type State } from './state.js';

/** The state with the open scenario's lab replaced. */
export const withLab = (state: State, lab: Lab): State => ({
	...state,
	labs: { ...state.labs, [state.scenario]: lab },
});
/** Says something until the next key. */
export const say = (state: State, text: string, tone: Notice['tone'] = 'said'): State => ({
	...state,
	notice: { tone, text },
});

/** Takes an edit, or asks for a guess first. */
export function edited(state: State, result: Result<Lab>): State {
	if (!result.ok) return say(state, `${result.message}. ${result.help}`, 'refused');
	if (result.value === currentLab(state)) return state;
	return state.predict ? { ...state, pending: result.value, typing: '' } : withLab(state, result.value);
}

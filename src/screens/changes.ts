import { travel as alongHistory, type Lab, present } from '../board/lab.js';
import type { Result } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { ANSWER, type Editor, type EditorKind, edit, insert } from '../text/editor.js';
import type { Action } from './action.js';
import type { Env } from './screen.js';
import { currentLab, type Notice, type State } from './state.js';

/** Returns the state with the open scenario's lab replaced. */
export const withLab = (state: State, lab: Lab): State => ({
	...state,
	labs: { ...state.labs, [state.scenario]: lab },
});

/** Shows a notice until the next key. */
export const say = (state: State, text: string, tone: Notice['tone'] = 'said'): State => ({
	...state,
	notice: { tone, text },
});

/** Says that a text is full; `over`: how many characters of a paste were left out. */
const sayFull = (state: State, most: number, over: number): State =>
	over === 0
		? state
		: say(
				state,
				`at most ${most.toLocaleString('en-US')} characters fit here: the last ${over.toLocaleString('en-US')} were left out`,
				'refused',
			);

/** What keys do to a text that is being written. */
export type WritingAction = Extract<Action, { type: 'type' | 'erase' | 'edit-text' }>;

/** Applies a key to a text that is being written, and says what of a paste does not fit. */
export function writeInto(
	before: Editor,
	action: WritingAction,
	put: (editor: Editor) => State,
	kind: EditorKind = ANSWER,
): State {
	if (action.type !== 'type') return put(edit(before, action.type === 'erase' ? 'erase' : action.move));
	const { editor, over } = insert(before, action.text, kind);
	return sayFull(put(editor), kind.most, over);
}

/** Takes an edit of the board, or asks for a guess first. */
export function edited(state: State, result: Result<Lab>): State {
	if (!result.ok) return say(state, `${result.message}. ${result.help}`, 'refused');
	if (result.value === currentLab(state)) return state;
	return state.predict ? { ...state, pending: result.value, typing: '' } : withLab(state, result.value);
}

/** Undoes or redoes edits of the board, and says which. */
export function travel(state: State, by: number): State {
	const lab = currentLab(state);
	const there = alongHistory(lab, by);
	if (there === lab) return say(state, by < 0 ? 'nothing to undo' : 'nothing to redo');
	const did = by < 0 ? `undid: ${present(lab).did}` : `again: ${present(there).did}`;
	return say(withLab(state, there), did);
}

/** Opens a scenario; one that was open before comes back with its edits. */
export function openScenario(state: State, scenario: Scenario, env: Env): State {
	const { lab, pane, focus } = env.reopen(scenario);
	const labs = state.labs[scenario.id] ? state.labs : { ...state.labs, [scenario.id]: lab };
	return { ...state, scenario: scenario.id, labs, focus, pane };
}

/** Shows the terms that the glossary finds. */
export const withGlossary = (state: State, filter: string): State => ({
	...state,
	overlay: { kind: 'glossary', offset: 0, filter, finding: false },
});

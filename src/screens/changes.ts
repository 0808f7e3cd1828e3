import type { Lab } from '../board/lab.js';
import type { Result } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { ANSWER, type Editor, type EditorKind, edit, insert } from '../text/editor.js';
import type { Action } from './action.js';
import type { Surroundings } from './around.js';
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

/** Says that only so much of what was typed or pasted fits; `over`: how many characters did not. */
const sayFull = (state: State, most: number, over: number): State =>
	over === 0
		? state
		: say(
				state,
				`at most ${most.toLocaleString('en-US')} characters fit here: the last ${over.toLocaleString('en-US')} were left out`,
				'refused',
			);

/** What keys do to a text that is written. */
export type WritingAction = Extract<Action, { type: 'type' | 'erase' | 'edit-text' }>;

/** Does what a key does to a text that is written, and says what of a paste does not fit. */
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

/** Takes an edit, or asks for a guess first. */
export function edited(state: State, result: Result<Lab>): State {
	if (!result.ok) return say(state, `${result.message}. ${result.help}`, 'refused');
	if (result.value === currentLab(state)) return state;
	return state.predict ? { ...state, pending: result.value, typing: '' } : withLab(state, result.value);
}

/** Opens a scenario; one that was open before comes back with its edits. */
export function openScenario(state: State, scenario: Scenario, around: Surroundings): State {
	const { lab, pane, focus } = around.reopen(scenario);
	const labs = state.labs[scenario.id] ? state.labs : { ...state.labs, [scenario.id]: lab };
	return { ...state, scenario: scenario.id, labs, focus, pane };
}

/** Shows what the glossary finds. */
export const withGlossary = (state: State, filter: string): State => ({
	...state,
	overlay: { kind: 'glossary', offset: 0, most: 0, filter, finding: false },
});

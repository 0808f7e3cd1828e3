import { currentEntry, type Lab, moveInHistory as moveInLab } from '../board/lab.js';
import type { Result } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { ANSWER_LIMITS, applyEditCommand, type Editor, type EditorLimits, insertText } from '../text/editor.js';
import type { Action } from './action.js';
import { leftText } from './left-text.js';
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

/** Shows a notice if a text is full. `over`: how many characters of a paste were left out. */
const sayFull = (state: State, most: number, over: number): State =>
	over === 0
		? state
		: say(
				state,
				`at most ${most.toLocaleString('en-US')} characters fit here: the last ${over.toLocaleString('en-US')} were left out`,
				'refused',
			);

/** Actions on text being edited. */
export type TextAction = Extract<Action, { type: 'type' | 'erase' | 'edit-text' }>;

/**
 * Applies an action to text being edited, and shows a notice if a paste does not fit.
 *
 * @param put returns the state with the changed text
 */
export function editTypedText(
	before: Editor,
	action: TextAction,
	put: (editor: Editor) => State,
	limits: EditorLimits = ANSWER_LIMITS,
): State {
	if (action.type === 'edit-text') return put(applyEditCommand(before, action.move));
	if (action.type === 'erase') return put(applyEditCommand(before, action.all ? 'erase-before' : 'erase'));
	const { editor, over } = insertText(before, action.text, limits);
	return sayFull(put(editor), limits.maxLength, over);
}

/** Applies an edit of the board, or asks for a guess first. */
export function applyEdit(state: State, result: Result<Lab>): State {
	if (!result.ok) return say(state, `${result.message}. ${result.help}`, 'refused');
	if (result.value === currentLab(state)) return state;
	return state.guessedMetric ? { ...state, pendingEdit: result.value, typing: '' } : withLab(state, result.value);
}

/** Undoes or redoes edits of the board, and says which. */
export function undoOrRedo(state: State, by: number): State {
	const lab = currentLab(state);
	const moved = moveInLab(lab, by);
	if (moved === lab)
		return say(
			state,
			by < 0 ? 'nothing to undo: no earlier change is left' : 'nothing to redo: this is the latest change',
		);
	const did = by < 0 ? `took back: ${currentEntry(lab).description}` : `did again: ${currentEntry(moved).description}`;
	return say(withLab(state, moved), did);
}

/** Opens a scenario; one that was open before keeps its edits. */
export function openScenario(state: State, scenario: Scenario, env: Env): State {
	const { lab, pane, focus } = env.reopen(scenario);
	const labs = state.labs[scenario.id] ? state.labs : { ...state.labs, [scenario.id]: lab };
	const opened = { ...state, scenario: scenario.id, labs, focus, pane };
	const left = leftText(currentLab(opened));
	return left === null ? opened : say(opened, left);
}

/** Opens the glossary with a filter. */
export const openGlossary = (state: State, filter: string): State => ({
	...state,
	overlay: { kind: 'glossary', offset: 0, filter, finding: false, terms: [] },
});

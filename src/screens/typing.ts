import { enter, read, step } from '../board/edit.js';
import { present } from '../board/lab.js';
import { inputAt, isChoice } from '../engine/inputs/index.js';
import { editorOf, VALUE } from '../text/editor.js';
import { edited, say, type WritingAction, writeInto } from './changes.js';
import { currentLab, type State } from './state.js';

/** Starts or changes what is being typed for the focused input. */
export const typed = (state: State, action: WritingAction): State =>
	state.typing === null && action.type !== 'type'
		? state
		: writeInto(editorOf(state.typing ?? ''), action, ({ text }) => ({ ...state, typing: text }), VALUE);

/** Enter starts typing, or takes what was typed; an empty text changes nothing. */
export function entered(state: State, focus: string): State {
	if (state.typing === null) {
		const kind = inputAt(present(currentLab(state)).scenario, focus)?.kind;
		// What is on or off is switched, not typed.
		if (kind !== undefined && isChoice(kind)) return edited(state, step(currentLab(state), focus, 1));
		return { ...state, typing: '' };
	}
	if (state.typing.trim() === '') return { ...state, typing: null };
	const lab = currentLab(state);
	const reading = read(lab, focus, state.typing);
	// A refused text stays, so that it can be mended.
	if (!reading.ok) return say(state, `${reading.message}. ${reading.help}`, 'refused');
	const result = enter(lab, focus, reading.value);
	return edited(result.ok ? { ...state, typing: null } : state, result);
}

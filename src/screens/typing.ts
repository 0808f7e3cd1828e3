import { enter, read, step } from '../board/edit.js';
import { present } from '../board/lab.js';
import { inputAt, isChoice } from '../engine/inputs/index.js';
import { editorOf, FILTER, insert, VALUE, withoutLast } from '../text/editor.js';
import { edited, say, writtenInto } from './changes.js';
import { currentLab, type State } from './state.js';

/** Adds to what is being typed. */
export const typed = (state: State, more: string): State =>
	writtenInto(editorOf(state.typing ?? ''), more, ({ text }) => ({ ...state, typing: text }), VALUE);

/** Takes the last character of it back. */
export const eraseTyped = (state: State): State => ({
	...state,
	typing: state.typing === null ? null : withoutLast(state.typing),
});

/** Returns what narrows a list after a key: a character more, or one less. */
export const editFilter = (
	filter: string,
	action: { readonly type: 'type'; readonly text: string } | { readonly type: 'erase' },
): string => (action.type === 'type' ? insert(editorOf(filter), action.text, FILTER).editor.text : withoutLast(filter));

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

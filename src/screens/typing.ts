import { enter, read, step } from '../board/edit.js';
import { present } from '../board/lab.js';
import { inputAt, isChoice } from '../engine/inputs/index.js';
import { cut } from '../text/visible.js';
import { edited, say, sayFull } from './changes.js';
import { currentLab, type State } from './state.js';

/** Room for several people's guesses. */
const LONGEST_TEXT = 120;

/** Adds to what is being typed. */
export function typed(state: State, text: string): State {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: no key types one into a text
	const all = (state.typing ?? '') + text.replace(/[\u0000-\u001f\u007f]/g, '');
	const typing = cut(all, LONGEST_TEXT);
	return sayFull({ ...state, typing }, LONGEST_TEXT, all.length - typing.length);
}

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

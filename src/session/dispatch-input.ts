import { actionFor, isCharacter, isTyped } from '../app/keys/lookup.js';
import type { BoardStore } from '../app/store.js';
import type { Action } from '../screens/action.js';
import { isTooSmall, type Size } from '../screens/size.js';
import { modeOf } from '../screens/state.js';
import type { Input } from '../terminal/index.js';

/** More characters in one read are a paste, and where no text is typed a paste does nothing. */
const MOST_PRESSED = 1000;

/**
 * Dispatches the action that a key or a paste has in the present mode. A terminal that marks no pastes sends 1 MB as a
 * million keys: where text is typed, characters that came together are one text.
 *
 * @param at the first of the inputs that are meant
 * @returns how many of them were dealt with
 */
export function dispatchInput(store: BoardStore, inputs: readonly Input[], at: number, size: Size): number {
	const input = inputs[at];
	if (!input) return 1;
	const mode = modeOf(store.getState());
	const text = charactersFrom(inputs, at);
	const isText = text.length > 0 && isTyped(mode) && !isTooSmall(size);
	if (!isText && text.length > MOST_PRESSED) return text.length;
	const action = ((): Action | null => {
		if (isTooSmall(size)) return actionWhenTooSmall(input);
		if (isText) return { type: 'type', text: text.join('') };
		if (input.type === 'key') return actionFor(mode, input.name);
		// A paste is text where text is typed, all of it at once, and nothing else anywhere.
		return isTyped(mode) && input.text !== '' ? { type: 'type', text: input.text } : null;
	})();
	if (action) store.dispatch(action);
	return isText ? text.length : 1;
}

/** The characters from a place on that were pressed one after the other. */
function charactersFrom(inputs: readonly Input[], at: number): readonly string[] {
	const characters: string[] = [];
	for (let next = inputs[at]; next?.type === 'key' && isCharacter(next.name); next = inputs[at + characters.length])
		characters.push(next.name);
	return characters;
}

/** Actions that work while the window is too small to show anything. */
const WHEN_TOO_SMALL: readonly Action['type'][] = ['quit', 'suspend', 'redraw'];

function actionWhenTooSmall(input: Input): Action | null {
	const action = input.type === 'key' ? actionFor('lab', input.name) : null;
	return action && WHEN_TOO_SMALL.includes(action.type) ? action : null;
}

import { actionFor, isCharacter } from '../app/keys.js';
import { topLayer } from '../app/layers.js';
import type { BoardStore } from '../app/store.js';
import type { Input } from '../terminal/index.js';

/** A read with more characters than this is a paste; outside a text field it is ignored. */
const MAX_KEYS_PRESSED = 1000;

/**
 * Dispatches the action of a key or a paste in the top layer. A terminal without bracketed paste sends 1 MB as a
 * million keys, so in a text layer the characters of one read are one `type` action.
 *
 * @param at index of the first input to dispatch
 * @returns how many inputs were dispatched
 */
export function dispatchInput(store: BoardStore, inputs: readonly Input[], at: number): number {
	const input = inputs[at];
	if (!input) return 1;
	const state = store.getState();
	const text = input.type === 'paste' ? [input.text] : characterRun(inputs, at);
	const isText = text.length > 0 && topLayer(state, store.env).text === true;
	if (isText) {
		if (text.join('') !== '') store.dispatch({ type: 'type', text: text.join('') });
	} else if (input.type === 'key' && text.length <= MAX_KEYS_PRESSED) {
		const action = actionFor(input.name, state, store.env);
		if (action) store.dispatch(action);
		return 1;
	}
	return text.length;
}

/** Returns the run of characters that starts at an index; empty if the input there is no character. */
function characterRun(inputs: readonly Input[], at: number): readonly string[] {
	const characters: string[] = [];
	for (let next = inputs[at]; next?.type === 'key' && isCharacter(next.name); next = inputs[at + characters.length])
		characters.push(next.name);
	return characters;
}

import type { Action } from '../../screens/action.js';
import type { Mode } from '../../screens/state.js';
import { isTyped } from './lookup.js';

/** What a paste does: it is text where text is typed, all of it at once, and nothing else anywhere. */
export function pasteAction(mode: Mode, pasted: string): Action | null {
	if (!isTyped(mode) || pasted === '') return null;
	const text = pasted.replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
	// A paste comes in pieces: a blank at an end of one may stand between two words.
	return { type: 'type', text: mode === 'writing' ? text : text.replace(/\s+/g, ' ') };
}

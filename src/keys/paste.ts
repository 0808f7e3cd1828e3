import type { Action, Mode } from '../store/index.js';
import type { KeyEvent } from './key-name.js';
import { isTyped } from './lookup.js';

const BEGIN = '[200~';
const END = '[201~';

/** A piece of input that belongs to a paste. */
export interface Pasted {
	readonly text: string;
	/** More of it follows. */
	readonly going: boolean;
}

/**
 * The text of one input event that is part of a paste; null: it is not. The terminal marks where a paste begins and
 * ends, and a long one comes in pieces.
 *
 * @param going the last piece was not the end
 */
export function pastedText(input: string, key: KeyEvent, going: boolean): Pasted | null {
	if (!going && !input.includes(BEGIN)) return null;
	const text = key.return ? '\n' : key.tab ? '\t' : input;
	const ended = text.includes(END);
	return { text: text.replaceAll(BEGIN, '').replaceAll(END, '').replaceAll('\u001b', ''), going: !ended };
}

/** What a paste does: it is text where text is typed, all of it at once, and nothing else anywhere. */
export function pasteAction(mode: Mode, pasted: string): Action | null {
	if (!isTyped(mode) || pasted === '') return null;
	const text = pasted.replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
	return { type: 'type', text: mode === 'writing' ? text : text.replace(/\s+/g, ' ').trim() };
}

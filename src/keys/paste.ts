import type { Action, Mode } from '../store/index.js';
import type { KeyEvent } from './key-name.js';
import { isTyped } from './lookup.js';

const BEGIN = '[200~';
const END = '[201~';

/**
 * A paste that is not over: what its last piece ended with and may be the beginning of the mark that ends it, because
 * a mark too can come in pieces. null: there is none.
 */
export type PasteGoing = string | null;

/** A piece of input that belongs to a paste. */
export interface Pasted {
	readonly text: string;
	readonly going: PasteGoing;
}

/**
 * The text of one input event that is part of a paste; null: it is not. The terminal marks where a paste begins and
 * ends, and a long one comes in pieces. Ctrl-C is a key whatever is going on: a mark that never comes locks nobody in.
 *
 * @param before what the last piece left
 */
export function pastedText(input: string, key: KeyEvent, before: PasteGoing): Pasted | null {
	if (before === null && !input.includes(BEGIN)) return null;
	if (key.ctrl && input === 'c') return null;
	const piece = key.return ? '\n' : key.tab ? '\t' : ALONE.test(input) && !input.includes(END) ? '' : input;
	const text = `${before ?? ''}${piece}`
		.replace(SEQUENCE, (found) => (found.includes('~') ? found.slice(1) : ''))
		.replaceAll('\u001b', '')
		.replaceAll(BEGIN, '');
	const end = text.indexOf(END);
	if (end >= 0) return { text: text.slice(0, end) + text.slice(end + END.length), going: null };
	const held = BEGUN.exec(text)?.[0] ?? '';
	return { text: text.slice(0, text.length - held.length), going: held };
}

/** Colours and other sequences of a terminal's own, in a pasted log: with the character that starts them, or as an event of their own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control sequences are what this is about
const SEQUENCE = /\u001b\[[\d;:?]*[A-Za-z~]/g;
const ALONE = /^\[[\d;:?]+[A-Za-z]$/;

/** The beginning of the mark that ends a paste, at the end of a piece. */
const BEGUN = /\[(?:2(?:0(?:1)?)?)?$/;

/** What a paste does: it is text where text is typed, all of it at once, and nothing else anywhere. */
export function pasteAction(mode: Mode, pasted: string): Action | null {
	if (!isTyped(mode) || pasted === '') return null;
	const text = pasted.replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
	// A paste comes in pieces: a blank at an end of one may stand between two words.
	return { type: 'type', text: mode === 'writing' ? text : text.replace(/\s+/g, ' ') };
}

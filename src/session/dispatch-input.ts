import { actionFor, isCharacter } from '../app/keys.js';
import { topLayer } from '../app/layers.js';
import type { BoardStore } from '../app/store.js';
import type { Input } from '../terminal/index.js';

/** A read with more characters and line breaks than this is a paste; outside a text field it is ignored. */
const MAX_KEYS_PRESSED = 1000;

/**
 * Dispatches the action of a key or a paste in the top layer. A terminal without bracketed paste sends 1 MB as a
 * million keys, so in a text layer the characters of one read are one `type` action; the line breaks of a paste belong
 * to it, because each would act as Enter.
 *
 * @param at index of the first input to dispatch
 * @returns how many inputs were dispatched
 */
export function dispatchInput(store: BoardStore, inputs: readonly Input[], at: number): number {
	const input = inputs[at];
	if (!input) return 1;
	const state = store.getState();
	const text = input.type === 'paste' ? [input.text] : typedText(inputs, at);
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

export interface InputGate {
	/** Dispatches inputs as `dispatchInput` does; keeps them while the gate is not open. */
	handle(inputs: readonly Input[], at: number): number;
	/** Dispatches what was kept, and everything from now on. */
	open(): void;
	/** Drops what comes from now on. */
	close(): void;
}

/** Creates a gate that keeps the inputs of a start until the journal records what they change. */
export function createInputGate(store: BoardStore): InputGate {
	let state: 'shut' | 'open' | 'closed' = 'shut';
	const kept: Input[] = [];
	return {
		handle(inputs, at) {
			if (state === 'open') return dispatchInput(store, inputs, at);
			if (state === 'shut') kept.push(...inputs.slice(at));
			return inputs.length - at;
		},
		open() {
			state = 'open';
			for (let at = 0; at < kept.length && state === 'open'; ) at += dispatchInput(store, kept, at);
		},
		close() {
			state = 'closed';
		},
	};
}

/** Returns the text that starts at an index, one key each: a paste, or else a run of characters; empty if there is none. */
function typedText(inputs: readonly Input[], at: number): readonly string[] {
	const pasted = keyRun(inputs, at, (key) => LINE_KEYS[key] ?? (isCharacter(key) ? key : null));
	return pasted.length > MAX_KEYS_PRESSED ? pasted : keyRun(inputs, at, (key) => (isCharacter(key) ? key : null));
}

/** What the keys of a line mean in a paste. */
const LINE_KEYS: Readonly<Record<string, string>> = { enter: '\n', tab: '\t' };

/** Returns the text of each key from an index on, up to the first without text. */
function keyRun(inputs: readonly Input[], at: number, textOf: (key: string) => string | null): readonly string[] {
	const texts: string[] = [];
	for (let next = inputs[at]; next?.type === 'key'; next = inputs[at + texts.length]) {
		const text = textOf(next.name);
		if (text === null) break;
		texts.push(text);
	}
	return texts;
}

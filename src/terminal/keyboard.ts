import { createInputDecoder, type Input } from './input-decoder.js';

export interface Keyboard {
	/** Drops the rest of what was read, and a sequence that waits for its end. */
	reset(): void;
	/** Reads no more. An input that was decoded already is not handed on either. */
	close(): void;
}

/**
 * Takes what was pressed and pasted, from a place in what one read brought: a terminal that marks no pastes sends their
 * characters as keys, and only who knows what they mean can take them together.
 *
 * @returns how many it took
 */
export type OnInput = (inputs: readonly Input[], at: number) => number;

/** Nobody types so many bytes at once: they are a paste, and more of it follows. */
const MUCH = 1024;
const FOLLOWS_MS = 10;
/** Inputs that wait for the rest of a paste, at most. */
const MOST_WAITING = 2_000_000;

/** Reads the keyboard of a terminal, and hands on what is pressed and pasted, in order. */
export function readKeyboard(stdin: NodeJS.ReadStream, onInput: OnInput): Keyboard {
	const decoder = createInputDecoder();
	let timer: NodeJS.Timeout | undefined;
	let deciding: NodeJS.Immediate | undefined;
	let closed = false;
	/** Inputs of a paste that comes as keys, in several reads. */
	let waiting: Input[] = [];
	/** Counts resets. */
	let epoch = 0;

	function stopWaiting(): void {
		clearTimeout(timer);
		clearImmediate(deciding);
	}

	function handOn(inputs: readonly Input[]): void {
		const before = epoch;
		for (let at = 0; at < inputs.length; at += onInput(inputs, at)) if (closed || epoch !== before) return;
		const { waitMs } = decoder;
		if (!closed && waitMs !== null) decideIn(waitMs, () => decoder.flush());
	}

	/** A program that was busy comes to its timers first: what has arrived meanwhile is read before anything is decided. */
	function decideIn(ms: number, decide: () => readonly Input[]): void {
		timer = setTimeout(() => {
			deciding = setImmediate(() => handOn(decide()));
		}, ms);
	}

	function takeWaiting(): readonly Input[] {
		const taken = waiting;
		waiting = [];
		return taken;
	}

	function onData(bytes: Uint8Array): void {
		stopWaiting();
		for (const input of decoder.push(bytes)) waiting.push(input);
		const isHeld = bytes.length >= MUCH && waiting.length > 0 && waiting.length < MOST_WAITING;
		if (isHeld) decideIn(FOLLOWS_MS, takeWaiting);
		else handOn(takeWaiting());
	}

	stdin.on('data', onData);
	return {
		reset() {
			epoch++;
			stopWaiting();
			waiting = [];
			decoder.reset();
		},
		close() {
			closed = true;
			stopWaiting();
			stdin.off('data', onData);
			stdin.pause();
			stdin.unref();
		},
	};
}

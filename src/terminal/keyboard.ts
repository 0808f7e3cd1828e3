import { createInputDecoder, type Input } from './input-decoder.js';

export interface Keyboard {
	/** Drops the rest of what was read, and a sequence that waits for its end. */
	reset(): void;
	/** Reads no more. An input that was decoded already is not handed on either. */
	close(): void;
}

/** Reads the keyboard of a terminal, and hands on what is pressed and pasted, in order. */
export function readKeyboard(stdin: NodeJS.ReadStream, onInput: (input: Input) => void): Keyboard {
	const decoder = createInputDecoder();
	let timer: NodeJS.Timeout | undefined;
	let deciding: NodeJS.Immediate | undefined;
	let closed = false;
	/** Counts resets. */
	let epoch = 0;

	function stopWaiting(): void {
		clearTimeout(timer);
		clearImmediate(deciding);
	}

	function handOn(inputs: readonly Input[]): void {
		const before = epoch;
		for (const input of inputs) {
			if (closed || epoch !== before) return;
			onInput(input);
		}
		const { waitMs } = decoder;
		if (closed || waitMs === null) return;
		// A program that was busy comes to its timers first: what has arrived meanwhile is read before anything is decided.
		timer = setTimeout(() => {
			deciding = setImmediate(() => handOn(decoder.flush()));
		}, waitMs);
	}

	function onData(bytes: Uint8Array): void {
		stopWaiting();
		handOn(decoder.push(bytes));
	}

	stdin.on('data', onData);
	return {
		reset() {
			epoch++;
			stopWaiting();
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

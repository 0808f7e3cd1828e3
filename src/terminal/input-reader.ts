import { createInputDecoder, type Input, type InputDecoder } from './input-decoder.js';

export interface InputReader {
	/** Forgets the beginning of a sequence that waits for its end. */
	reset(): void;
	/** Reads no more; an input that was decoded already is not handed on either. */
	close(): void;
}

/** Reads a terminal and hands on what was pressed and pasted, in order. */
export function readInput(
	stdin: NodeJS.ReadStream,
	onInput: (input: Input) => void,
	decoder: InputDecoder = createInputDecoder(),
): InputReader {
	let timer: NodeJS.Timeout | undefined;
	let deciding: NodeJS.Immediate | undefined;
	let closed = false;

	function stopWaiting(): void {
		clearTimeout(timer);
		clearImmediate(deciding);
	}

	function handOn(inputs: readonly Input[]): void {
		for (const input of inputs) if (!closed) onInput(input);
		const { patience } = decoder;
		if (closed || patience === null) return;
		// A program that was busy comes to its timers first: what has arrived meanwhile is read before anything is decided.
		timer = setTimeout(() => {
			deciding = setImmediate(() => handOn(decoder.flush()));
		}, patience);
	}

	function onData(bytes: Uint8Array): void {
		stopWaiting();
		handOn(decoder.push(bytes));
	}

	stdin.on('data', onData);
	return {
		reset() {
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

import type { Background } from './background.js';
import { createInputDecoder, type Input } from './input-decoder.js';

export interface Keyboard {
	/** Drops pending inputs and an incomplete sequence. */
	reset(): void;
	/** Stops reading. Inputs that are already decoded are dropped. */
	close(): void;
}

/**
 * Handles inputs of one read, starting at an index. May handle several at once: a terminal without bracketed paste
 * sends a paste as single keys, and only the handler knows which belong together.
 *
 * @returns the number of inputs handled
 */
export type InputHandler = (inputs: readonly Input[], at: number) => number;

/** Bytes in one read that can only be a paste, of which more follows. */
const PASTE_BYTES = 1024;
const PASTE_WAIT_MS = 10;
/** Maximum number of inputs kept while waiting for the rest of a paste. */
const MAX_PENDING = 2_000_000;

/**
 * Reads the keyboard of a terminal, and passes keys and pastes on in order.
 *
 * @param onBackground receives the terminal's reply about its background, which comes between the keys
 */
export function readKeyboard(
	stdin: NodeJS.ReadStream,
	onInput: InputHandler,
	onBackground?: (background: Background) => void,
): Keyboard {
	const decoder = createInputDecoder(onBackground);
	let timer: NodeJS.Timeout | undefined;
	let immediate: NodeJS.Immediate | undefined;
	let isClosed = false;
	/** Inputs of a paste sent as keys in several reads. */
	let pending: Input[] = [];
	/** Number of resets. */
	let resets = 0;

	function cancelTimers(): void {
		clearTimeout(timer);
		clearImmediate(immediate);
	}

	function deliver(inputs: readonly Input[]): void {
		const before = resets;
		for (let at = 0; at < inputs.length; at += onInput(inputs, at)) if (isClosed || resets !== before) return;
		const { waitMs } = decoder;
		if (!isClosed && waitMs !== null) scheduleDecision(waitMs, () => decoder.flush());
	}

	/** Schedules a decision. After a busy phase timers run before input; `setImmediate` lets arrived input go first. */
	function scheduleDecision(ms: number, decide: () => readonly Input[]): void {
		timer = setTimeout(() => {
			immediate = setImmediate(() => deliver(decide()));
		}, ms);
	}

	function takePending(): readonly Input[] {
		const taken = pending;
		pending = [];
		return taken;
	}

	function onData(bytes: Uint8Array): void {
		cancelTimers();
		for (const input of decoder.push(bytes)) pending.push(input);
		const isHeld = bytes.length >= PASTE_BYTES && pending.length > 0 && pending.length < MAX_PENDING;
		if (isHeld) scheduleDecision(PASTE_WAIT_MS, takePending);
		else deliver(takePending());
	}

	stdin.on('data', onData);
	return {
		reset() {
			resets++;
			cancelTimers();
			pending = [];
			decoder.reset();
		},
		close() {
			isClosed = true;
			cancelTimers();
			stdin.off('data', onData);
			stdin.pause();
			stdin.unref();
		},
	};
}

import { EventEmitter } from 'node:events';
import type { Host } from '../../src/terminal/host.js';
import type { Input } from '../../src/terminal/input-decoder.js';
import type { InputHandler } from '../../src/terminal/keyboard.js';

/** Returns a handler that takes inputs one by one. */
export const eachInput =
	(onInput: (input: Input) => void): InputHandler =>
	(inputs, at) => {
		onInput(inputs[at] as Input);
		return 1;
	};

/** Fake output terminal that records what was written. */
export class FakeOutput extends EventEmitter {
	readonly isTTY = true;
	columns = 20;
	rows = 4;
	sent = '';
	/** Replaces Node's reading of the terminal size. */
	measure = (): void => {};

	_refreshSize(): void {
		this.measure();
	}

	write(text: string, done?: () => void): boolean {
		this.sent += text;
		done?.();
		return true;
	}

	/** Returns the text sent since the last call. */
	take(): string {
		const { sent } = this;
		this.sent = '';
		return sent;
	}

	get stream(): NodeJS.WriteStream {
		return this as unknown as NodeJS.WriteStream;
	}
}

export class FakeInput extends EventEmitter {
	readonly isTTY = true;
	isRaw = false;
	readonly rawModes: boolean[] = [];

	setRawMode(raw: boolean): void {
		this.isRaw = raw;
		this.rawModes.push(raw);
	}

	pause(): void {}
	unref(): void {}

	get stream(): NodeJS.ReadStream {
		return this as unknown as NodeJS.ReadStream;
	}
}

export class ExitError extends Error {}

/** Fake process that records how it ended. */
export class FakeHost extends EventEmitter {
	readonly pid = 42;
	code: number | undefined;
	readonly killed: unknown[] = [];

	exit(code: number): never {
		this.code = code;
		throw new ExitError();
	}

	kill(...to: unknown[]): void {
		this.killed.push(to);
	}

	/** Emits a signal or event that leads to an exit, and returns the exit code. */
	end(event: string, ...values: unknown[]): number | undefined {
		try {
			this.emit(event, ...values);
		} catch (error) {
			if (!(error instanceof ExitError)) throw error;
		}
		return this.code;
	}

	get process(): Host {
		return this as unknown as Host;
	}
}

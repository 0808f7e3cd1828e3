/** A step of a run. Plain data, so that a failure can be printed and replayed. */
export type Step =
	/**
	 * Bytes from the keyboard, one per character. `more`: the next bytes follow at once, so an open sequence stays open.
	 */
	| { readonly bytes: string; readonly times?: number; readonly more?: true }
	/** The terminal is resized. */
	| { readonly size: readonly [columns: number, rows: number] }
	/** Seconds pass. */
	| { readonly seconds: number }
	/** Another program changes the worksheets, replaces their folder by a file, or restores the folder. */
	| { readonly files: 'change' | 'block' | 'free' }
	/** The program ends if it runs, and starts again. `start`: index of the start. */
	| { readonly start: number };

export const bytesOf = ({ bytes, times = 1 }: Extract<Step, { bytes: string }>): Buffer =>
	Buffer.from(bytes.repeat(times), 'latin1');

/** Returns the bytes that a terminal sends for a text, one per character. */
export const typed = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Returns steps as one line of printable characters without single quotes, to be quoted in a shell. */
export const spellSteps = (steps: readonly Step[]): string =>
	JSON.stringify(steps).replace(/[^ -&(-~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

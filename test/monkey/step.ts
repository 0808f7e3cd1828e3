/** One thing that happens to the program. Plain data, so that a failure can be printed and replayed. */
export type Step =
	/** Bytes from the keyboard, a character each; `more`: what follows comes in the next moment, so nothing is decided yet. */
	| { readonly bytes: string; readonly times?: number; readonly more?: true }
	| { readonly size: readonly [columns: number, rows: number] }
	/** Seconds pass. */
	| { readonly seconds: number }
	/** Another program changes the worksheets, or puts a file where their folder was, or that folder back. */
	| { readonly files: 'change' | 'block' | 'free' }
	/** The program is ended if it runs, and started at a place. */
	| { readonly start: number };

export const bytesOf = ({ bytes, times = 1 }: Extract<Step, { bytes: string }>): Buffer =>
	Buffer.from(bytes.repeat(times), 'latin1');

/** A text as the bytes that a terminal sends for it. */
export const typed = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Steps on one line, of printable characters without a quote, as a shell takes it between quotes. */
export const spellSteps = (steps: readonly Step[]): string =>
	JSON.stringify(steps).replace(/[^ -&(-~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

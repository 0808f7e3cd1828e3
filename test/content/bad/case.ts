/** A file that must be refused, and how. */
export interface Case {
	readonly what: string;
	readonly file: string | Uint8Array;
	/** Line and column. */
	readonly at: string;
	/** The text above the caret; empty for a problem of the whole file. */
	readonly mark: string;
	readonly message: RegExp;
	readonly help: RegExp;
}

export const bad = (
	what: string,
	file: string | Uint8Array,
	at: string,
	mark: string,
	message: RegExp,
	help: RegExp,
): Case => ({ what, file, at, mark, message, help });

/** A file that must be refused, and the expected problem. */
export interface Case {
	readonly what: string;
	readonly file: string | Uint8Array;
	/** Line and column: `12:5`. */
	readonly at: string;
	/** The text marked by the caret; empty for a problem of the whole file. */
	readonly mark: string;
	readonly message: RegExp;
	readonly help: RegExp;
}

export const badFile = (
	what: string,
	file: string | Uint8Array,
	at: string,
	mark: string,
	message: RegExp,
	help: RegExp,
): Case => ({ what, file, at, mark, message, help });

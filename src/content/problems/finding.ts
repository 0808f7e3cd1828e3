/** A problem as the checks find it: a span of the text (UTF-16 units), not yet a place in a file. */
export interface Finding {
	readonly start: number;
	readonly end: number;
	readonly message: string;
	readonly help: string;
}

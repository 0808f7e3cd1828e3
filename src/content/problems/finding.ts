/** A problem as the checks report it, at a span of the text (UTF-16 units) instead of a line and column. */
export interface Finding {
	readonly start: number;
	readonly end: number;
	readonly message: string;
	readonly help: string;
}

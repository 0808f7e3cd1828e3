/** Start and end in the text, in UTF-16 units. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A plain value that knows where each of its parts was written. */
export interface Tree extends Span {
	readonly value: unknown;
	/** A single value that YAML reads as something other than text, as it is written: `1e3`, `007`, `True`. */
	readonly written: string | null;
	/** How many values it holds, aliases counted as what they stand for. */
	readonly size: number;
	/** Set where the value is a group of fields. */
	readonly fields: ReadonlyMap<string, Field> | null;
	/** Set where the value is a list. */
	readonly items: readonly Tree[] | null;
}

export interface Field {
	/** Where its name stands. */
	readonly key: Span;
	readonly tree: Tree;
}

export function leaf(span: Span, value: unknown, written: string | null = null): Tree {
	return { ...span, value, written, size: 1, fields: null, items: null };
}

/**
 * What one file may ask of the parser. A scenario nests six deep and holds a few thousand tokens; what goes
 * far beyond is a mistake or an attack, and would take seconds or the call stack.
 */
export const LIMITS = {
	/** Collections inside each other. */
	depth: 32,
	/** Tokens as the lexer cuts them, punctuation and spaces included. */
	tokens: 250_000,
	/** UTF-16 units in one token: the longest text. */
	tokenLength: 65_536,
	/** Aliases (`*name`) in a file. */
	aliases: 100,
	/** Values that the aliases stand for, counted as often as they are repeated. */
	aliased: 10_000,
	/** Syntax errors of the lexer, after which reading stops. */
	errors: 20,
} as const;

/** Start and end in the text, in UTF-16 units. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A plain value with the source span of each of its parts. */
export interface Tree extends Span {
	readonly value: unknown;
	/** Source text of a scalar that YAML reads as something other than text: `1e3`, `007`, `True`. */
	readonly written: string | null;
	/** Number of values in it, with aliases expanded. */
	readonly size: number;
	/** null: the value is not a group of fields. */
	readonly fields: ReadonlyMap<string, Field> | null;
	/** null: the value is not a list. */
	readonly items: readonly Tree[] | null;
}

export interface Field {
	/** Span of its name. */
	readonly key: Span;
	readonly tree: Tree;
}

export function leaf(span: Span, value: unknown, written: string | null = null): Tree {
	return { ...span, value, written, size: 1, fields: null, items: null };
}

/**
 * Limits of one file. A scenario nests six deep and has a few thousand tokens; far more is a mistake or an attack, and
 * would take seconds or overflow the call stack.
 */
export const LIMITS = {
	/** Nested collections. */
	depth: 32,
	/** Tokens of the lexer, including punctuation and spaces. */
	tokens: 250_000,
	/** UTF-16 units in one token, and so in one text. */
	tokenLength: 65_536,
	/** Aliases (`*name`) in a file. */
	aliases: 100,
	/** Values that the aliases expand to, in total. */
	aliased: 10_000,
	/** Syntax errors after which reading stops. */
	errors: 20,
} as const;

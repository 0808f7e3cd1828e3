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

import { type CST, Lexer, Parser } from 'yaml';
import type { Finding } from '../problems/finding.js';
import { formatGrouped } from '../problems/unsafe-text.js';
import { LIMITS } from './tree.js';

/** The tokens of a file, and the finding if it exceeds the limits. */
export interface Tokens {
	readonly tokens: readonly CST.Token[];
	readonly refused: Finding | null;
}

/**
 * Lexes and parses without recursion, within `LIMITS`. The next step (composing nodes) is recursive and must not get a
 * deeper tree than they allow.
 */
export function tokenize(text: string): Tokens {
	const parser = new Parser();
	const tokens: CST.Token[] = [];
	let count = 0;
	let errors = 0;
	let documents = 0;
	for (const lexeme of new Lexer().lex(text)) {
		const at = parser.offset;
		for (const token of parser.next(lexeme)) {
			tokens.push(token);
			if (token.type === 'error') errors += 1;
			if (token.type === 'document') documents += 1;
		}
		count += 1;
		const refused = checkLimits(at, lexeme, count, parser.stack.length);
		if (refused) return { tokens, refused };
		// A second document is reported anyway, so what follows it does not matter.
		if (errors >= LIMITS.errors || documents > 1) return { tokens, refused: null };
	}
	tokens.push(...parser.end());
	return { tokens, refused: null };
}

function checkLimits(start: number, lexeme: string, count: number, depth: number): Finding | null {
	// Besides the collections, the stack contains the document and the scalar being read.
	if (depth > LIMITS.depth + 2)
		return {
			start,
			end: start + 1,
			message: `lists and groups are nested more than ${LIMITS.depth} deep here`,
			help: 'A scenario nests six deep at most. Look for brackets or dashes that are never closed.',
		};
	if (lexeme.length > LIMITS.tokenLength)
		return {
			start,
			end: start + 1,
			message: `one text is ${formatGrouped(lexeme.length)} characters long, where at most ${formatGrouped(LIMITS.tokenLength)} are read`,
			help: 'Shorten it, or look for a quote that is never closed.',
		};
	if (count > LIMITS.tokens)
		return {
			start,
			end: start + 1,
			message: `the file holds more than ${formatGrouped(LIMITS.tokens)} pieces of YAML`,
			help: 'A scenario holds a few segments, not a log: keep the summary figures and leave the raw rows out.',
		};
	return null;
}

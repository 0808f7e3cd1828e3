import { type Document, type ErrorCode, type Scalar, visit, type YAMLError } from 'yaml';
import type { Finding } from '../problems/finding.js';

/** Turns a syntax error into a finding. */
export function syntaxFinding({ code, message, pos }: YAMLError, document: Document.Parsed): Finding {
	const [start, end] = pos;
	const quote = /^Missing closing .quote/.test(message) ? openingQuote(document, start) : null;
	if (quote !== null)
		return {
			start: quote,
			end: quote + 1,
			message: 'this quote is never closed',
			help: 'Close it where the text ends.',
		};
	if (code === 'NON_STRING_KEY')
		return {
			start,
			end,
			message: 'a field name is not plain text',
			help: 'Write the name itself, such as routedSmall.',
		};
	const reason = message.charAt(0).toLowerCase() + message.slice(1);
	return { start, end, message: `this is not valid YAML: ${reason}`, help: helpFor(code, message) };
}

/** Finds the quote that opens an unclosed text: the parser reports where the text ends. */
function openingQuote(document: Document.Parsed, end: number): number | null {
	let opening: number | null = null;
	visit(document, {
		Scalar(_, { range, type }: Scalar) {
			if (range && type?.startsWith('QUOTE') && range[0] < end && range[1] >= end) opening = range[0];
		},
	});
	return opening;
}

function helpFor(code: ErrorCode, message: string): string {
	if (/end with a [}\]]/.test(message)) return 'Close the bracket that opens before this.';
	if (/indicator$/.test(message)) return INDENT;
	if (/need to be followed by map values/.test(message)) return 'Put a colon and a space after the name.';
	return HELP[code] ?? 'Compare its indentation, quotes and colons with a scenario that works, such as week-31.';
}

/** Help for `share:0.3`. */
export const SPACE_AFTER_COLON = 'Put a space after the colon.';
export const INDENT = 'Give all fields of one group the same number of spaces in front.';
const QUOTE_IT = 'If this is text, put it in quotes: a colon with a space after it starts a value.';

const HELP: Partial<Record<ErrorCode, string>> = {
	TAB_AS_INDENT: 'Indent with spaces; YAML does not allow tabs there.',
	BAD_INDENT: INDENT,
	BAD_DQ_ESCAPE: 'Inside double quotes a backslash starts an escape: write two of them, or use single quotes.',
	MISSING_CHAR: 'Close every quote and bracket, and put a space after each colon.',
	BLOCK_AS_IMPLICIT_KEY: QUOTE_IT,
	MULTILINE_IMPLICIT_KEY: QUOTE_IT,
	BAD_SCALAR_START: 'Put the text in quotes.',
	TAG_RESOLVE_FAILED: 'Delete the tag (the word that starts with !): values are plain text and numbers.',
	BAD_DIRECTIVE: 'Delete the line that starts with %.',
};

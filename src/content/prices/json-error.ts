import type { Finding } from '../problems/finding.js';
import { skipBlanks, tokenAt } from './json-tokens.js';

/** The token expected next; `first …`: right after an opening bracket, where the closing one is allowed too. */
type Expected = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'end';
type Bracket = '{' | '[';

/**
 * Finds where a text that `JSON.parse` refuses stops being JSON; the parser's own messages do not always have a place.
 * Reads token by token without recursion, so that nesting depth does not matter.
 */
export function findJsonError(text: string): Finding {
	const openBrackets: Bracket[] = [];
	let expected: Expected = 'value';
	let at = skipBlanks(text, 0);
	for (;;) {
		const token = tokenAt(text, at);
		const next: Expected | null = token === null ? null : expectedAfter(token, expected, openBrackets);
		if (token === null || next === null)
			return toFinding(text, at, EXPECTED_WORDS[expected](openBrackets.at(-1)), token);
		expected = next;
		at = skipBlanks(text, at + token.length);
	}
}

/** Returns what may follow a token; null: the token is not allowed here. */
function expectedAfter(token: string, expected: Expected, openBrackets: Bracket[]): Expected | null {
	const isValue = expected === 'value' || expected === 'first value';
	switch (token) {
		case '{':
		case '[':
			if (!isValue) return null;
			openBrackets.push(token);
			return token === '{' ? 'first name' : 'first value';
		case '}':
		case ']':
			return closeBracket(token, expected, openBrackets) ? afterValue(openBrackets) : null;
		case ',':
			if (expected !== 'comma') return null;
			return openBrackets.at(-1) === '{' ? 'name' : 'value';
		case ':':
			return expected === 'colon' ? 'value' : null;
		default:
			if (isValue) return afterValue(openBrackets);
			return /name/.test(expected) && token.startsWith('"') ? 'colon' : null;
	}
}

function closeBracket(token: '}' | ']', expected: Expected, openBrackets: Bracket[]): boolean {
	if (expected !== 'comma' && expected !== (token === '}' ? 'first name' : 'first value')) return false;
	if (openBrackets.at(-1) !== (token === '}' ? '{' : '[')) return false;
	openBrackets.pop();
	return true;
}

const afterValue = (openBrackets: readonly Bracket[]): Expected => (openBrackets.length === 0 ? 'end' : 'comma');

const EXPECTED_WORDS: Readonly<Record<Expected, (within: Bracket | undefined) => string>> = {
	value: () => 'a value',
	'first value': () => 'a value or ]',
	name: () => 'a name in double quotes',
	'first name': () => 'a name in double quotes or }',
	colon: () => 'a colon',
	comma: (within) => `a comma or ${within === '{' ? '}' : ']'}`,
	end: () => 'nothing more',
};

function toFinding(text: string, at: number, expected: string, token: string | null): Finding {
	const span = { start: at, end: at + Math.max(1, Math.min(token?.length ?? 1, 40)) };
	const atSpan = (message: string, help: string): Finding => ({
		...span,
		message: `this is not valid JSON: ${message}`,
		help,
	});
	if (at >= text.length) return atSpan(`it ends too early; expected ${expected}`, 'Fetch it again: a part is missing.');
	if (token === null && text[at] === '"')
		return atSpan(
			'this text does not end on its line, or has an unknown escape',
			'Close the quote; double a backslash.',
		);
	return atSpan(
		`this does not belong here; expected ${expected}`,
		HELP[text[at] ?? ''] ?? 'Mend it, or fetch it again.',
	);
}

const HELP: Readonly<Record<string, string>> = {
	'/': 'Delete the comment: JSON has none.',
	'#': 'Delete the comment: JSON has none.',
	"'": 'Use double quotes.',
	'}': 'Delete the comma in front of it, or close what is open first.',
	']': 'Delete the comma in front of it, or close what is open first.',
};

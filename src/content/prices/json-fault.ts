import type { Finding } from '../problems/finding.js';
import { afterBlanks, pieceAt } from './json-pieces.js';

/** What may come next: `first` is what comes after an opening bracket, which may be closed at once. */
type Expected = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'end';
type Bracket = '{' | '[';

/**
 * Where a text stops being JSON, for one that `JSON.parse` refuses: its own messages have a place only now and then.
 * It reads piece by piece without recursion, so that depth is no matter.
 */
export function jsonFault(text: string): Finding {
	const open: Bracket[] = [];
	let expected: Expected = 'value';
	let at = afterBlanks(text, 0);
	for (;;) {
		const piece = pieceAt(text, at);
		const next: Expected | null = piece === null ? null : after(piece, expected, open);
		if (piece === null || next === null) return finding(text, at, WANTED[expected](open.at(-1)), piece);
		expected = next;
		at = afterBlanks(text, at + piece.length);
	}
}

/** What may follow a piece; null: it does not belong here. */
function after(piece: string, expected: Expected, open: Bracket[]): Expected | null {
	const isValue = expected === 'value' || expected === 'first value';
	switch (piece) {
		case '{':
		case '[':
			if (!isValue) return null;
			open.push(piece);
			return piece === '{' ? 'first name' : 'first value';
		case '}':
		case ']':
			return closes(piece, expected, open) ? afterValue(open) : null;
		case ',':
			if (expected !== 'comma') return null;
			return open.at(-1) === '{' ? 'name' : 'value';
		case ':':
			return expected === 'colon' ? 'value' : null;
		default:
			if (isValue) return afterValue(open);
			return /name/.test(expected) && piece.startsWith('"') ? 'colon' : null;
	}
}

function closes(piece: '}' | ']', expected: Expected, open: Bracket[]): boolean {
	if (expected !== 'comma' && expected !== (piece === '}' ? 'first name' : 'first value')) return false;
	if (open.at(-1) !== (piece === '}' ? '{' : '[')) return false;
	open.pop();
	return true;
}

const afterValue = (open: readonly Bracket[]): Expected => (open.length === 0 ? 'end' : 'comma');

const WANTED: Readonly<Record<Expected, (within: Bracket | undefined) => string>> = {
	value: () => 'a value',
	'first value': () => 'a value or ]',
	name: () => 'a name in double quotes',
	'first name': () => 'a name in double quotes or }',
	colon: () => 'a colon',
	comma: (within) => `a comma or ${within === '{' ? '}' : ']'}`,
	end: () => 'nothing more',
};

function finding(text: string, at: number, wanted: string, piece: string | null): Finding {
	const span = { start: at, end: at + Math.max(1, Math.min(piece?.length ?? 1, 40)) };
	const found = (message: string, help: string): Finding => ({
		...span,
		message: `this is not valid JSON: ${message}`,
		help,
	});
	if (at >= text.length) return found(`it ends too early; expected ${wanted}`, 'Fetch it again: a part is missing.');
	if (piece === null && text[at] === '"')
		return found(
			'this text does not end on its line, or has an unknown escape',
			'Close the quote; double a backslash.',
		);
	return found(`this does not belong here; expected ${wanted}`, HELP[text[at] ?? ''] ?? 'Mend it, or fetch it again.');
}

const HELP: Readonly<Record<string, string>> = {
	'/': 'Delete the comment: JSON has none.',
	'#': 'Delete the comment: JSON has none.',
	"'": 'Use double quotes.',
	'}': 'Delete the comma in front of it, or close what is open first.',
	']': 'Delete the comma in front of it, or close what is open first.',
};

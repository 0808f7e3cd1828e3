const BLANKS = /[ \t\n\r]*/y;
const MARK = /[{}[\],:]/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /(?:true|false|null)(?!\w)/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a text
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where what follows the blanks at `at` begins. */
export const afterBlanks = (text: string, at: number): number => end(BLANKS, text, at) ?? at;

/** A bracket, comma, colon, text, number or word of JSON that begins at `at`; null: there is none. */
export function pieceAt(text: string, at: number): string | null {
	const to =
		text[at] === '"' ? textEnd(text, at) : (end(MARK, text, at) ?? end(NUMBER, text, at) ?? end(WORD, text, at));
	return to === null ? null : text.slice(at, to);
}

// Run by run: one expression for a whole text would run out of stack on a long one.
function textEnd(text: string, from: number): number | null {
	let at = from + 1;
	for (;;) {
		at = end(PLAIN, text, at) ?? at;
		if (text[at] === '"') return at + 1;
		const escaped = end(ESCAPE, text, at);
		if (escaped === null) return null;
		at = escaped;
	}
}

function end(pattern: RegExp, text: string, at: number): number | null {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : null;
}

const BLANKS = /[ \t\n\r]*/y;
const MARK = /[{}[\],:]/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /(?:true|false|null)(?!\w)/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a text
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Returns the offset of the first character after the white space at `at`. */
export const skipBlanks = (text: string, at: number): number => matchEnd(BLANKS, text, at) ?? at;

/** Returns the JSON token (bracket, comma, colon, string, number or word) that starts at `at`; null: there is none. */
export function tokenAt(text: string, at: number): string | null {
	const to =
		text[at] === '"'
			? stringEnd(text, at)
			: (matchEnd(MARK, text, at) ?? matchEnd(NUMBER, text, at) ?? matchEnd(WORD, text, at));
	return to === null ? null : text.slice(at, to);
}

// Matches run by run: one regular expression for a whole string would overflow the stack on a long one.
function stringEnd(text: string, from: number): number | null {
	let at = from + 1;
	for (;;) {
		at = matchEnd(PLAIN, text, at) ?? at;
		if (text[at] === '"') return at + 1;
		const escaped = matchEnd(ESCAPE, text, at);
		if (escaped === null) return null;
		at = escaped;
	}
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : null;
}

/**
 * Returns whether a text is safe to print: no control characters except line feeds, nothing that reorders or hides
 * text.
 */
export function isSafeToPrint(text: string): boolean {
	return [...text].every((character) => {
		const code = character.codePointAt(0) ?? 0;
		if (code === 0x0a) return true;
		if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return false;
		if (code >= 0xd800 && code <= 0xdfff) return false;
		return !(code >= 0x202a && code <= 0x202e) && !(code >= 0x2066 && code <= 0x2069) && !(code >> 1 === 0x1014);
	});
}

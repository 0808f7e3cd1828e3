import type { Env } from '../screens/screen.js';
import type { ParseMarkdown, ProseBlock } from '../text/prose.js';

/**
 * Parses Markdown with a parser that is loaded on first use.
 *
 * @param onLoaded called once, when the parser is loaded; until then texts are returned as null
 */
export function createLazyMarkdown(onLoaded: () => void): Env['markdown'] {
	let parse: ParseMarkdown | null = null;
	let loading = false;
	// Every key press asks for the same text again.
	const parsed = new Map<string, readonly ProseBlock[]>();
	return (text) => {
		if (!loading)
			void import('../app/markdown.js').then(({ parseProse }) => {
				parse = parseProse;
				onLoaded();
			});
		loading = true;
		const blocks = parsed.get(text) ?? parse?.(text) ?? null;
		if (blocks) parsed.set(text, blocks);
		return blocks;
	};
}

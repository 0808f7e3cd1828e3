import { isPlain } from './plain-text.js';

type StringWidth = typeof import('string-width').default;

// `require` runs the bundled module on first use only: its regular expressions and segmenter take 50 ms.
const exact: StringWidth = (text, options) =>
	(require('string-width') as { readonly default: StringWidth }).default(text, options);

// biome-ignore lint/suspicious/noControlCharactersInRegex: matches colour escapes
const COLOURS = /\u001B\[[\d;]*m/g;

/** Returns the width of a text as `string-width` (8) does, with a fast path for texts that need no Unicode tables. */
export default function stringWidth(...[text, options]: Parameters<StringWidth>): number {
	if (typeof text !== 'string' || text === '') return 0;
	const visible = text.includes('\u001B') ? text.replace(COLOURS, '') : text;
	if (options !== undefined || !isPlain(visible)) return exact(text, options);
	let columns = 0;
	for (let i = 0; i < visible.length; i++) {
		const unit = visible.charCodeAt(i);
		// An escape sequence other than a colour, or a C1 control.
		if (unit === 0x1b || (unit >= 0x80 && unit < 0xa0)) return exact(text);
		if (unit >= 0x20 && unit !== 0x7f) columns++;
	}
	return columns;
}

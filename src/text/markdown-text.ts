import { visible } from './visible.js';

/** Between the mark of a mention or a reference and its name it takes no room, and GitHub sees neither. */
const APART = '&#8203;';

/**
 * Text that somebody wrote, for the middle of a line of Markdown: it shows as it is, and opens no tag, link, emphasis,
 * formula or column. Addresses become no links, and names and numbers call nobody and nothing: a backslash does not
 * stop that, because GitHub looks for them in the finished page.
 */
export const markdownSpan = (text: string): string =>
	visible(text)
		.replace(/[\\`*_[\]|~$]/g, '\\$&')
		.replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replace(/@(?=\w)|#(?=\d)|\bGH-(?=\d)/gi, `$&${APART}`);

/** A line of Markdown that begins or ends with such text: it opens no heading, list or rule either. */
export const markdownLine = (line: string): string =>
	line
		.trim()
		.replace(/^[#+=-]/, '\\$&')
		.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
		.replace(/#+$/, (marks) => marks.replaceAll('#', '\\#'));

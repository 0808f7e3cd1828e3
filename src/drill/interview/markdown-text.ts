import { UNSEEN } from './unseen.js';

/**
 * Text that somebody wrote, as one line of Markdown that shows it as it is: it opens no block, tag, link, emphasis or
 * column, wherever it stands. Whitespace becomes one blank, what cannot be seen a replacement character.
 */
export const markdownText = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(UNSEEN, '\ufffd')
		.replace(/[\\`*_[\]|~$]/g, '\\$&')
		// Addresses become links by themselves.
		.replace(/:(?=\/\/)|(?<=\bwww)\.|@/gi, '\\$&')
		// At the start these open a heading, a list or a rule; at the end # closes a heading.
		.replace(/^[#+=-]/, '\\$&')
		.replace(/^(\d{1,9})([.)])/, '$1\\$2')
		.replace(/#+$/, (marks) => marks.replaceAll('#', '\\#'))
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');

/** Text that somebody wrote, for Markdown: it cannot open a tag, a link or a column. */
export const escaped = (text: string): string =>
	text
		.replace(/[\\`*_[\]|]/g, '\\$&')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');

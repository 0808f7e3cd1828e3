import { Html, html, NO_HTML } from './html-template.js';
import { STYLESHEET, STYLESHEET_HASH } from './stylesheet.js';

/** Styles of one kind of page, and the hash under which its policy allows them. */
export interface PageStyles {
	readonly css: string;
	readonly hash: string;
}

/**
 * Renders a self-contained page, which its policy forbids to fetch, run or send anything; it allows only stylesheets
 * with known hashes.
 *
 * @param own styles on top of the common ones
 */
export function renderPage(title: string, body: Html, own: PageStyles | null = null): string {
	const hashes = [STYLESHEET_HASH, ...(own ? [own.hash] : [])].map((hash) => `'${hash}'`).join(' ');
	const policy = `default-src 'none'; style-src ${hashes}; base-uri 'none'; form-action 'none'`;
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(STYLESHEET)}</style>${own ? html`\n<style>${new Html(own.css)}</style>` : NO_HTML}
</head>
<body>
${body}
</body>
</html>
`.text;
}

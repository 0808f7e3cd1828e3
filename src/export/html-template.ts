import { toVisibleLine } from '../text/safe-text.js';

/** Markup that may be printed without escaping. Create it with `html`, which escapes every text in it. */
export class Html {
	constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Part[];

/** Template tag for markup: escapes every text, so that it is safe in content and in double-quoted attributes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
	new Html(strings.reduce((rendered, string, i) => rendered + render(parts[i - 1] ?? '') + string));

function render(part: Part): string {
	if (part instanceof Html) return part.text;
	if (typeof part === 'object') return part.map(render).join('');
	return toVisibleLine(String(part)).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

export const NO_HTML = html``;

/**
 * Allows line breaks inside runs that are longer than any word (25 characters and more), so that shorter words stay
 * whole in a narrow column. `<wbr>` adds nothing to text that is copied.
 */
export const allowBreaks = (text: string): Html =>
	html`${text.split(/(\S{25,})/).map((run, i) => (i % 2 === 0 ? run : splitRun(run)))}`;

const splitRun = (run: string): readonly Part[] =>
	(run.match(/.{1,12}/gsu) ?? []).flatMap((piece, i) => (i === 0 ? [piece] : [new Html('<wbr>'), piece]));

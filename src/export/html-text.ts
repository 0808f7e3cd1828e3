import { visible } from '../text/visible.js';

/** Markup that may be printed as it stands: only `html` makes it, so that a text can never become one unescaped. */
export class Html {
	constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Part[];

/** Markup with texts in it: every text is escaped, also inside an attribute in double quotes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
	new Html(strings.reduce((out, string, i) => out + printed(parts[i - 1] ?? '') + string));

function printed(part: Part): string {
	if (part instanceof Html) return part.text;
	if (typeof part === 'object') return part.map(printed).join('');
	return visible(String(part)).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

export const NOTHING = html``;

/**
 * A text whose words keep their letters together however narrow a column gets, except for runs that are longer than
 * any word: they may break, and nothing is copied along with them.
 */
export const breakable = (text: string): Html =>
	html`${text.split(/(\S{25,})/).map((run, i) => (i % 2 === 0 ? run : inPieces(run)))}`;

const inPieces = (run: string): readonly Part[] =>
	(run.match(/.{1,12}/gsu) ?? []).flatMap((piece, i) => (i === 0 ? [piece] : [new Html('<wbr>'), piece]));

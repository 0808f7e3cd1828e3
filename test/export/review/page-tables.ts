/** A table of the page: its caption, its columns, and its rows as texts. */
export interface PageTable {
	readonly id: string;
	readonly caption: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** Returns the tables of a page. */
export const pageTables = (page: string): readonly PageTable[] =>
	[...page.matchAll(/<table class="([^"]*)">(.*?)<\/table>/gs)].map(([, id = '', body = '']) => ({
		id,
		caption: textOf(/<caption>(.*?)<\/caption>/s.exec(body)?.[1] ?? ''),
		columns: [...body.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map(([, cell = '']) => textOf(cell)),
		rows: [...(body.split('<tbody>')[1] ?? '').matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
			[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell)),
		),
	}));

/** Returns the visible text of markup with inline elements. */
export const textOf = (markup: string): string =>
	markup
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&#8203;', '')
		.replaceAll('&amp;', '&');

/** Returns the tables of Markdown that follow a caption in bold. */
export const markdownTables = (markdown: string): readonly PageTable[] =>
	[...markdown.matchAll(/^\*\*(.*)\*\*\n\n((?:\|.*\n)+)/gm)].map(([, caption = '', body = '']) => {
		const [columns = [], , ...rows] = body.trimEnd().split('\n').map(cellsOf);
		return { id: '', caption: unescapeText(caption), columns, rows };
	});

const cellsOf = (row: string): readonly string[] =>
	row
		.replace(/^\| | \|$/g, '')
		.split(/ \| /)
		.map((cell) => unescapeText(cell.replace(/^\*\*(.*)\*\*$/, '$1')));

const unescapeText = (text: string): string => textOf(text).replace(/\\([\\`*_[\]|~$:.#+=-])/g, '$1');

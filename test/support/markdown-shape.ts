import { Lexer, type Token } from 'marked';

export const tokensOf = (markdown: string): readonly Token[] => new Lexer({ gfm: true }).lex(markdown);

/** Headings, lists with their length, tables with their size: what a reader of the page sees of its build. */
export const shape = (markdown: string): readonly string[] =>
	tokensOf(markdown).flatMap((token) => {
		if (token.type === 'space') return [];
		if (token.type === 'heading') return [`h${token['depth']}`];
		if (token.type === 'list') return [`list ${token['items'].length}`];
		if (token.type === 'table') return [`table ${token['rows'].length}×${token['header'].length}`];
		return [token.type];
	});

/** The kinds of everything in it, at every depth, cells of tables too. */
export function inlineTypes(markdown: string): ReadonlySet<string> {
	const types = new Set<string>();
	const visit = (token: Token): void => {
		types.add(token.type);
		const cells = token.type === 'table' ? [...token['header'], ...token['rows'].flat()] : [];
		const inner = [
			...(('tokens' in token && token.tokens) || []),
			...(token.type === 'list' ? token['items'] : []),
			...cells.flatMap((cell) => cell.tokens),
		];
		for (const one of inner) visit(one);
	};
	for (const token of tokensOf(markdown)) visit(token);
	return types;
}

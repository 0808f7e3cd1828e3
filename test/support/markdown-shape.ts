import { Lexer, type Token } from 'marked';

export const tokensOf = (markdown: string): readonly Token[] => new Lexer({ gfm: true }).lex(markdown);

/** Lists the blocks of a Markdown text: headings, lists with their length, tables with their size. */
export const shape = (markdown: string): readonly string[] =>
	tokensOf(markdown).flatMap((token) => {
		if (token.type === 'space') return [];
		if (token.type === 'heading') return [`h${token['depth']}`];
		if (token.type === 'list') return [`list ${token['items'].length}`];
		if (token.type === 'table') return [`table ${token['rows'].length}×${token['header'].length}`];
		return [token.type];
	});

/** Collects the token types of a Markdown text at any depth, including table cells. */
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

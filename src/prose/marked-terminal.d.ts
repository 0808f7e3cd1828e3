// marked-terminal 7 ships no types. Only what is used here.
declare module 'marked-terminal' {
	type Style = (text: string) => string;
	export interface MarkedTerminalOptions {
		width?: number;
		tab?: number;
		showSectionPrefix?: boolean;
		paragraph?: Style;
		listitem?: Style;
		table?: Style;
		text?: Style;
		hr?: Style;
		codespan?: Style;
	}
	export function markedTerminal(options?: MarkedTerminalOptions): object;
}

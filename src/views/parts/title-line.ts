import { type Line, type Span, shorten, width } from '../../present/index.js';

/** What is open on the left (the first wording that fits), the panes on the right with the active one in brackets. */
export function titleLine(
	titles: readonly string[],
	panes: readonly { readonly title: string; readonly active: boolean }[],
	columns: number,
): Line {
	const tabs: Span[] = panes.map(({ title: name, active }) => ({
		text: active ? `[${name}]` : ` ${name} `,
		tone: active ? 'title' : 'dim',
		bold: active,
	}));
	const tabsWidth = tabs.reduce((sum, tab) => sum + width(tab.text), 0);
	const room = Math.max(8, columns - tabsWidth - 3);
	const title = titles.find((wording) => width(wording) <= room) ?? titles.at(-1) ?? '';
	const name = ` ${shorten(title, room)}`;
	const space = ' '.repeat(Math.max(1, columns - width(name) - tabsWidth - 1));
	return [{ text: name, bold: true }, { text: space }, ...tabs];
}

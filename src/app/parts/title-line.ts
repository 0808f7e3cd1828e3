import type { Line, Span } from '../../text/line.js';
import { shorten, width } from '../../text/width.js';

/** A title needs this much beside the panes; where it has less, only the active pane is named. */
const ROOM_FOR_TITLE = 20;

function placeOf(panes: readonly { readonly title: string; readonly active: boolean }[]): Span {
	const at = panes.findIndex(({ active }) => active);
	return { text: `[${panes[at]?.title ?? ''}] ${at + 1} of ${panes.length} `, tone: 'title', bold: true };
}

/** What is open on the left (the first wording that fits), the panes on the right with the active one in brackets. */
export function titleLine(
	titles: readonly string[],
	panes: readonly { readonly title: string; readonly active: boolean }[],
	columns: number,
): Line {
	const all: Span[] = panes.map(({ title: name, active }) => ({
		text: active ? `[${name}]` : ` ${name} `,
		tone: active ? 'title' : 'dim',
		bold: active,
	}));
	const wide = all.reduce((sum, tab) => sum + width(tab.text), 0);
	const tabs = columns - wide >= ROOM_FOR_TITLE ? all : [placeOf(panes)];
	const tabsWidth = tabs.reduce((sum, tab) => sum + width(tab.text), 0);
	const room = Math.max(8, columns - tabsWidth - 3);
	const title = titles.find((wording) => width(wording) <= room) ?? titles.at(-1) ?? '';
	const name = ` ${shorten(title, room)}`;
	const space = ' '.repeat(Math.max(1, columns - width(name) - tabsWidth - 1));
	return [{ text: name, bold: true }, { text: space }, ...tabs];
}

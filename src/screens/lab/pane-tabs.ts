import { PANE_TITLES, PANES, type PaneId } from '../../present/pane/pane.js';
import { lineWidth } from '../../text/justify.js';
import type { Line } from '../../text/line.js';
import type { Pane } from '../state.js';

/** A title needs this much beside the panes; where it has less, only the active pane is named. */
const ROOM_FOR_TITLE = 20;

/** Names the panes, the active one in brackets. */
export function paneTabs(active: Pane, columns: number): Line {
	const tabs = PANES.map((id): Line[number] =>
		id === active
			? { text: `[${PANE_TITLES[id]}]`, tone: 'title', bold: true }
			: { text: ` ${PANE_TITLES[id]} `, tone: 'dim', bold: false },
	);
	if (columns - lineWidth(tabs) >= ROOM_FOR_TITLE) return tabs;
	const at = PANES.indexOf(active as PaneId);
	return tabs.slice(at, at + 1).map((tab) => ({ ...tab, text: `${tab.text} ${at + 1} of ${PANES.length} ` }));
}

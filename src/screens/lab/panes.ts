import type { LabInput } from '../../present/board/lab-input.js';
import { PANE_TITLES, PANES, type PaneId, paneModel } from '../../present/pane/pane.js';
import { layoutPane } from '../../present/pane/pane-layout.js';
import type { Line } from '../../text/line.js';
import { lineWidth } from '../../text/line-layout.js';
import type { Region } from '../screen.js';
import type { Size } from '../size.js';

/** Width from which two panes are shown side by side. */
const TWO_PANES = 120;
/** Width from which three are. */
const THREE_PANES = 200;
/** Width at which the Board shows all of its columns; the pressure diagram fits in the rest of 120 columns. */
const BOARD_WIDTH = 80;
/** Width of the Board next to any other pane, which needs the room for its own columns. */
const NARROW_BOARD = 58;

/** Returns the panes that fit, left to right. Of several, the Board is one, so that every edit shows its verdict. */
function visiblePanes(active: PaneId, columns: number): readonly PaneId[] {
	if (columns < TWO_PANES) return [active];
	const second = active === 'board' ? 'pressure' : active;
	// A plot is easier to read the wider it is.
	if (columns < THREE_PANES || active === 'curve') return ['board', second];
	return ['board', second, second === 'pressure' ? 'curve' : 'pressure'];
}

/** Lays out the visible panes side by side; only the active one shows the focus. */
export function layoutPanes(input: LabInput, active: PaneId, focus: string | null, size: Size): readonly Region[] {
	const shown = visiblePanes(active, size.columns);
	const height = size.rows - 3;
	if (shown.length === 1) return [place(active, input, focus, size.columns, height)];
	const board =
		shown.length > 2 || shown[1] === 'pressure' || size.columns >= 2 * BOARD_WIDTH ? BOARD_WIDTH : NARROW_BOARD;
	const rest = Math.floor((size.columns - board) / (shown.length - 1));
	return shown.map((id, i) => {
		const own = id === active ? focus : null;
		const columns = i === 0 ? board : rest - 1;
		const pane = place(id, input, own, columns, height - 1);
		const heading: Line = [{ text: ` ${PANE_TITLES[id]}`, tone: id === active ? 'title' : 'dim', bold: id === active }];
		return { ...pane, lines: [heading, ...pane.lines] };
	});
}

const place = (id: PaneId, input: LabInput, focus: string | null, width: number, height: number): Region => ({
	id,
	width,
	lines: layoutPane(paneModel(id, input, focus), { width, height, focus }),
});

/** Columns that the title needs next to the names of the panes; with less, only the active pane is named. */
const TITLE_WIDTH = 20;

/** Draws the names of the panes, the active one in brackets. */
export function paneTabs(active: PaneId, columns: number): Line {
	const tabs = PANES.map((id): Line[number] =>
		id === active
			? { text: `[${PANE_TITLES[id]}]`, tone: 'title', bold: true }
			: { text: ` ${PANE_TITLES[id]} `, tone: 'dim', bold: false },
	);
	if (columns - lineWidth(tabs) >= TITLE_WIDTH) return tabs;
	const at = PANES.indexOf(active);
	return tabs.slice(at, at + 1).map((tab) => ({ ...tab, text: `${tab.text} ${at + 1} of ${PANES.length} ` }));
}

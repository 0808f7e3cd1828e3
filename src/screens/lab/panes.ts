import type { LabInput } from '../../present/board/lab-input.js';
import { PANE_TITLES, PANES, type PaneId, paneModel } from '../../present/pane/pane.js';
import { layoutPane } from '../../present/pane/pane-layout.js';
import { lineWidth } from '../../text/justify.js';
import type { Line } from '../../text/line.js';
import type { Region } from '../screen.js';
import type { Size } from '../size.js';
import type { Pane } from '../state.js';

/** From here on two panes stand side by side, and from the second figure three. */
const TWO_PANES = 120;
const THREE_PANES = 200;
/** The Board has all of its columns at this width; the pressure diagram is at ease in what 120 columns leave. */
const BOARD_WIDTH = 80;
/** Beside any other pane the Board makes do with this, so that the pane has room for its own columns. */
const NARROW_BOARD = 58;

/** The panes that are shown at a width, left to right: the Board stays, so that an edit anywhere shows its verdict. */
function panesShown(active: PaneId, columns: number): readonly PaneId[] {
	if (columns < TWO_PANES) return [active];
	const beside = active === 'board' ? 'pressure' : active;
	if (columns < THREE_PANES) return ['board', beside];
	return ['board', beside, beside === 'pressure' ? 'curve' : 'pressure'];
}

/** Lays the shown panes out side by side; only the active one shows the focus. */
export function placePanes(input: LabInput, active: PaneId, focus: string | null, size: Size): readonly Region[] {
	const shown = panesShown(active, size.columns);
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

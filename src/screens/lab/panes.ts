import type { LabInput } from '../../present/board/lab-input.js';
import { PANE_TITLES, type PaneId, paneModel } from '../../present/pane/pane.js';
import { layoutPane } from '../../present/pane/pane-layout.js';
import type { Line } from '../../text/line.js';
import type { Region } from '../screen.js';
import type { State } from '../state.js';

/** Width from which two panes are shown side by side. */
const TWO_PANES = 120;
/** Width from which three are. */
const THREE_PANES = 200;
/** Width at which the Board shows all of its columns; the pressure diagram fits in the rest of 120 columns. */
const BOARD_WIDTH = 80;
/** Width of the Board next to any other pane, which needs the room for its own columns. */
const NARROW_BOARD = 60;

/** Panes that show more, or show it better, the wider they are. */
const NEEDS_WIDTH: readonly PaneId[] = ['curve', 'signals'];

/** Returns the panes that fit, left to right. Of several, the Board is one, so that every edit shows its verdict. */
function visiblePanes(active: PaneId, columns: number): readonly PaneId[] {
	if (columns < TWO_PANES) return [active];
	const second = active === 'board' ? 'pressure' : active;
	if (columns < THREE_PANES || NEEDS_WIDTH.includes(active)) return ['board', second];
	return ['board', second, second === 'pressure' ? 'curve' : 'pressure'];
}

/** Lays out the visible panes side by side; only the active one shows the focus. */
export function layoutPanes(
	input: LabInput,
	{ pane: active, isDetailed, size }: Pick<State, 'pane' | 'isDetailed' | 'size'>,
	focus: string | null,
): readonly Region[] {
	const shown = visiblePanes(active, size.columns);
	const height = size.rows - 3;
	const place = (id: PaneId, own: string | null, width: number, lines: number): Region => ({
		id,
		width,
		lines: layoutPane(paneModel(id, input, { focus: own, isDetailed }), { width, height: lines, focus: own }),
	});
	if (shown.length === 1) return [place(active, focus, size.columns, height)];
	const board =
		shown.length > 2 || shown[1] === 'pressure' || size.columns >= 2 * BOARD_WIDTH ? BOARD_WIDTH : NARROW_BOARD;
	const rest = Math.floor((size.columns - board) / (shown.length - 1));
	return shown.map((id, i) => {
		const own = id === active ? focus : null;
		const columns = i === 0 ? board : rest - 1;
		const pane = place(id, own, columns, height - 1);
		const heading: Line = [{ text: ` ${PANE_TITLES[id]}`, tone: id === active ? 'title' : 'dim', bold: id === active }];
		return { ...pane, lines: [heading, ...pane.lines] };
	});
}

import { figureEntries } from '../../present/sources/entries.js';
import { sourceLines, sourceSentences } from '../../present/sources/lines.js';
import type { FigureEntry } from '../../present/sources/source.js';
import { speakScreen, speakText } from '../../present/speak/sentences.js';
import type { Line } from '../../text/line.js';
import { justify, padLines } from '../../text/line-layout.js';
import { drawRowName } from '../../text/list-row.js';
import { type ListWindow, windowAround } from '../../text/list-window.js';
import { shorten, width, wrap } from '../../text/width.js';
import { labFocus } from '../lab-focus.js';
import { labInput, openDocument } from '../lab-input.js';
import { memoLast } from '../memo.js';
import type { Env, Screen } from '../screen.js';
import { halfOf, type Size } from '../size.js';
import type { State } from '../state.js';
import { spokenStatus } from '../status-line.js';
import { OVERLAY_KEYS } from './keys.js';
import { bodyHeight, overlayView } from './page-overlay.js';
import { createOverlayLayer, moveTo } from './update.js';

const entries = memoLast(figureEntries);
const entriesOf = (state: State): readonly FigureEntry[] => entries(labInput(state), state.pane, labFocus(state));

const LAYER = createOverlayLayer({
	id: 'sources',
	keys: OVERLAY_KEYS.sources,
	half: ({ size }) => halfOf(listSize(size).height),
	maxOffset: (state) => entriesOf(state).length - 1,
});

/** Columns from which the list stands beside the figure. */
const BESIDE = 110;
const LIST_WIDTH = 44;

/** Returns the room of the list: beside the figure, or a few lines above it. */
function listSize(size: Size): { readonly columns: number; readonly height: number } {
	if (size.columns >= BESIDE) return { columns: LIST_WIDTH, height: bodyHeight(size) };
	return { columns: size.columns - 2, height: size.rows >= 30 ? 6 : size.rows >= 24 ? 4 : 3 };
}

/** The figures of the pane, the focused one first, and where the chosen one comes from. */
export const SOURCES: Screen = {
	layer: () => LAYER,
	view(state, env) {
		const { size } = state;
		const all = entriesOf(state);
		const at = state.overlay?.offset ?? 0;
		const chosen = all[at];
		const height = bodyHeight(size);
		const title = `Where does this number come from? · ${at + 1} of ${all.length}`;
		if (!chosen) return overlayView(state, title, []);
		const figureSource = sourceText(state, env);
		const isBeside = size.columns >= BESIDE;
		const { columns, height: listed } = listSize(size);
		const list = listLines(all, at, columns, windowAround(all.length, listed, at));
		const room = isBeside ? size.columns - LIST_WIDTH - 4 : size.columns - 2;
		const credit =
			figureSource === ''
				? []
				: [[], ...wrap(figureSource, Math.min(room, 96)).map((text): Line => [{ text, tone: 'dim' }])];
		const free = (isBeside ? height : height - listed - 1) - (size.rows >= 30 ? credit.length : 0);
		const detail = [...sourceLines(chosen, room, free), ...(size.rows >= 30 ? credit : [])];
		if (!isBeside)
			return overlayView(state, title, [
				...padLines(list, listed),
				[],
				...detail.map((line): Line => [{ text: ' ' }, ...line]),
			]);
		const rows = Array.from(
			{ length: height },
			(_, i): Line => [...justify(list[i] ?? [], [], LIST_WIDTH), { text: ' │ ', tone: 'dim' }, ...(detail[i] ?? [])],
		);
		return overlayView(state, title, rows);
	},
	find(state) {
		const all = entriesOf(state);
		const { overlay, size } = state;
		if (!overlay) return null;
		const { columns, height } = listSize(size);
		return {
			lines: listLines(all, overlay.offset, columns, { from: 0, to: all.length }),
			window: windowAround(all.length, height, overlay.offset),
			chosen: overlay.offset,
			scrollTo: (line) => moveTo(state, overlay, line, all.length - 1),
		};
	},
	speak(state, env) {
		const all = entriesOf(state);
		const at = state.overlay?.offset ?? 0;
		const chosen = all[at];
		const body = [
			`Where does this number come from: ${at + 1} of ${all.length}`,
			...(chosen ? [...sourceSentences(chosen), sourceText(state, env)] : []),
			'The figures',
			...all.map(({ name, text }, i) => `${name}${i === at ? ', chosen' : ''}: ${text}`),
		];
		return speakScreen(body.map(speakText), spokenStatus(state, ''));
	},
};

/** Returns the source of the scenario's figures; empty: it has none. */
function sourceText(state: State, env: Env): string {
	const document = openDocument(state, env);
	return document?.source ? `The scenario’s figures: ${document.source}` : '';
}

/** Returns the lines of the figures from `from` up to, but not including, `to`. */
function listLines(
	all: readonly FigureEntry[],
	at: number,
	columns: number,
	{ from, to }: Pick<ListWindow, 'from' | 'to'>,
): readonly Line[] {
	return all.slice(from, to).map(({ name, text }, i) => {
		const isChosen = from + i === at;
		return justify(
			drawRowName(shorten(name, columns - width(text) - 4), isChosen),
			[{ text, tone: isChosen ? 'focus' : 'plain', bold: isChosen }],
			columns,
		);
	});
}

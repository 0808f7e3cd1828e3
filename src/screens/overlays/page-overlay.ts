import type { Line } from '../../text/line.js';
import { hiddenLinesText, type ScrollWindow, scrollWindow } from '../../text/list-window.js';
import { headLine } from '../head-line.js';
import type { Env, Screen, View } from '../screen.js';
import { halfOf, type Size } from '../size.js';
import type { State } from '../state.js';
import { spokenStatus, statusLine } from '../status-line.js';
import { OVERLAY_KEYS } from './keys.js';
import { createFilterLayer, createOverlayLayer, moveTo, type OverlayParts } from './update.js';

/** Returns the lines for an overlay's content: all but head and footer. */
export const bodyHeight = ({ rows }: Size): number => rows - 3;

/** Returns the width of prose, which is easier to read in lines shorter than a wide terminal. */
export const proseWidth = ({ columns }: Size): number => Math.min(columns - 4, 88);

/** Returns the view of an overlay: its title, the open question or search if any, and its lines. */
export function overlayView(state: State, title: string, lines: readonly Line[]): View {
	const { columns } = state.size;
	const status = state.questionId || state.find ? statusLine(state, { text: '', tone: 'plain' }, columns) : [];
	return {
		head: [headLine([title], [], columns), status],
		body: [{ id: 'overlay', width: columns, lines, isCut: true }],
		status: [],
	};
}

/** A page that covers a screen. */
export interface OverlayPage {
	readonly id: string;
	readonly title: (state: State, env: Env) => string;
	/** Returns the whole page, each line at most as wide as the window. */
	readonly lines: (state: State, env: Env) => readonly Line[];
	readonly speak: (state: State, env: Env, status: string) => readonly string[];
	/** Whether a filter narrows the page. */
	readonly canFind?: true;
}

/** Creates the screen of a page: its lines in a scrolling window, with a last line that says how many are hidden. */
export function createPageOverlay({ id, title, lines, speak, canFind }: OverlayPage): Screen {
	const windowOf = (length: number, { size, overlay }: State): ScrollWindow => {
		const height = bodyHeight(size);
		return scrollWindow(length, length > height ? height - 1 : height, overlay?.offset ?? 0, 0, 0);
	};
	const parts: OverlayParts = {
		id,
		keys: canFind ? OVERLAY_KEYS.glossary : OVERLAY_KEYS.reading,
		half: ({ size }) => halfOf(bodyHeight(size)),
		maxOffset: (state, _, env) => windowOf(lines(state, env).length, state).maxOffset,
		...(canFind && { choose: endFind }),
	};
	const layer = createOverlayLayer(parts);
	const find = canFind ? createFilterLayer(parts) : layer;
	return {
		layer: ({ overlay }) => (overlay?.finding ? find : layer),
		view(state, env) {
			const all = lines(state, env);
			const window = windowOf(all.length, state);
			const hidden: readonly Line[] =
				all.length > bodyHeight(state.size) ? [[{ text: ` ${hiddenLinesText(window)}`, tone: 'dim' }]] : [];
			return overlayView(state, title(state, env), [...all.slice(window.from, window.to), ...hidden]);
		},
		speak: (state, env) => speak(state, env, spokenStatus(state, '')),
		...(!canFind && {
			find(state, env) {
				const all = lines(state, env);
				const window = windowOf(all.length, state);
				const { overlay } = state;
				const scrollTo = (line: number): State => (overlay ? moveTo(state, overlay, line, window.maxOffset) : state);
				return { lines: all, window, scrollTo };
			},
		}),
	};
}

/** Keeps the filter and ends typing it. */
const endFind = (state: State): State =>
	state.overlay ? { ...state, overlay: { ...state.overlay, finding: false } } : state;

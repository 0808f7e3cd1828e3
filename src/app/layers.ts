import { findLayer } from '../screens/find.js';
import { withFind } from '../screens/find-view.js';
import { OVERLAYS } from '../screens/overlays/index.js';
import { PALETTE } from '../screens/overlays/palette.js';
import { type Env, type Layer, type Screen, withoutEffects } from '../screens/screen.js';
import { isTooSmall, MIN_SIZE } from '../screens/size.js';
import type { State } from '../screens/state.js';
import type { Line } from '../text/line.js';
import { wrap } from '../text/width.js';
import { QUESTION } from './question.js';
import { SCREENS } from './screens.js';

/** The bottom layer, whose rows are global. */
const PROGRAM: Layer<never> = {
	id: 'program',
	keys: [
		{ keys: ['ctrl+c'], action: { type: 'quit' }, name: 'quit at once', global: true },
		{
			keys: ['ctrl+z'],
			action: { type: 'suspend' },
			name: 'suspend the program',
			group: 'program',
			help: 'Ctrl-Z, Ctrl-L: suspend (fg comes back), draw the screen again',
			global: true,
		},
		{
			keys: ['ctrl+l'],
			action: { type: 'redraw' },
			name: 'draw the screen again',
			group: 'program',
			global: true,
		},
	],
	update: withoutEffects,
};

/** The layer of a window that is too small. Besides the global keys it has only q: nothing should change unseen. */
const TOO_SMALL: Layer<never> = {
	id: 'too-small',
	keys: [{ keys: ['q'], action: { type: 'quit' }, name: 'quit' }],
	update: withoutEffects,
};

const tooSmallText = ({ size: { columns, rows } }: State): string =>
	`This window is ${columns}×${rows}; the board needs ${MIN_SIZE.columns}×${MIN_SIZE.rows}. Make it larger, or press q.`;

/** Shown in a window that is too small. */
const tooSmall: Screen = {
	layer: () => TOO_SMALL,
	view(state) {
		const { columns, rows } = state.size;
		const lines = wrap(tooSmallText(state), columns).map((text): Line => [{ text }]);
		return {
			head: [],
			body: [{ id: 'too-small', width: columns, lines: lines.slice(0, Math.max(1, rows - 1)) }],
			status: [],
		};
	},
	speak: (state) => [tooSmallText(state)],
};

/** Returns the screen or overlay that fills the window. */
export function topScreen(state: State, env: Env): Screen {
	if (isTooSmall(state.size)) return tooSmall;
	if (state.palette) return PALETTE;
	return state.find ? withFind(searchedScreen(state, env)) : searchedScreen(state, env);
}

/** Returns the screen or overlay that `/` searches. */
export const searchedScreen = (state: State, env: Env): Screen =>
	state.overlay ? OVERLAYS[state.overlay.kind] : SCREENS[state.screen].screen(env);

/**
 * Returns the open layers, the top one last: the program, the screen, an overlay, a search in it, the line being typed,
 * the palette, a question.
 * Everything that depends on the meaning of keys uses this function.
 */
export function openLayers(state: State, env: Env): readonly Layer[] {
	if (isTooSmall(state.size)) return [PROGRAM, TOO_SMALL];
	const prompt = state.prompt ? env.sheets()?.prompt : undefined;
	const searched = searchedScreen(state, env);
	const below = searched.layer(state);
	return [
		PROGRAM,
		...(state.overlay ? [SCREENS[state.screen].screen(env).layer(state)] : []),
		below,
		...(state.find && !below.text ? [findLayer(state.find, searched, below)] : []),
		...(prompt ? [prompt] : []),
		...(state.palette ? [PALETTE.layer(state)] : []),
		...(state.questionId ? [QUESTION] : []),
	];
}

/** Returns the layer that handles the keys. */
export const topLayer = (state: State, env: Env): Layer => openLayers(state, env).at(-1) ?? PROGRAM;

/** The rows of the program itself. */
export const PROGRAM_ROWS = PROGRAM.keys;

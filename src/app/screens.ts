import type { Action } from '../screens/action.js';
import { CONTENTS_KEYS } from '../screens/contents/keys.js';
import { CONTENTS_SCREEN } from '../screens/contents/screen.js';
import { DRILL_KEYS } from '../screens/drill/keys.js';
import { headLine } from '../screens/head-line.js';
import { COMMAND_ROWS } from '../screens/keys.js';
import { LAB_KEYS } from '../screens/lab/keys.js';
import { LAB_SCREEN } from '../screens/lab/screen.js';
import { LESSON_KEYS } from '../screens/lesson/keys.js';
import { LESSON_SCREEN } from '../screens/lesson/screen.js';
import { type Env, type KeyRow, type Layer, type Screen, withoutEffects } from '../screens/screen.js';
import type { ScreenId } from '../screens/state.js';
import { WORKSHEET_KEYS } from '../screens/worksheet/keys.js';

/** A screen, and its keys for the help. */
interface ScreenEntry {
	/** Returns the screen, or a placeholder while its code is being loaded. */
	readonly screen: (env: Env) => Screen;
	/** Its rows by layer, for the help: known before its code is loaded. */
	readonly keys: Readonly<Record<string, readonly KeyRow[]>>;
	/** The heading of its keys in the help. */
	readonly place: string;
}

const LOADING: Layer<Extract<Action, { type: 'back' }>> = {
	id: 'loading',
	keys: [
		{
			keys: ['escape'],
			action: { type: 'back' },
			name: 'go back to the contents',
			footer: { keys: 'Esc', label: 'contents', rank: 1 },
		},
		...COMMAND_ROWS,
	],
	update: (state, _, env) => withoutEffects(env.go.contents(state, env)),
};

/** Placeholder for a screen whose code is still being loaded. */
const LOADING_SCREEN: Screen = {
	layer: () => LOADING,
	view({ size }) {
		const { columns } = size;
		const lines = [[{ text: ' …' }]];
		return {
			head: [headLine(['Dispatch Board'], [], columns)],
			body: [{ id: 'loading', width: columns, lines }],
			status: [],
		};
	},
	speak: () => ['Loading.'],
};

/** Every screen. */
export const SCREENS: Readonly<Record<ScreenId, ScreenEntry>> = {
	contents: { screen: () => CONTENTS_SCREEN, keys: CONTENTS_KEYS, place: 'In the contents' },
	lesson: { screen: () => LESSON_SCREEN, keys: LESSON_KEYS, place: 'In a lesson' },
	lab: { screen: () => LAB_SCREEN, keys: LAB_KEYS, place: 'In the lab' },
	drill: { screen: (env) => env.drills()?.screen ?? LOADING_SCREEN, keys: DRILL_KEYS, place: 'In the drills' },
	worksheet: { screen: (env) => env.sheets()?.screen ?? LOADING_SCREEN, keys: WORKSHEET_KEYS, place: 'In a worksheet' },
};

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '../engine/scenario.js';
import type { Action, Effect } from '../screens/action.js';
import type { Surroundings } from '../screens/around.js';
import { noDrill } from '../screens/drill/state.js';
import { enterLesson } from '../screens/lesson/moves.js';
import type { Screen, State } from '../screens/state.js';
import { NO_SHEETS } from '../screens/worksheet/state.js';
import type { Sheet } from '../worksheet/index.js';
import { reduce } from './reduce.js';

export interface BoardStore extends Pick<StoreApi<State>, 'getState' | 'subscribe' | 'getInitialState' | 'setState'> {
	readonly dispatch: (action: Action) => void;
	readonly around: Surroundings;
}

export interface StoreOptions {
	readonly around: Surroundings;
	/** The scenario to open first. */
	readonly scenario: Scenario;
	/** The screen to begin with, by default the lab; a lesson is opened on its own scenario. */
	readonly screen?: Screen;
	readonly lesson?: string | null;
	/** How far the reader is in each lesson. */
	readonly readings?: State['readings'];
	readonly misses?: State['misses'];
	/** Every grade that was given, oldest first. */
	readonly reviews?: State['reviews'];
	/** The scenario is a worksheet: what its form shows, and where its file is. */
	readonly sheet?: { readonly sheet: Sheet; readonly path: string } | null;
	/** What figures of drills are drawn with. */
	readonly seed?: number;
	/** Does what an action asks of the world. */
	readonly run: (effect: Effect) => void;
}

/** The state of the program around the pure reducer. Knows no React. */
export function createBoardStore({
	around,
	scenario,
	screen = 'lab',
	lesson = null,
	readings = {},
	misses = [],
	reviews = [],
	sheet = null,
	seed = 0,
	run,
}: StoreOptions): BoardStore {
	const { lab, pane, focus } = around.reopen(scenario);
	const first: State = {
		screen: screen === 'lesson' ? 'contents' : screen,
		lesson: null,
		readings,
		misses,
		reviews,
		drill: noDrill(seed),
		fromDrill: false,
		sheets: { ...NO_SHEETS, known: sheet ? { [scenario.id]: sheet } : {} },
		fromSheet: false,
		prompt: null,
		overwriting: '',
		peek: 'after-each',
		page: null,
		following: false,
		contents: { at: 0, filter: '', finding: false },
		scenario: scenario.id,
		labs: { [scenario.id]: lab },
		pane,
		focus,
		typing: null,
		overlay: null,
		asking: null,
		predict: null,
		pending: null,
		trace: { index: 0, stage: 0 },
		notice: null,
	};
	const open = around.lessons.find(({ id }) => id === lesson);
	const store = createStore<State>(() =>
		open ? { ...enterLesson(first, open, around, readings[open.id] !== undefined), screen } : first,
	);
	return {
		...store,
		around,
		dispatch(action) {
			const { state, effects } = reduce(store.getState(), action, around);
			store.setState(state, true);
			for (const effect of effects) run(effect);
		},
	};
}

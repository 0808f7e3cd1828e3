import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '../engine/scenario.js';
import type { Action, Effect } from '../screens/action.js';
import { initialDrill } from '../screens/drill/state.js';
import { enterLesson } from '../screens/lesson/enter.js';
import type { Env, ReopenedScenario } from '../screens/screen.js';
import type { Size } from '../screens/size.js';
import type { ScreenId, State } from '../screens/state.js';
import { INITIAL_SHEETS } from '../screens/worksheet/state.js';
import type { Sheet } from '../worksheet/index.js';
import { update } from './update.js';

/** The store of the program's state. */
export interface BoardStore extends Pick<StoreApi<State>, 'getState' | 'subscribe' | 'getInitialState' | 'setState'> {
	readonly dispatch: (action: Action) => void;
	readonly env: Env;
}

/** Initial state of a store, and its environment. */
export interface StoreOptions {
	readonly env: Env;
	/** Size of the terminal; missing: 80×24. */
	readonly size?: Size;
	/** The scenario to open first. */
	readonly scenario: Scenario;
	/** That scenario as the reader left it; missing or null: as the environment reopens it. */
	readonly reopened?: ReopenedScenario | null;
	/** The first screen; missing: the lab. A lesson opens its own scenario. */
	readonly screen?: ScreenId;
	/** Id of the first lesson; missing or null: none. */
	readonly lesson?: string | null;
	/** Readings by lesson id. */
	readonly readings?: State['readings'];
	/** Relative error of each guess of a number, oldest first. */
	readonly misses?: State['misses'];
	/** Every grade that was given, oldest first. */
	readonly reviews?: State['reviews'];
	/** The first scenario as a worksheet, and its file; missing or null: it is not a worksheet. */
	readonly sheet?: { readonly sheet: Sheet; readonly path: string } | null;
	/** Seed of the figures of drills. */
	readonly seed?: number;
	/** Runs an effect. */
	readonly run: (effect: Effect) => void;
}

/** Creates the store, which applies pure updates and runs their effects. Does not depend on React. */
export function createBoardStore({
	env,
	size = { columns: 80, rows: 24 },
	scenario,
	reopened = null,
	screen = 'lab',
	lesson = null,
	readings = {},
	misses = [],
	reviews = [],
	sheet = null,
	seed = 0,
	run,
}: StoreOptions): BoardStore {
	const { lab, pane, focus } = reopened ?? env.reopen(scenario);
	const first: State = {
		size,
		screen: screen === 'lesson' ? 'contents' : screen,
		lesson: null,
		readings,
		misses,
		reviews,
		drill: initialDrill(seed),
		cameFromDrill: false,
		sheets: { ...INITIAL_SHEETS, known: sheet ? { [scenario.id]: sheet } : {} },
		cameFromSheet: false,
		prompt: null,
		fileToReplace: '',
		feedback: 'after-each',
		contents: { at: 0, filter: '', finding: false },
		scenario: scenario.id,
		labs: { [scenario.id]: lab },
		pane,
		isDetailed: false,
		focus,
		typing: null,
		overlay: null,
		find: null,
		palette: null,
		questionId: null,
		segmentFilter: null,
		jumpedTo: null,
		stoppedAt: null,
		guessedMetric: null,
		pendingEdit: null,
		trace: { index: 0, stage: 0 },
		notice: null,
	};
	const open = env.lessons.find(({ id }) => id === lesson);
	const store = createStore<State>(() =>
		open ? { ...enterLesson(first, open, env, readings[open.id] !== undefined), screen } : first,
	);
	return {
		...store,
		env,
		dispatch(action) {
			const { state, effects } = update(store.getState(), action, env);
			store.setState(state, true);
			for (const effect of effects) run(effect);
		},
	};
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Action, Effect } from './action.js';
import type { Lab } from './lab.js';
import { reduce, type Surroundings } from './reduce.js';
import type { State } from './state.js';

export interface BoardStore extends Pick<StoreApi<State>, 'getState' | 'subscribe' | 'getInitialState' | 'setState'> {
	readonly dispatch: (action: Action) => void;
	readonly around: Surroundings;
}

export interface StoreOptions {
	readonly around: Surroundings;
	/** The lab to open first. */
	readonly lab: Lab;
	/** Does what an action asks of the world. */
	readonly run: (effect: Effect) => void;
}

/** The state of the program around the pure reducer. Knows no React. */
export function createBoardStore({ around, lab, run }: StoreOptions): BoardStore {
	const id = lab.loaded.id;
	const store = createStore<State>(() => ({
		scenario: id,
		labs: { [id]: lab },
		pane: around.opensOn(lab.loaded),
		focus: {},
		typing: null,
		overlay: null,
		asking: null,
		predict: null,
		pending: null,
		notice: null,
	}));
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

import type { BoardStore } from '../../src/app/store.js';
import { PANES } from '../../src/present/pane/pane.js';
import { OVERLAYS } from '../../src/screens/overlays/index.js';
import { isTooSmall } from '../../src/screens/size.js';
import { currentStep } from '../../src/screens/worksheet/state.js';
import { STEPS } from '../../src/worksheet/index.js';
import { LAYERS, layerOf } from '../support/layers.js';

const TOO_SMALL = 'a window that is too small';

/** Every place that a long run must reach. */
export const PLACES: readonly string[] = [
	...LAYERS.map(({ id }) => `layer ${id}`),
	...Object.keys(OVERLAYS).map((kind) => `overlay ${kind}`),
	...PANES.map((pane) => `pane ${pane}`),
	...STEPS.map(({ id }) => `step ${id}`),
	TOO_SMALL,
];

/** Returns the places that the program is currently at. */
export function placesOf(store: BoardStore): readonly string[] {
	const state = store.getState();
	if (isTooSmall(state.size)) return [TOO_SMALL];
	const { screen, overlay, pane, sheets } = state;
	return [
		`layer ${layerOf(store)}`,
		...(overlay ? [`overlay ${overlay.kind}`] : []),
		...(screen === 'lab' ? [`pane ${pane}`] : []),
		...(screen === 'worksheet' && sheets.open ? [`step ${currentStep(state)}`] : []),
	];
}

import { PANES } from '../../src/present/pane/pane.js';
import { modeOf, type OverlayKind, type State } from '../../src/screens/state.js';
import { stepOf } from '../../src/screens/worksheet/state.js';
import { STEPS } from '../../src/worksheet/index.js';
import { MODES } from './draw.js';

const OVERLAYS = Object.keys({
	help: 0,
	story: 0,
	artifact: 0,
	scenarios: 0,
	states: 0,
	history: 0,
	share: 0,
	glossary: 0,
	progress: 0,
} satisfies Record<OverlayKind, 0>);

const TOO_SMALL = 'a window that is too small';

/** Every place that a long run has to come to. */
export const PLACES: readonly string[] = [
	...MODES.map((mode) => `mode ${mode}`),
	...OVERLAYS.map((kind) => `overlay ${kind}`),
	...PANES.map((pane) => `pane ${pane}`),
	...STEPS.map(({ id }) => `step ${id}`),
	TOO_SMALL,
];

/** The places that a state is at. */
export function placesOf(state: State, tooSmall: boolean): readonly string[] {
	if (tooSmall) return [TOO_SMALL];
	const { screen, overlay, pane, sheets } = state;
	return [
		`mode ${modeOf(state)}`,
		...(overlay ? [`overlay ${overlay.kind}`] : []),
		...(screen === 'lab' ? [`pane ${pane}`] : []),
		...(screen === 'worksheet' && sheets.open ? [`step ${stepOf(state)}`] : []),
	];
}

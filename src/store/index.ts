export type { Reading } from '../course/index.js';
export type { Action, Effect } from './action.js';
export type { Reopened, Surroundings } from './around.js';
export type { Grid } from './focus.js';
export { type Entry, type Lab, openLab, present, reopenLab, type Snapshot } from './lab.js';
export { readingOf } from './lesson.js';
export { lastTop, type PageLayout, topOf } from './page.js';
export { focusOf } from './reduce.js';
export { shareCommand } from './share.js';
export {
	currentLab,
	type Mode,
	modeOf,
	type Overlay,
	type OverlayKind,
	type Pane,
	type Screen,
	type State,
} from './state.js';
export { type BoardStore, createBoardStore } from './store.js';
export { TRACE_SEED, type TracePlace } from './trace-place.js';

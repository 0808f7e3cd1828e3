export type { Reading } from '../course/index.js';
export type { Action, Effect, SheetEffect } from './action.js';
export type { Reopened, Surroundings } from './around.js';
export type { Editor } from './drill/editor.js';
export { gradeOf, scoreOf } from './drill/grade.js';
export { DRILL_MENU, RUN_MINUTES } from './drill/start.js';
export type { DrillSet, DrillState } from './drill/state.js';
export type { DrillTools } from './drill/tools.js';
export type { Grid } from './focus.js';
export { type Entry, type Lab, openLab, present, reopenLab, type Snapshot } from './lab.js';
export { readingOf } from './lesson.js';
export { lastTop, type PageLayout, topOf } from './page.js';
export { focusOf } from './reduce.js';
export { shareCommand } from './share.js';
export type { OpenSheet, PickKind, Saved, SheetEntry } from './sheet/state.js';
export type { Pick, Priced, SheetSurroundings, SheetTools } from './sheet/tools.js';
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

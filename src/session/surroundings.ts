import { GOING } from '../app/going.js';
import { openLab } from '../board/lab.js';
import type { LessonDocument, ScenarioDocument } from '../content/index.js';
import type { Scenario } from '../engine/scenario.js';
import { findDocuments } from '../present/board/catalogue.js';
import { computeLab } from '../present/board/lab-input.js';
import { pageItems } from '../present/lesson/page.js';
import { opensOn, PANES, type PaneId, paneGrid } from '../present/pane/pane.js';
import type { Reopened, SheetTools, Surroundings } from '../screens/around.js';
import { contentsEntries } from '../screens/contents/lines.js';
import type { DrillTools } from '../screens/drill/state.js';
import type { Grid } from '../screens/focus.js';
import { TRACE_SEED } from '../screens/lab/trace.js';
import type { TracePlace } from '../screens/state.js';

/** What differs between a first visit and a return. */
export interface Remembered {
	/** A scenario as it was left; null: it was not open before. */
	readonly reopen: (scenario: Scenario, file?: string) => Reopened | null;
	/** What drills need; null: not loaded yet. */
	readonly drills?: () => DrillTools | null;
	/** What worksheets need; null: not loaded yet. */
	readonly sheets?: () => SheetTools | null;
	/** Parses Markdown; null: not loaded yet. */
	readonly markdown?: Surroundings['markdown'];
	/** Milliseconds since 1970, UTC. */
	readonly now?: () => number;
	/** What the command line calls a scenario. */
	readonly nameOf: (id: string) => string;
}

const FIRST_VISIT: Remembered = { reopen: () => null, nameOf: (id) => id };

/** What the store is told of the panes and scenarios around it. */
export function surroundings(
	documents: readonly ScenarioDocument[],
	lessons: readonly LessonDocument[] = [],
	remembered: Remembered = FIRST_VISIT,
): Surroundings {
	return {
		go: GOING,
		panes: PANES,
		lessons,
		drills: remembered.drills ?? (() => null),
		sheets: remembered.sheets ?? (() => null),
		markdown: remembered.markdown ?? (() => null),
		now: remembered.now ?? (() => 0),
		items: (lesson, scenario, reading) =>
			pageItems({ lesson, lab: computeLab(scenario, null, null, { seed: TRACE_SEED, index: 0, stage: 0 }), reading }),
		search: (filter) => contentsEntries(lessons, documents, filter),
		find: (filter) => findDocuments(documents, filter).map(({ scenario }) => scenario),
		nameOf: remembered.nameOf,
		reopen: (scenario, file) =>
			remembered.reopen(scenario, file) ?? { lab: openLab(scenario), pane: opensOn(scenario), focus: {} },
		grid: keptGrid,
	};
}

/** A key asks for the grid of the same state several times over. */
const grids = new WeakMap<Scenario, Map<string, Grid>>();

function keptGrid(pane: string, scenario: Scenario, { index }: TracePlace): Grid {
	const known = grids.get(scenario) ?? new Map<string, Grid>();
	grids.set(scenario, known);
	// Only the Trace pane lets the inputs of one request's segment be edited.
	const key = pane === 'trace' ? `${pane} ${index}` : pane;
	const trace = { seed: TRACE_SEED, index, stage: 0 };
	const grid = known.get(key) ?? paneGrid(pane as PaneId, computeLab(scenario, null, null, trace));
	known.set(key, grid);
	return grid;
}

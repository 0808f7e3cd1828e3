import type { LessonDocument, ScenarioDocument } from '../content/index.js';
import type { Scenario } from '../engine/scenario.js';
import {
	computeLab,
	contentsEntries,
	findDocuments,
	opensOn,
	PANES,
	type PaneId,
	pageItems,
	paneGrid,
} from '../present/index.js';
import {
	type DrillTools,
	type Grid,
	openLab,
	type Reopened,
	type SheetTools,
	type Surroundings,
	TRACE_SEED,
	type TracePlace,
} from '../store/index.js';

/** What differs between a first visit and a return. */
export interface Remembered {
	/** A scenario as it was left; null: it was not open before. */
	readonly reopen: (scenario: Scenario, file?: string) => Reopened | null;
	/** What drills need; null: not loaded yet. */
	readonly drills?: () => DrillTools | null;
	/** What worksheets need; null: not loaded yet. */
	readonly sheets?: () => SheetTools | null;
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
		panes: PANES,
		lessons,
		drills: remembered.drills ?? (() => null),
		sheets: remembered.sheets ?? (() => null),
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

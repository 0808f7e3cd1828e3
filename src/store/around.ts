import type { LessonDocument } from '../content/index.js';
import type { Reading } from '../course/index.js';
import type { Scenario } from '../engine/scenario.js';
import type { Effect } from './action.js';
import type { DrillTools } from './drill/tools.js';
import type { Grid } from './focus.js';
import type { Lab } from './lab.js';
import type { SheetTools } from './sheet/tools.js';
import type { Pane, State } from './state.js';
import type { TracePlace } from './trace-place.js';

/** What the reducer asks of the world around it, handed in so that it stays pure. */
export interface Surroundings {
	/** Panes in the order in which the keys walk them. */
	readonly panes: readonly Pane[];
	/**
	 * A scenario as the reader left it, or as its file has it.
	 *
	 * @param file of a worksheet that is opened on the way; missing: the file the program was started on, if any
	 */
	readonly reopen: (scenario: Scenario, file?: string) => Reopened;
	/** The inputs of a pane as they stand on screen. */
	readonly grid: (pane: Pane, scenario: Scenario, trace: TracePlace) => Grid;
	/** What the command line calls a scenario: its id, or the file it came from. */
	readonly nameOf: (scenario: string) => string;
	/** The lessons, in reading order. */
	readonly lessons: readonly LessonDocument[];
	/** What in a lesson can have the focus, as it stands on screen: rows of items, left to right. */
	readonly items: (lesson: LessonDocument, scenario: Scenario, reading: Reading) => Grid;
	/** What drills need; null: not loaded yet. */
	readonly drills: () => DrillTools | null;
	/** Milliseconds since 1970, UTC. */
	readonly now: () => number;
	/** What the contents list, and what they find. */
	readonly search: (filter: string) => readonly Entry[];
	/** What worksheets need; null: not loaded yet. */
	readonly sheets: () => SheetTools | null;
	/** The scenarios that can be opened and that a filter finds, in the order of the list; an empty one finds all. */
	readonly find: (filter: string) => readonly Scenario[];
}

/** A line of the contents. */
export interface Entry {
	readonly kind: 'lesson' | 'scenario' | 'term' | 'worksheet';
	readonly id: string;
}

/** Where the reader comes back to. */
export interface Reopened {
	readonly lab: Lab;
	readonly pane: Pane;
	readonly focus: Readonly<Record<Pane, string>>;
}

export interface Reduced {
	readonly state: State;
	readonly effects: readonly Effect[];
}

import type { Lab } from '../board/lab.js';
import type { LessonDocument, PriceList, ScenarioDocument } from '../content/index.js';
import type { Reading } from '../course/index.js';
import type { Result } from '../engine/inputs/index.js';
import type { Lane, Scenario } from '../engine/scenario.js';
import type { ProseBlock } from '../text/prose.js';
import type { Sheet, StepId } from '../worksheet/index.js';
import type { Action, Effect } from './action.js';
import type { DrillTools } from './drill/state.js';
import type { Grid } from './focus.js';
import type { Asking, Pane, State, TracePlace } from './state.js';
import type { PickKind } from './worksheet/state.js';

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
	/** Parses Markdown that a reader may have brought; null: the parser is not loaded yet, and this asked for it. */
	readonly markdown: (text: string) => readonly ProseBlock[] | null;
	/** Ways from one screen to another: no screen knows another. */
	readonly go: Going;
	/** The scenarios that can be opened and that a filter finds, in the order of the list; an empty one finds all. */
	readonly find: (filter: string) => readonly Scenario[];
}

export interface Going {
	readonly contents: (state: State, around: Surroundings) => State;
	/** Opens a lesson; what is open is left as it stands. */
	readonly lesson: (state: State, lesson: LessonDocument, around: Surroundings) => State;
	/** Keeps how the open lesson leaves its scenario. */
	readonly leaveLesson: (state: State, around: Surroundings) => State;
	/** Asks these cards, one after the other. */
	readonly cards: (state: State, cards: readonly string[], around: Surroundings, tools: DrillTools) => State;
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

/** What worksheets need, loaded after the first frame: whoever reads a lesson does not wait for it. */
export interface SheetTools {
	/** What an action does to worksheets; null: it is about something else. */
	readonly about: (state: State, action: Action, around: SheetSurroundings) => Reduced | null;
	/** Does what was asked about a worksheet or a file, or leaves it. The state asks nothing any more. */
	readonly answer: (state: State, asked: Asking, yes: boolean, around: SheetSurroundings) => Reduced;
	/** What a worksheet can start from and that a filter finds: kinds of products first. */
	readonly templates: (filter: string) => readonly ScenarioDocument[];
	/** What in a step of a worksheet can have the focus, as it stands on screen. */
	readonly sheetItems: (sheet: Sheet, step: StepId) => Grid;
	/** What a picker lists, narrowed by what is typed. */
	readonly picks: (kind: PickKind, filter: string, sheet: Sheet | null, prices: PriceList | null) => readonly Pick[];
	/** A worksheet with the prices of a model in one lane, and what of them was missing. */
	readonly priced: (sheet: Sheet, lane: Lane, model: string, prices: PriceList) => Priced;
}

/** All that is around while worksheets are loaded. */
export type SheetSurroundings = Surroundings & SheetTools;

/** One thing that can be picked. */
export interface Pick {
	readonly value: string;
	readonly title: string;
	/** What it is, in a line. */
	readonly says: string;
}

export type Priced = Result<{ readonly sheet: Sheet; readonly notes: readonly string[] }>;

import type { Lab } from '../board/lab.js';
import type { LessonDocument, PriceList, ScenarioDocument } from '../content/index.js';
import type * as drill from '../drill/index.js';
import type { DrillKit } from '../drill/kit.js';
import type { Result } from '../engine/inputs/index.js';
import type { Lane, Scenario } from '../engine/scenario.js';
import type { Line } from '../text/line.js';
import type { ProseBlock } from '../text/prose.js';
import type { Sheet, StepId } from '../worksheet/index.js';
import type { Action, Effect, EventAction, ProgramAction } from './action.js';
import type { Grid } from './focus.js';
import type { Asking, Pane, State } from './state.js';
import type { PickKind } from './worksheet/state.js';

/** One command of a layer: its keys, its action, and its words in footer and help. */
export interface KeyRow<A = Action> {
	/** Names as the terminal's decoder gives them. */
	readonly keys: readonly string[];
	readonly action: A;
	/** The keys as readers know them, such as `←→`. Rows of one layer that share it share an entry of the footer. */
	readonly shown: string;
	/** One or two words for the footer. */
	readonly label: string;
	/** A line for the help, such as `u: undo`; missing: another row explains the key. */
	readonly help?: string;
	/** The footer shows the lowest ranks first, as many as fit; missing: only the help has the row. */
	readonly rank?: number;
	/** Whether the row is in force; missing: always. */
	readonly when?: (state: State) => boolean;
	/**
	 * Returns why the command cannot act now, which is said instead of acting; null: it can. The footer leaves such a row
	 * out.
	 */
	readonly disabled?: (state: State) => string | null;
	/** The key reaches this row past every layer above. */
	readonly global?: true;
}

/** The state after an action, and what the action asks of the world outside. */
export interface Updated {
	readonly state: State;
	readonly effects: readonly Effect[];
}

/** The rows of a layer with its own actions `A`. */
export type KeyRows<A extends Action> = readonly KeyRow<A | ProgramAction>[];

/** Something that takes keys. A key stops at the top layer, whether that has a row for it or not. */
export interface Layer<A extends Action = Action> {
	readonly id: string;
	readonly keys: KeyRows<A>;
	/** Characters are text, and arrive as `type` actions; no row may be bound to one. */
	readonly text?: true;
	/** Applies one of its own actions. Pure: the same state and action give the same result. */
	update(state: State, action: A, env: Env): Updated;
}

/** Lines side by side with other regions, as high as head and status leave room for. */
export interface Region {
	readonly id: string;
	/** Columns. */
	readonly width: number;
	readonly lines: readonly Line[];
	/** Lines may be longer than the region, which cuts them off. */
	readonly cut?: true;
}

/** A window's worth of lines: all but the footer, which is drawn from the rows in force. */
export interface View {
	readonly head: readonly Line[];
	readonly body: readonly Region[];
	readonly status: readonly Line[];
}

/** What fills the window: a screen, or an overlay on it. */
export interface Screen {
	/** Returns the layer of the screen that takes the keys: the screen itself, or something open in it. */
	layer(state: State): Layer;
	view(state: State, env: Env): View;
	/** Returns the same in sentences and in reading order, for a screen reader. */
	speak(state: State, env: Env): readonly string[];
}

/** The state as an update without effects. */
export const only = (state: State): Updated => ({ state, effects: [] });

/** What updates and views know beside the state. Handed in, so that they stay pure. */
export interface Env {
	/** The scenarios that can be opened, in the order of their list. */
	readonly documents: readonly ScenarioDocument[];
	/** The lessons, in reading order. */
	readonly lessons: readonly LessonDocument[];
	/**
	 * Returns a scenario as the reader left it, or as its file has it.
	 *
	 * @param file of a worksheet that is opened on the way; missing: the file the program was started on, if any
	 */
	readonly reopen: (scenario: Scenario, file?: string) => Reopened;
	/** Returns what the command line calls a scenario: its id, or the file it came from. */
	readonly nameOf: (scenario: string) => string;
	/** Returns what drills need; null: not loaded yet. */
	readonly drills: () => DrillTools | null;
	/** Returns what worksheets need; null: not loaded yet. */
	readonly sheets: () => SheetTools | null;
	/** Returns milliseconds since 1970, UTC. */
	readonly now: () => number;
	/** Parses Markdown that a reader may have brought; null: the parser is not loaded yet, and this asked for it. */
	readonly markdown: (text: string) => readonly ProseBlock[] | null;
	/** Draws an artifact in so many columns and lines; null: not drawn yet, and this asked for it. */
	readonly artifact: (artifact: Artifact, columns: number, height: number) => readonly Line[] | null;
	/** Ways from one screen to another: no screen knows another. */
	readonly go: Routes;
	/** Returns the keys that the help lists: those of the open screen, and all others. */
	readonly keyHelp: (state: State, env: Env) => KeyHelp;
}

export type Artifact = NonNullable<ScenarioDocument['artifact']>;

export interface KeyHelp {
	/** The heading of the first: `In the lab`. */
	readonly place: string;
	readonly here: readonly string[];
	readonly elsewhere: readonly string[];
}

export interface Routes {
	readonly contents: (state: State, env: Env) => State;
	/** Opens a lesson; the open one is left as it stands. */
	readonly lesson: (state: State, lesson: LessonDocument, env: Env) => State;
	/** Keeps how the open lesson leaves its scenario. */
	readonly leaveLesson: (state: State, env: Env) => State;
	/** Leaves the lab for the screen that it was opened from. */
	readonly leaveLab: (state: State, env: Env) => Updated;
	/** Shows the open worksheet, or else the list of them. */
	readonly worksheet: (state: State, env: Env) => Updated;
	/** Asks these cards, one after the other. */
	readonly cards: (state: State, cards: readonly string[], env: Env, tools: DrillTools) => State;
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

/** What drills need, loaded after the first frame. */
export interface DrillTools {
	readonly screen: Screen;
	readonly kit: DrillKit;
	readonly drill: typeof drill;
}

/** What worksheets need, loaded after the first frame: a reader of lessons does not wait for it. */
export interface SheetTools {
	readonly screen: Screen;
	/** The line that is typed below a screen. */
	readonly prompt: Layer;
	/** Applies what happened to files of worksheets. */
	readonly handle: (state: State, event: SheetEvent, env: SheetEnv) => Updated;
	/** Carries out or drops what was asked about a worksheet or a file. The state asks nothing any more. */
	readonly answer: (state: State, asked: Asking, yes: boolean, env: SheetEnv) => Updated;
	/** Shows the open worksheet again, or else the list. */
	readonly open: (state: State) => Updated;
	/** Takes the lab's present state into its worksheet, or asks for the name of a new one. */
	readonly takeLab: (state: State, env: SheetEnv) => Updated;
	/** Asks where the review artifact should go. */
	readonly askExport: (state: State, env: SheetEnv) => State;
	/** Returns the effects that keep words which are still being written. */
	readonly saveDraft: (state: State, env: SheetEnv) => readonly Effect[];
	/** Returns what a worksheet can start from and a filter finds: kinds of products first. */
	readonly templates: (filter: string) => readonly ScenarioDocument[];
	/** Returns what in a step of a worksheet can have the focus, as it stands on screen. */
	readonly sheetItems: (sheet: Sheet, step: StepId) => Grid;
	/** Returns what a picker lists, narrowed by what is typed. */
	readonly picks: (kind: PickKind, filter: string, sheet: Sheet | null, prices: PriceList | null) => readonly Pick[];
	/** Returns a worksheet with the prices of a model in one lane, and what of them was missing. */
	readonly priced: (sheet: Sheet, lane: Lane, model: string, prices: PriceList) => Priced;
}

/** What happens to worksheets and files without a key. */
export type SheetEvent = Extract<
	EventAction,
	{
		type:
			| 'sheets'
			| 'sheets-looked'
			| 'sheet-opened'
			| 'sheet-saved'
			| 'sheet-making'
			| 'sheet-gone'
			| 'prices'
			| 'export-over'
			| 'file-refused';
	}
>;

/** The environment while worksheets are loaded. */
export type SheetEnv = Env & SheetTools;

/** One thing that can be picked. */
export interface Pick {
	readonly value: string;
	readonly title: string;
	/** What it is, in a line. */
	readonly says: string;
}

export type Priced = Result<{ readonly sheet: Sheet; readonly notes: readonly string[] }>;

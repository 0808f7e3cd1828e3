import type { Lab } from '../board/lab.js';
import type { LessonDocument, PriceList, ScenarioDocument } from '../content/index.js';
import type * as drill from '../drill/index.js';
import type { DrillKit } from '../drill/kit.js';
import type { Result } from '../engine/inputs/index.js';
import type { Lane, Scenario } from '../engine/scenario.js';
import type { PaneId } from '../present/pane/pane.js';
import type { Line } from '../text/line.js';
import type { ListWindow } from '../text/list-window.js';
import type { ProseBlock } from '../text/prose.js';
import type { Sheet, StepId } from '../worksheet/index.js';
import type { Action, Effect, EventAction, ProgramAction } from './action.js';
import type { FocusGrid } from './focus.js';
import type { QuestionId, State } from './state.js';
import type { PickerKind } from './worksheet/state.js';

/** An entry of the footer. Rows of a layer with the same `keys` share one. */
export interface FooterEntry {
	/** The keys as printed, such as `←→`. */
	readonly keys: string;
	/** One or two words. */
	readonly label: string;
	/** The footer shows the lowest ranks first, as many as fit. */
	readonly rank: number;
}

/** What one wants to do: the headings of the help. */
export type HelpGroup = 'change' | 'why' | 'move' | 'practise' | 'keep' | 'write' | 'program';

/** One command of a layer: its keys, its action, and its texts in footer and help. */
export interface KeyRow<A = Action> {
	/** Key names as the terminal's decoder returns them. */
	readonly keys: readonly string[];
	readonly action: A;
	/** Entry of the footer; missing: the entry of another row covers this one too, or there is none. */
	readonly footer?: FooterEntry;
	/** Name of the command in the palette, such as `undo`; missing: what its help says after the keys. */
	readonly name?: string;
	/** Line of the help, such as `u, U: undo, redo`; missing: another row's line explains the key. */
	readonly help?: string;
	/** What the command is for: the heading of its line in the help. */
	readonly group?: HelpGroup;
	/** Whether the row is in force; missing: always. */
	readonly when?: (state: State, env: Env) => boolean;
	/** Returns why the command cannot act now, which the key then shows; null: it can. The footer omits disabled rows. */
	readonly disabled?: (state: State, env: Env) => string | null;
	/** Whether the key reaches this row past every layer above. */
	readonly global?: true;
}

/** The state after an action, and the effects to run. */
export interface Updated {
	readonly state: State;
	readonly effects: readonly Effect[];
}

/** The rows of a layer with its own actions `A`. */
export type KeyRows<A extends Action> = readonly KeyRow<A | ProgramAction>[];

/** Handler of keys. The top layer handles a key, unless it has no row for it and a lower layer has a global one. */
export interface Layer<A extends Action = Action> {
	readonly id: string;
	readonly keys: KeyRows<A>;
	/** Characters are text, and arrive as `type` actions; no row may be bound to one. */
	readonly text?: true;
	/** Applies one of its own actions. Pure: the same state and action give the same result. */
	update(state: State, action: A, env: Env): Updated;
}

/** A column of the window's body. Regions are side by side and take the lines between head and status. */
export interface Region {
	readonly id: string;
	/** Width in columns. */
	readonly width: number;
	readonly lines: readonly Line[];
	/** Whether lines that are too long are cut off. */
	readonly isCut?: true;
}

/** All lines of the window but the footer, which is drawn from the rows in force. */
export interface View {
	readonly head: readonly Line[];
	readonly body: readonly Region[];
	readonly status: readonly Line[];
}

/** A screen, or an overlay that covers one. */
export interface Screen {
	/** Returns the layer that handles the keys: the screen's own, or that of something open in it. */
	layer(state: State): Layer;
	/** Draws the screen. */
	view(state: State, env: Env): View;
	/** Returns the contents of the screen in sentences, in reading order; the last one is the status, or empty. */
	speak(state: State, env: Env): readonly string[];
	/** Returns the same as a page that is read in parts, null while there is none; missing: it is read whole. */
	speakPage?(state: State, env: Env): SpokenPage | null;
	/** Returns the page that `/` searches, null while there is none; missing: what is visible is searched. */
	find?(state: State, env: Env): SearchablePage | null;
}

/** A page in sentences, of which only some parts are in the window. */
export interface SpokenPage {
	readonly title: string;
	readonly parts: readonly SpokenPart[];
	/** Index of the part with the focus; null: none has it. */
	readonly focused: number | null;
	/** State of the challenge in sight; empty: there is none. */
	readonly bar: string;
	/** The question, the notice, or the status of the focus; empty: there is none. */
	readonly status: string;
}

/** A part of a page. Its index in the page stays the same while the page is read. */
export interface SpokenPart {
	/** Empty: nothing yet. */
	readonly sentences: readonly string[];
	/** Whether some of it is in the window. */
	readonly isVisible: boolean;
	/** Whether it is a question that waits for the reader's answer. */
	readonly isAsked: boolean;
}

/** A scrolling page, which is at the top of the view's first region. */
export interface SearchablePage {
	/** The whole page. */
	readonly lines: readonly Line[];
	/** The visible lines. */
	readonly window: Pick<ListWindow, 'from' | 'to'>;
	/** The chosen line of a list, in which a match is chosen; missing: the page only scrolls. */
	readonly chosen?: number;
	/** The lines of the view's second region, which do not scroll with the page; missing: it has none. */
	readonly beside?: readonly Line[];
	/** Returns the state in which this line is the first visible one, as far as the page allows. */
	readonly scrollTo: (line: number) => State;
}

/** Returns an update without effects. */
export const withoutEffects = (state: State): Updated => ({ state, effects: [] });

/** Dependencies of updates and views other than the state. Passed in, so that they stay pure. */
export interface Env {
	/** The scenarios that can be opened, in the order of their list. */
	readonly documents: readonly ScenarioDocument[];
	/** The lessons, in reading order. */
	readonly lessons: readonly LessonDocument[];
	/**
	 * Returns a scenario as the reader left it, or as in its file.
	 *
	 * @param file file of a worksheet; missing: the file that the scenario is known to come from, if any
	 */
	readonly reopen: (scenario: Scenario, file?: string) => ReopenedScenario;
	/** Returns the name of a scenario on the command line: its id, or its file. */
	readonly nameOf: (scenario: string) => string;
	/** Returns the drill tools; null: not loaded yet. */
	readonly drills: () => DrillTools | null;
	/** Returns the worksheet tools; null: not loaded yet. */
	readonly sheets: () => SheetTools | null;
	/** Returns milliseconds since 1970, UTC. */
	readonly now: () => number;
	/** Parses Markdown, which may be from a reader's own file; null: the parser is now being loaded. */
	readonly markdown: (text: string) => readonly ProseBlock[] | null;
	/** Draws an artifact in at most `columns` columns, compactly above `height` lines; null: it is now being drawn. */
	readonly artifact: (artifact: Artifact, columns: number, height: number) => readonly Line[] | null;
	/** Routes between screens, which do not import each other. */
	readonly go: Routes;
	/** Returns the key lines of the help of the open screen. */
	readonly keyHelp: (state: State, env: Env) => KeyHelp;
	/** Returns the commands and places of the palette that a text finds, best first. */
	readonly findCommands: (state: State, text: string, env: Env) => readonly Command[];
}

/** A command or a place of the palette. */
export interface Command {
	/** Its keys; empty: it has none. */
	readonly keys: readonly string[];
	readonly name: string;
	/** What kind of place it is, or where it leads; empty: it says itself. */
	readonly aside: string;
	/** Another name that finds it, such as the id of a scenario or its word in the footer; missing: none. */
	readonly id?: string;
	readonly action: Action;
	/** Why it cannot act now, or where it can; null: it can. */
	readonly reason: string | null;
	/** Whether it belongs to the screen below the open overlay. */
	readonly closesOverlay?: boolean;
}

/** The table that a scenario starts from. */
export type Artifact = NonNullable<ScenarioDocument['artifact']>;

/** Key lines of the help of a screen. */
export interface KeyHelp {
	/** Where they act: `In the lab`. */
	readonly place: string;
	/** The lines by what they are for, the most useful first. */
	readonly groups: readonly KeyHelpGroup[];
}

/** Some lines of the help, one per command, its keys before a colon. */
export interface KeyHelpGroup {
	readonly heading: string;
	readonly lines: readonly string[];
}

/** The routes between screens. */
export interface Routes {
	/** Opens the contents. */
	readonly contents: (state: State, env: Env) => State;
	/** Opens a lesson, after storing the state of the open one. */
	readonly lesson: (state: State, lesson: LessonDocument, env: Env) => State;
	/** Stores the edits of the scenario in the reading of the open lesson. */
	readonly leaveLesson: (state: State, env: Env) => State;
	/** Leaves the lab for the screen it was opened from. */
	readonly leaveLab: (state: State, env: Env) => Updated;
	/** Shows the open worksheet, or else the list of them. */
	readonly worksheet: (state: State, env: Env) => Updated;
	/** Asks the given cards in the drills, one after the other. */
	readonly cards: (state: State, cards: readonly string[], env: Env, tools: DrillTools) => State;
}

/** An entry of the contents. */
export interface ContentsEntry {
	readonly kind: 'lesson' | 'scenario' | 'term' | 'worksheet';
	readonly id: string;
}

/** A scenario as the reader left it. */
export interface ReopenedScenario {
	readonly lab: Lab;
	readonly pane: PaneId;
	readonly focus: Readonly<Partial<Record<PaneId, string>>>;
}

/** Code and data of drills, loaded after the first frame. */
export interface DrillTools {
	readonly screen: Screen;
	readonly kit: DrillKit;
	readonly drill: typeof drill;
}

/** Code of worksheets, loaded after the first frame so that a reader of lessons does not wait for it. */
export interface SheetTools {
	readonly screen: Screen;
	/** The layer of the line typed below a screen. */
	readonly prompt: Layer;
	/** Applies the outcome of a file operation. */
	readonly handleEvent: (state: State, event: SheetEvent, env: SheetEnv) => Updated;
	/** Applies the answer to a question about a worksheet or a file; the question is no longer open in `state`. */
	readonly answerQuestion: (state: State, asked: QuestionId, yes: boolean, env: SheetEnv) => Updated;
	/** Shows the open worksheet again, or else the list. */
	readonly open: (state: State) => Updated;
	/** Copies the lab's current state into its worksheet, or asks for the name of a new one. */
	readonly takeLab: (state: State, env: SheetEnv) => Updated;
	/** Asks for the file of the review artifact. */
	readonly askExport: (state: State, env: SheetEnv) => State;
	/** Returns the effects that save the text being edited. */
	readonly saveDraft: (state: State, env: SheetEnv) => readonly Effect[];
	/** Returns the templates of worksheets that a filter finds, kinds of products first. */
	readonly templates: (filter: string) => readonly ScenarioDocument[];
	/** Returns the items of a step that can have the focus, in their arrangement on screen. */
	readonly sheetItems: (sheet: Sheet, step: StepId) => FocusGrid;
	/** Returns the picks of a picker that the filter finds. */
	readonly picks: (
		kind: PickerKind,
		filter: string,
		sheet: Sheet | null,
		prices: PriceList | null,
	) => readonly PickerItem[];
	/** Returns a worksheet with the prices of a model in one lane, and notes on what is missing in them. */
	readonly applyModelPrices: (sheet: Sheet, lane: Lane, model: string, prices: PriceList) => PricedSheet;
}

/** Actions about worksheets and files that no key causes. */
export type SheetEvent = Exclude<EventAction, { type: 'resize' | 'clock' | 'report-success' | 'report-problem' }>;

/** The environment once worksheets are loaded. */
export type SheetEnv = Env & SheetTools;

/** An item of a picker. */
export interface PickerItem {
	readonly value: string;
	readonly title: string;
	/** Description in one line. */
	readonly description: string;
}

/** A worksheet with the prices of a model, and notes on them. */
export type PricedSheet = Result<{ readonly sheet: Sheet; readonly notes: readonly string[] }>;

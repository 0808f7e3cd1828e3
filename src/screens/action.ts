import type { RowCommand } from '../board/rows.js';
import type { PriceList } from '../content/index.js';
import type { Grade, Review } from '../drill/schedule/index.js';
import type { RequestFilter } from '../engine/index.js';
import type { MetricName } from '../engine/scenario.js';
import type { PaneId } from '../present/pane/pane.js';
import type { EditCommand } from '../text/editor.js';
import type { Sheet } from '../worksheet/index.js';
import type { DrillSet } from './drill/state.js';
import type { Size } from './size.js';
import type { OverlayKind, ScreenId } from './state.js';
import type { SaveState, SheetEntry } from './worksheet/state.js';

/** A place that the palette leads to. */
export type Place =
	/** A pane of the open scenario's lab. */
	| { readonly kind: 'pane'; readonly pane: PaneId }
	| { readonly kind: 'scenario' | 'lesson'; readonly id: string }
	/** A numbered row of what is open. */
	| { readonly kind: 'row'; readonly row: number };

/** Actions that mean the same in every layer. */
export type ProgramAction =
	| { readonly type: 'open'; readonly overlay: OverlayKind }
	| { readonly type: 'go'; readonly screen: ScreenId }
	/** Lists every command and place by name. */
	| { readonly type: 'open-palette' }
	/** Does what is chosen in the palette. */
	| { readonly type: 'run-chosen' }
	| { readonly type: 'go-to'; readonly place: Place }
	/** Starts to type a text to find in what is open. */
	| { readonly type: 'open-find' }
	/** Opens the drills, or starts some of them. */
	| { readonly type: 'drill'; readonly start: DrillSet | null; readonly minutes?: number }
	/** Copies the lab's state into its worksheet, or into a new one. */
	| { readonly type: 'take' }
	/** Asks where the review artifact should go. */
	| { readonly type: 'export' }
	| { readonly type: 'quit' }
	| { readonly type: 'suspend' }
	/** Redraws the whole screen. */
	| { readonly type: 'redraw' };

/** Actions that only some layers handle. */
export type LayerAction =
	| { readonly type: 'step'; readonly by: number }
	| { readonly type: 'move'; readonly rows: number }
	| { readonly type: 'focus-next'; readonly by: number }
	| { readonly type: 'pane'; readonly by: number }
	/** Shows or hides the figures of a pane that are not needed to steer. */
	| { readonly type: 'details' }
	| { readonly type: 'type'; readonly text: string }
	/** Erases the last character typed, or all of them. */
	| { readonly type: 'erase'; readonly all?: true }
	| { readonly type: 'enter' }
	| { readonly type: 'undo'; readonly by: number }
	| { readonly type: 'reset-input' }
	| { readonly type: 'ask-reset' }
	| { readonly type: 'answer'; readonly yes: boolean }
	| { readonly type: 'pin'; readonly on: boolean }
	| { readonly type: 'rows'; readonly command: RowCommand }
	/** Goes to the next traced request, of any kind or of one. */
	| { readonly type: 'trace'; readonly to: RequestFilter }
	| { readonly type: 'stage'; readonly by: number }
	/** Starts to type which segments the tables list. */
	| { readonly type: 'filter-segments' }
	| { readonly type: 'show-all-segments' }
	/** Goes to the next open guess, unmet condition or breached guardrail. */
	| { readonly type: 'jump' }
	/** Toggles guessing before each edit. */
	| { readonly type: 'predict' }
	/** Guesses the next metric. */
	| { readonly type: 'predict-next' }
	| { readonly type: 'scroll'; readonly by: number }
	| { readonly type: 'choose' }
	/** Starts to type the filter of a list. */
	| { readonly type: 'find' }
	/** Goes to the next or the previous match of an open search. */
	| { readonly type: 'find-next'; readonly by: number }
	| { readonly type: 'close-find' }
	| { readonly type: 'back' }
	/** Scrolls by whole windows. */
	| { readonly type: 'page'; readonly by: number }
	/** Scrolls, or moves through a list, by half a window: 1 or −1. */
	| { readonly type: 'half-page'; readonly by: 1 | -1 }
	/** Opens the next or the previous lesson. */
	| { readonly type: 'change-lesson'; readonly by: number }
	| { readonly type: 'hint' }
	| { readonly type: 'skip' }
	/** Asks whether to restart one lesson, or all of them. */
	| { readonly type: 'ask-restart'; readonly all: boolean }
	/** Moves the cursor in edited text, or erases some of it. */
	| { readonly type: 'edit-text'; readonly move: EditCommand }
	| { readonly type: 'submit' }
	/** Shows or hides the labels of a diagram, which are placed by number. */
	| { readonly type: 'labels' }
	| { readonly type: 'tick' }
	| { readonly type: 'grade'; readonly grade: Grade }
	/** Leaves a question that the model judged for the next one, or for another of its kind. */
	| { readonly type: 'go-on'; readonly to: 'next' | 'same' | 'harder' | 'easier' }
	| { readonly type: 'ungrade' }
	/** Opens the case in the lab. */
	| { readonly type: 'mend' }
	/** Opens the lesson behind a question, a key point or a line of the debrief. */
	| { readonly type: 'teach' }
	/** Pauses or resumes the clock of a run. */
	| { readonly type: 'pause' }
	/** Toggles whether a run shows judgements at once or at its end. */
	| { readonly type: 'peek' }
	/** A command on the chosen worksheet of the list, or on the open one. */
	| {
			readonly type: 'sheet';
			readonly command: 'new' | 'rename' | 'duplicate' | 'delete' | 'prices' | 'countdown' | 'lab';
	  };

/** Actions that belong to no layer: most are not caused by a key. They keep the current notice or replace it. */
export type EventAction =
	| { readonly type: 'resize'; readonly size: Size }
	/** A visible clock has moved on, or something was loaded: the frame is redrawn. */
	| { readonly type: 'clock' }
	/** The list of worksheets was read. `notice`: a message about it for the reader; null: none. */
	| { readonly type: 'sheets'; readonly entries: readonly SheetEntry[]; readonly notice: string | null }
	/** Some worksheets of the list were read whole. */
	| { readonly type: 'sheets-read'; readonly entries: readonly SheetEntry[] }
	/** A worksheet was read or created. */
	| { readonly type: 'sheet-opened'; readonly path: string; readonly sheet: Sheet; readonly notice: string | null }
	/** A worksheet was saved, or could not be. */
	| { readonly type: 'sheet-saved'; readonly path: string; readonly saved: SaveState; readonly notice: string | null }
	/** A worksheet was deleted or renamed. */
	| { readonly type: 'sheet-removed'; readonly path: string }
	/** A new worksheet of this name was asked for. `path`: its file; null: in the worksheet folder. */
	| { readonly type: 'sheet-named'; readonly name: string; readonly path: string | null }
	/** A price list was read. */
	| { readonly type: 'prices'; readonly list: PriceList }
	/** The file of an export exists: asks whether to replace it. */
	| { readonly type: 'confirm-overwrite'; readonly file: string }
	/** A typed file name cannot be used, and is asked for again. */
	| { readonly type: 'file-refused'; readonly for: 'export' | 'prices'; readonly file: string; readonly text: string }
	/** An effect succeeded. */
	| { readonly type: 'report-success'; readonly text: string }
	/** An effect failed, or the reader should know something else. */
	| { readonly type: 'report-problem'; readonly text: string };

/** Every input of an update. */
export type Action = ProgramAction | LayerAction | EventAction;

const EVENTS: Readonly<Record<EventAction['type'], true>> = {
	resize: true,
	clock: true,
	sheets: true,
	'sheets-read': true,
	'sheet-opened': true,
	'sheet-saved': true,
	'sheet-removed': true,
	'sheet-named': true,
	prices: true,
	'confirm-overwrite': true,
	'file-refused': true,
	'report-success': true,
	'report-problem': true,
};

/** Whether an action belongs to no layer. */
export const isEvent = (action: Action): action is EventAction => action.type in EVENTS;

/** Operations on worksheet files. */
export type SheetEffect =
	| { readonly type: 'sheet-list' }
	/** Reads these worksheets whole. */
	| { readonly type: 'sheet-read'; readonly entries: readonly SheetEntry[] }
	| { readonly type: 'sheet-open'; readonly path: string }
	/** Creates a file. `path` null: in the worksheet folder. `besides`: a file that another program changed; it stays. */
	| { readonly type: 'sheet-create'; readonly sheet: Sheet; readonly path: string | null; readonly besides?: string }
	/** `over`: also over another program's changes. `subject`: what was changed, so that a held key is one change. */
	| {
			readonly type: 'sheet-save';
			readonly path: string;
			readonly sheet: Sheet;
			readonly over: boolean;
			readonly subject: string;
	  }
	/** `name`: an unused name; `words`: what was typed for it. */
	| {
			readonly type: 'sheet-rename' | 'sheet-duplicate';
			readonly path: string;
			readonly name: string;
			readonly words: string;
	  }
	| { readonly type: 'sheet-delete'; readonly path: string }
	| { readonly type: 'sheet-prices'; readonly file: string };

/** Something to do outside the state: returned by an update, run by the session. */
export type Effect =
	| { readonly type: 'quit' }
	| { readonly type: 'suspend' }
	| { readonly type: 'redraw' }
	/** Records an answer; its grade may follow. */
	| { readonly type: 'answered'; readonly card: string; readonly text: string }
	/** Records a grade. */
	| { readonly type: 'reviewed'; readonly review: Review }
	| SheetEffect
	/** Writes the review artifact of the open worksheet, or of the lab's current state. */
	| { readonly type: 'export'; readonly file: string; readonly over: boolean }
	/** Records that the last grade of a card was taken back. */
	| { readonly type: 'unreviewed'; readonly card: string }
	/** Records a guess of a metric. `truth` null: not measured. */
	| {
			readonly type: 'predicted';
			readonly scenario: string;
			readonly metric: MetricName;
			readonly guess: number;
			readonly truth: number | null;
	  };

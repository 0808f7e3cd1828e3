import type { Guess } from '../board/guess.js';
import type { RowDeed } from '../board/rows.js';
import type { PriceList } from '../content/index.js';
import type { Grade, Review } from '../drill/schedule/index.js';
import type { Wanted } from '../engine/index.js';
import type { MetricName } from '../engine/scenario.js';
import type { EditorMove } from '../text/editor.js';
import type { Sheet } from '../worksheet/index.js';
import type { DrillSet } from './drill/state.js';
import type { Size } from './size.js';
import type { OverlayKind, ScreenId } from './state.js';
import type { Saved, SheetEntry } from './worksheet/state.js';

/** Actions that mean the same in every layer. */
export type ProgramAction =
	| { readonly type: 'open'; readonly overlay: OverlayKind }
	| { readonly type: 'go'; readonly screen: ScreenId }
	/** Opens the drills, or starts some of them. */
	| { readonly type: 'drill'; readonly start: DrillSet | null; readonly minutes?: number }
	/** Takes the lab's state into its worksheet, or into a new one. */
	| { readonly type: 'take' }
	/** Asks where the review artifact should go. */
	| { readonly type: 'export' }
	| { readonly type: 'quit' }
	| { readonly type: 'suspend' }
	/** Writes the screen again, whole. */
	| { readonly type: 'redraw' };

/** Actions of single layers. */
export type LayerAction =
	| { readonly type: 'step'; readonly by: number }
	| { readonly type: 'move'; readonly rows: number }
	| { readonly type: 'next'; readonly by: number }
	| { readonly type: 'pane'; readonly by: number }
	| { readonly type: 'type'; readonly text: string }
	| { readonly type: 'erase' }
	| { readonly type: 'enter' }
	| { readonly type: 'undo'; readonly by: number }
	| { readonly type: 'reset-input' }
	| { readonly type: 'ask-reset' }
	| { readonly type: 'answer'; readonly yes: boolean }
	| { readonly type: 'pin'; readonly on: boolean }
	| { readonly type: 'rows'; readonly command: RowDeed }
	/** Goes to the traced request after this one: any, or one of a kind. */
	| { readonly type: 'trace'; readonly to: Wanted }
	| { readonly type: 'stage'; readonly by: number }
	/** Turns guessing before each edit on and off. */
	| { readonly type: 'predict' }
	/** Guesses the next metric. */
	| { readonly type: 'predict-next' }
	| { readonly type: 'scroll'; readonly by: number }
	| { readonly type: 'choose' }
	/** Starts to type what narrows the list. */
	| { readonly type: 'find' }
	| { readonly type: 'back' }
	/** Scrolls by whole windows. */
	| { readonly type: 'page'; readonly by: number }
	/** Opens the next lesson, or the one before. */
	| { readonly type: 'turn'; readonly by: number }
	| { readonly type: 'hint' }
	| { readonly type: 'skip' }
	/** Asks whether one lesson, or all of them, should start afresh. */
	| { readonly type: 'ask-restart'; readonly all: boolean }
	/** What a key does to the text that is being written. */
	| { readonly type: 'edit-text'; readonly move: EditorMove }
	| { readonly type: 'submit' }
	/** Offers the labels of a diagram, to be placed by number; or takes them away. */
	| { readonly type: 'labels' }
	| { readonly type: 'tick' }
	| { readonly type: 'grade'; readonly grade: Grade }
	/** On from a question that the model judged; another of its kind, or a harder one. */
	| { readonly type: 'go-on'; readonly to: 'next' | 'same' | 'harder' | 'easier' }
	| { readonly type: 'ungrade' }
	/** Opens the case in the lab, to be mended. */
	| { readonly type: 'mend' }
	/** Opens the lesson behind a question, a key point or a line of the debrief. */
	| { readonly type: 'teach' }
	/** Stops the clock of a run, or lets it go on. */
	| { readonly type: 'pause' }
	/** Whether a run shows how an answer went at once, or at its end. */
	| { readonly type: 'peek' }
	/** A key for the chosen worksheet of the list, or for the open one. */
	| {
			readonly type: 'sheet';
			readonly command: 'new' | 'rename' | 'duplicate' | 'delete' | 'prices' | 'countdown' | 'lab';
	  };

/** What happens without a key: it keeps the notice that is on screen. */
export type EventAction =
	| { readonly type: 'resize'; readonly size: Size }
	/** A second has passed on a clock that is shown, or something was loaded: the frame is drawn again. */
	| { readonly type: 'clock' }
	/** The worksheets were read. `notice`: what the reader should know. */
	| { readonly type: 'sheets'; readonly entries: readonly SheetEntry[]; readonly notice: string | null }
	/** Some of them were read whole. */
	| { readonly type: 'sheets-looked'; readonly entries: readonly SheetEntry[] }
	/** One was read, or made. */
	| { readonly type: 'sheet-opened'; readonly path: string; readonly sheet: Sheet; readonly notice: string | null }
	/** One was written, or not. */
	| { readonly type: 'sheet-saved'; readonly path: string; readonly saved: Saved; readonly notice: string | null }
	/** One was deleted, or has another name now. */
	| { readonly type: 'sheet-gone'; readonly path: string }
	/** A new one is wanted by this name; `path`: where, if not in the folder of worksheets. */
	| { readonly type: 'sheet-making'; readonly name: string; readonly path: string | null }
	| { readonly type: 'prices'; readonly list: PriceList }
	/** A file is there already: may it be replaced? */
	| { readonly type: 'export-over'; readonly file: string }
	/** A file name that was typed cannot be used, and is asked for again. */
	| { readonly type: 'file-refused'; readonly for: 'export' | 'prices'; readonly file: string; readonly text: string }
	/** Something outside succeeded. */
	| { readonly type: 'done'; readonly text: string }
	/** Something happened outside that the reader should know. */
	| { readonly type: 'told'; readonly text: string };

/** Everything that can happen. */
export type Action = ProgramAction | LayerAction | EventAction;

const EVENTS: Readonly<Record<EventAction['type'], true>> = {
	resize: true,
	clock: true,
	sheets: true,
	'sheets-looked': true,
	'sheet-opened': true,
	'sheet-saved': true,
	'sheet-gone': true,
	'sheet-making': true,
	prices: true,
	'export-over': true,
	'file-refused': true,
	done: true,
	told: true,
};

export const isEvent = (action: Action): action is EventAction => action.type in EVENTS;

/** What happens to files of worksheets. */
export type SheetEffect =
	| { readonly type: 'sheet-list' }
	/** Reads them whole. */
	| { readonly type: 'sheet-look'; readonly entries: readonly SheetEntry[] }
	| { readonly type: 'sheet-open'; readonly path: string }
	/** A new file; `path` null: in the folder of worksheets. `besides`: a file that another program changed, left as it is. */
	| { readonly type: 'sheet-create'; readonly sheet: Sheet; readonly path: string | null; readonly besides?: string }
	/** `over`: even over what another program wrote meanwhile. `subject`: what was changed, so that a held key is one change. */
	| {
			readonly type: 'sheet-save';
			readonly path: string;
			readonly sheet: Sheet;
			readonly over: boolean;
			readonly subject: string;
	  }
	/** `name` is free; `words` are what was typed for it. */
	| {
			readonly type: 'sheet-rename' | 'sheet-duplicate';
			readonly path: string;
			readonly name: string;
			readonly words: string;
	  }
	| { readonly type: 'sheet-delete'; readonly path: string }
	| { readonly type: 'sheet-prices'; readonly file: string };

/** What the program has to do outside the state; returned by an update, run by the session. */
export type Effect =
	| { readonly type: 'quit' }
	| { readonly type: 'suspend' }
	| { readonly type: 'redraw' }
	/** An answer was given; its grade may follow. */
	| { readonly type: 'answered'; readonly card: string; readonly text: string }
	| { readonly type: 'reviewed'; readonly review: Review }
	| SheetEffect
	/** The lab's present state, or the open worksheet, as an artifact for a review. */
	| { readonly type: 'export'; readonly file: string; readonly over: boolean }
	/** The last grade was taken back. */
	| { readonly type: 'unreviewed'; readonly card: string }
	/** Guesses were compared with the truth; null: it was not measured. */
	| {
			readonly type: 'predicted';
			readonly scenario: string;
			readonly metric: MetricName;
			readonly guesses: readonly Guess[];
			readonly truth: number | null;
	  };

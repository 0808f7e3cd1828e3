import type { Guess } from '../board/guess.js';
import type { RowDeed } from '../board/rows.js';
import type { PriceList } from '../content/index.js';
import type { Grade, Review } from '../drill/schedule/index.js';
import type { Wanted } from '../engine/index.js';
import type { MetricName } from '../engine/scenario.js';
import type { EditorMove } from '../text/editor.js';
import type { Sheet } from '../worksheet/index.js';
import type { DrillSet } from './drill/state.js';
import type { PageLayout } from './lesson/place.js';
import type { OverlayKind, Screen } from './state.js';
import type { Saved, SheetEntry } from './worksheet/state.js';

/** Everything that can happen. Keys, and later a palette or a lesson, come back as these. */
export type Action =
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
	| { readonly type: 'rows'; readonly deed: RowDeed }
	/** Goes to the traced request after this one: any, or one of a kind. */
	| { readonly type: 'trace'; readonly to: Wanted }
	| { readonly type: 'stage'; readonly by: number }
	/** Turns guessing before each edit on and off. */
	| { readonly type: 'predict' }
	/** Guesses the next metric. */
	| { readonly type: 'predict-next' }
	| { readonly type: 'open'; readonly overlay: OverlayKind }
	| { readonly type: 'scroll'; readonly by: number }
	/** Said by the view that measured an overlay's content. */
	| { readonly type: 'measured'; readonly most: number }
	| { readonly type: 'choose' }
	/** Starts to type what narrows the list. */
	| { readonly type: 'find' }
	| { readonly type: 'back' }
	| { readonly type: 'go'; readonly screen: Screen }
	/** Turns a lesson by whole windows. */
	| { readonly type: 'page'; readonly by: number }
	/** Opens the next lesson, or the one before. */
	| { readonly type: 'turn'; readonly by: number }
	| { readonly type: 'hint' }
	| { readonly type: 'skip' }
	/** Asks whether one lesson, or all of them, should start afresh. */
	| { readonly type: 'ask-restart'; readonly all: boolean }
	/** Said by the view that laid the open lesson out. */
	| { readonly type: 'laid-out'; readonly layout: PageLayout }
	/** How the page of a drill was drawn: its first line that shows, and the last that could be the first. */
	| { readonly type: 'drawn'; readonly top: number; readonly most: number }
	/** Opens the drills, or starts some of them. */
	| { readonly type: 'drill'; readonly start: DrillSet | null; readonly minutes?: number }
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
	/** Stops the clock of a run, or lets it go on. */
	| { readonly type: 'pause' }
	/** Whether a run shows how an answer went at once, or at its end. */
	| { readonly type: 'peek' }
	/** A second has passed on a clock that is shown. */
	| { readonly type: 'clock' }
	/** A key for the open worksheet, for the chosen one of the list, or for the lab of one. */
	| {
			readonly type: 'sheet';
			readonly deed: 'new' | 'take' | 'rename' | 'duplicate' | 'delete' | 'prices' | 'countdown';
	  }
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
	/** Asks where the review artifact should go. */
	| { readonly type: 'export' }
	/** A file is there already: may it be replaced? */
	| { readonly type: 'export-over'; readonly file: string }
	/** What was typed for a file does not do, and is asked for again. */
	| { readonly type: 'file-refused'; readonly for: 'export' | 'prices'; readonly file: string; readonly text: string }
	/** Something that happened outside as it should. */
	| { readonly type: 'done'; readonly text: string }
	/** Something that happened outside and that the reader should know. */
	| { readonly type: 'told'; readonly text: string }
	| { readonly type: 'quit' }
	| { readonly type: 'suspend' }
	/** Writes the screen again, whole. */
	| { readonly type: 'redraw' };

/** What happens to files of worksheets. */
export type SheetEffect =
	| { readonly type: 'sheet-list' }
	/** Reads them whole. */
	| { readonly type: 'sheet-look'; readonly entries: readonly SheetEntry[] }
	| { readonly type: 'sheet-open'; readonly path: string }
	/** A new file; null: in the folder of worksheets, or beside another one that is somebody else's now, by its id. */
	| { readonly type: 'sheet-create'; readonly sheet: Sheet; readonly path: string | null; readonly besides?: string }
	/** `over`: whatever somebody else wrote there meanwhile. `subject`: what was changed, so that a held key is one change. */
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

/** What the program has to do outside the state; returned by the reducer, run at the edge. */
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

import type { PriceList } from '../../content/index.js';
import type { Lane } from '../../engine/scenario.js';
import type { Editor } from '../../text/editor.js';
import { STEPS } from '../../worksheet/form-steps.js';
import type { Sheet, StepId } from '../../worksheet/index.js';

/** A worksheet file of the worksheet folder, as the list shows it. */
export interface SheetEntry {
	/** File name without its extension; also the worksheet's id. */
	readonly name: string;
	readonly path: string;
	/** Time of the last change, in milliseconds since 1970, UTC. */
	readonly changed: number;
	/** null: the file is not a readable worksheet, or was not read whole. */
	readonly sheet: Sheet | null;
	/** Problem of the file, in one line; null: none is known. */
	readonly problem: string | null;
	/** Title from the head of a file that was not read whole; null: it has none. Missing: the file was read whole. */
	readonly title?: string | null;
}

/** An entry of the worksheet's history. */
export interface SheetHistoryEntry {
	readonly sheet: Sheet;
	/** The change that led here, in words. */
	readonly description: string;
}

/** The worksheet that is being filled in. */
export interface OpenSheet {
	readonly path: string;
	/** Oldest first; the first is the file as it was opened. */
	readonly history: readonly SheetHistoryEntry[];
	/** Index of the current entry of the history. */
	readonly position: number;
	/** State of the last save. */
	readonly saved: SaveState;
}

/** `waiting`: the save is pending. */
export type SaveState =
	| { readonly state: 'saved' | 'waiting' }
	/** `text`: why it could not be written; `conflict`: another program changed the file. */
	| { readonly state: 'failed' | 'conflict'; readonly text: string };

/** Kind of item that a picker chooses. */
export type PickerKind =
	| { readonly of: 'template' }
	| { readonly of: 'input' }
	/** The metric of the rollback trigger, or else of another guardrail. */
	| { readonly of: 'metric'; readonly trigger: boolean }
	| { readonly of: 'model'; readonly lane: Lane };

/** An open list to pick from, which typing narrows. */
export interface Picker {
	readonly kind: PickerKind;
	readonly filter: string;
	/** Index of the chosen pick. */
	readonly chosen: number;
}

/** The optional countdown of a worksheet. */
export interface Countdown {
	/** Milliseconds left at `since`, or, while stopped, now. */
	readonly left: number;
	/** Milliseconds since 1970, UTC; null: stopped. */
	readonly since: number | null;
}

/** The state of worksheets. */
export interface SheetState {
	/** null: not read yet. */
	readonly entries: readonly SheetEntry[] | null;
	/** Index of the chosen entry of the list. */
	readonly chosen: number;
	/** Name of the entry to choose once the list is read again, after a rename or a copy; null: none. */
	readonly nextChosen: string | null;
	/** The worksheet to delete if the reader confirms; null: none. */
	readonly deleting: SheetEntry | null;
	/** The worksheet in the form; null: the list is shown. */
	readonly open: OpenSheet | null;
	/** Index of the shown step. */
	readonly step: number;
	/** Index of the step each worksheet was left at, by path. */
	readonly steps: Readonly<Record<string, number>>;
	/** Focused field or number of each step; missing: the first. */
	readonly focus: Readonly<Partial<Record<StepId, string>>>;
	/** Editor of the focused text field; null: not being edited. */
	readonly editor: Editor | null;
	readonly picker: Picker | null;
	/** Name and file that were given for a new worksheet before its template is chosen; null: the name is asked for. */
	readonly newSheet: { readonly name: string; readonly path: string | null } | null;
	readonly clock: Countdown | null;
	/** The loaded price list; null: none. */
	readonly prices: PriceList | null;
	/** Every worksheet opened in this run as it is now, by id; the lab shows them too. */
	readonly known: Readonly<Record<string, { readonly sheet: Sheet; readonly path: string }>>;
	/** First visible line of the form; null: the window follows the focus. */
	readonly offset: number | null;
}

/** The state before any worksheet was opened. */
export const INITIAL_SHEETS: SheetState = {
	entries: null,
	chosen: 0,
	nextChosen: null,
	deleting: null,
	open: null,
	step: 0,
	steps: {},
	focus: {},
	editor: null,
	picker: null,
	newSheet: null,
	clock: null,
	prices: null,
	known: {},
	offset: null,
};

/** Returns the shown step. */
export const currentStep = ({ sheets: { step } }: { readonly sheets: SheetState }): StepId =>
	STEPS[step]?.id ?? 'feature';

/** Returns the current entry of an open worksheet's history. */
export function currentSheetEntry({ history, position }: OpenSheet): SheetHistoryEntry {
	const point = history[position];
	if (!point) throw new Error(`the worksheet has no point ${position}`);
	return point;
}

/** Returns the milliseconds left on a countdown, at least 0. */
export const remainingMs = ({ left, since }: Countdown, now: number): number =>
	Math.max(0, left - (since === null ? 0 : Math.max(0, now - since)));

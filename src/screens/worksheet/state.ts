import type { PriceList } from '../../content/index.js';
import type { Lane } from '../../engine/scenario.js';
import type { Editor } from '../../text/editor.js';
import type { Sheet, StepId } from '../../worksheet/index.js';
import { STEPS } from '../../worksheet/steps.js';

/** A worksheet of the reader's folder, as a list shows it. */
export interface SheetEntry {
	/** Its file's name without the ending, and its id. */
	readonly name: string;
	readonly path: string;
	/** Milliseconds since 1970, UTC. */
	readonly changed: number;
	/** null: the file cannot be read as one. */
	readonly sheet: Sheet | null;
	/** What is wrong with the file, in a line; null: nothing. */
	readonly problem: string | null;
	/** Of a file that was not read whole: what its head calls it, or null. Missing: the file was read whole. */
	readonly title?: string | null;
}

/** A worksheet after a change. */
export interface SheetPoint {
	readonly sheet: Sheet;
	/** What was done to get here, in words. */
	readonly did: string;
}

/** The worksheet that is being filled in. */
export interface OpenSheet {
	readonly path: string;
	/** Oldest first; the first is the file as it was opened. */
	readonly history: readonly SheetPoint[];
	readonly at: number;
	/** How the last save went. */
	readonly saved: Saved;
}

export type Saved =
	| { readonly state: 'saved' | 'waiting' }
	/** It could not be written, in words; `conflict`: somebody else changed the file. */
	| { readonly state: 'failed' | 'conflict'; readonly text: string };

/** What is chosen from a list that typing narrows. */
export type PickKind =
	| { readonly of: 'template' }
	| { readonly of: 'input' }
	/** The rollback trigger, or a further guardrail. */
	| { readonly of: 'metric'; readonly trigger: boolean }
	| { readonly of: 'model'; readonly lane: Lane };

export interface Picker {
	readonly kind: PickKind;
	readonly filter: string;
	readonly at: number;
}

/** A clock that counts down, if the reader wants one. */
export interface Countdown {
	/** Milliseconds left at `since`, or now where it stands still. */
	readonly left: number;
	/** null: it stands still. */
	readonly since: number | null;
}

/** Everything that belongs to worksheets. */
export interface SheetState {
	/** null: not read yet. */
	readonly entries: readonly SheetEntry[] | null;
	/** The chosen line of the list. */
	readonly at: number;
	/** The one that is about to be deleted, once that is answered; null: none is. */
	readonly deleting: SheetEntry | null;
	/** null: the list is shown. */
	readonly open: OpenSheet | null;
	/** Index of the step. */
	readonly step: number;
	/** The step that each worksheet was left at, by its path. */
	readonly steps: Readonly<Record<string, number>>;
	/** The focused field or number, per step; missing: the first. */
	readonly focus: Readonly<Partial<Record<StepId, string>>>;
	/** The words that are being written for the focused field; null: none are. */
	readonly editor: Editor | null;
	readonly picker: Picker | null;
	/** The name that a new worksheet was given before its template was chosen; null: it is asked for. */
	readonly making: { readonly name: string; readonly path: string | null } | null;
	readonly clock: Countdown | null;
	/** The price list that was loaded; null: none. */
	readonly prices: PriceList | null;
	/** Every worksheet that was opened in this run, as it is now, by id: the lab shows them too. */
	readonly known: Readonly<Record<string, { readonly sheet: Sheet; readonly path: string }>>;
	/** First line that shows of what does not fit; null: as the focus needs it. */
	readonly offset: number | null;
	readonly drawn: { readonly top: number; readonly most: number };
}

export const NO_SHEETS: SheetState = {
	entries: null,
	at: 0,
	deleting: null,
	open: null,
	step: 0,
	steps: {},
	focus: {},
	editor: null,
	picker: null,
	making: null,
	clock: null,
	prices: null,
	known: {},
	offset: null,
	drawn: { top: 0, most: 0 },
};

/** The step that is shown. */
export const stepOf = ({ sheets: { step } }: { readonly sheets: SheetState }): StepId => STEPS[step]?.id ?? 'feature';

/** The present point of an open worksheet. */
export function pointOf({ history, at }: OpenSheet): SheetPoint {
	const point = history[at];
	if (!point) throw new Error(`the worksheet has no point ${at}`);
	return point;
}

/** Milliseconds that are left on a clock. */
export const leftOn = ({ left, since }: Countdown, now: number): number =>
	Math.max(0, left - (since === null ? 0 : Math.max(0, now - since)));

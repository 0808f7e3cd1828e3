import type { Lab } from '../board/lab.js';
import type { Reading } from '../course/index.js';
import type { Peek } from '../drill/interview/index.js';
import type { Review } from '../drill/schedule/index.js';
import type { MetricName } from '../engine/scenario.js';
import type { DrillState } from './drill/state.js';
import type { Prompt } from './prompt.js';
import type { Size } from './size.js';
import type { SheetState } from './worksheet/state.js';

/** Id of a pane of the lab. */
export type Pane = string;

/** Pages and lists that lie over a screen. */
export type OverlayKind =
	| 'help'
	| 'story'
	| 'artifact'
	| 'scenarios'
	| 'states'
	| 'history'
	| 'share'
	| 'glossary'
	| 'progress';

export interface Overlay {
	readonly kind: OverlayKind;
	/** First line shown, or the chosen item of a list. */
	readonly offset: number;
	/** What narrows the list of scenarios; empty: nothing. */
	readonly filter: string;
	/** Whether it is being typed. */
	readonly finding: boolean;
}

export interface Notice {
	readonly tone: 'said' | 'refused';
	readonly text: string;
}

/** What fills the window, below any overlay. */
export type ScreenId = 'contents' | 'lesson' | 'lab' | 'drill' | 'worksheet';

/** The request that is walked, and how far. */
export interface TracePlace {
	/** Which of the seed's requests. */
	readonly index: number;
	/** Stages reached, from 0. */
	readonly stage: number;
}

export interface State {
	/** The window. */
	readonly size: Size;
	readonly screen: ScreenId;
	/** Id of the open lesson; null: none is. */
	readonly lesson: string | null;
	/** How far the reader is, by the id of the lesson; missing: it was never opened. */
	readonly readings: Readonly<Record<string, Reading>>;
	/** How far each guess of a number was off, oldest first: 0 exact, 1 by everything. */
	readonly misses: readonly number[];
	/** Every grade that was given, oldest first. */
	readonly reviews: readonly Review[];
	readonly drill: DrillState;
	/** The open lesson was opened from a drill, and Esc goes back there. */
	readonly fromDrill: boolean;
	readonly sheets: SheetState;
	/** The open drill was opened from a worksheet, and comes back there. */
	readonly fromSheet: boolean;
	/** A line that is being typed for something; null: nothing is. */
	readonly prompt: Prompt | null;
	/** The file that an answer would replace; empty: none. */
	readonly overwriting: string;
	/** When a run shows how an answer went. */
	readonly peek: Peek;
	/** The contents: what is chosen, and what narrows them. */
	readonly contents: { readonly at: number; readonly filter: string; readonly finding: boolean };
	/** Id of the open scenario. */
	readonly scenario: string;
	/** Every scenario that was opened in this run, by id. */
	readonly labs: Readonly<Record<string, Lab>>;
	readonly pane: Pane;
	/** The focused input's path, per pane; missing: the pane's first. */
	readonly focus: Readonly<Record<Pane, string>>;
	/** What is being typed for the focused input; null: nothing is. */
	readonly typing: string | null;
	readonly overlay: Overlay | null;
	/** The question that waits for y or n. */
	readonly asking: Asking | null;
	/** The metric that is guessed before each edit; null: nothing is. */
	readonly predict: MetricName | null;
	/** The lab after an edit that waits for its guess. */
	readonly pending: Lab | null;
	/** The request that the Trace pane walks. */
	readonly trace: TracePlace;
	/** Said until the next key. */
	readonly notice: Notice | null;
}

/** What y and n answer. */
export type Asking =
	| 'reset'
	| 'skip'
	| 'restart'
	| 'restart-all'
	| 'sheet-delete'
	| 'sheet-conflict'
	| 'sheet-unsaved'
	| 'export-over';

/** The lab of the open scenario. */
export function currentLab(state: State): Lab {
	const lab = state.labs[state.scenario];
	if (!lab) throw new Error(`no lab is open for ${state.scenario}`);
	return lab;
}

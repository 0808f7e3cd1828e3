import type { Lab } from '../board/lab.js';
import type { LessonReading } from '../course/index.js';
import type { FeedbackTiming } from '../drill/interview/index.js';
import type { Review } from '../drill/schedule/index.js';
import type { MetricName } from '../engine/scenario.js';
import type { SegmentFilter } from '../present/board/segment-filter.js';
import type { PaneId } from '../present/pane/pane.js';
import type { Editor } from '../text/editor.js';
import type { DrillState } from './drill/state.js';
import type { Prompt } from './prompt.js';
import type { Size } from './size.js';
import type { SheetState } from './worksheet/state.js';

/** Ids of the pages and lists that cover a screen. */
export type OverlayKind =
	| 'help'
	| 'legend'
	| 'story'
	| 'artifact'
	| 'scenarios'
	| 'states'
	| 'history'
	| 'share'
	| 'glossary'
	| 'progress'
	| 'sources';

/** An open overlay. */
export interface Overlay {
	readonly kind: OverlayKind;
	/** Index of the first visible line, or of the chosen item of a list. */
	readonly offset: number;
	/** Filter of the list or of the glossary; empty: none. */
	readonly filter: string;
	/** Whether the filter is being typed. */
	readonly finding: boolean;
	/** Ids of the terms that were visible when the glossary was opened, in order of appearance. */
	readonly terms: readonly string[];
}

/** A search in the text of what is open. */
export interface Find {
	readonly editor: Editor;
	/** Whether the text to find is being typed. */
	readonly isTyping: boolean;
	/** First visible line when the search began. */
	readonly origin: number;
	/** The readings when it began, which Esc restores. */
	readonly readings: Readonly<Record<string, LessonReading>>;
	/** Index of the current match. */
	readonly at: number;
	/** End of the page where the search went on after it had reached the other one; null: it did not. */
	readonly wrappedTo: 'top' | 'bottom' | null;
}

/** The open palette. */
export interface Palette {
	/** The text that narrows it. */
	readonly editor: Editor;
	/** Index of the chosen command among those found. */
	readonly at: number;
}

/** A message in the status line. */
export interface Notice {
	readonly tone: 'said' | 'refused';
	readonly text: string;
}

/** Ids of the screens, which fill the window below any overlay. */
export type ScreenId = 'contents' | 'lesson' | 'lab' | 'drill' | 'worksheet';

/** A request and a stage of it, as the Trace pane shows them. */
export interface TracePosition {
	/** Index of the request in the sequence of the seed. */
	readonly index: number;
	/** Index of the last stage shown. */
	readonly stage: number;
}

/** The state of the program. */
export interface State {
	/** Size of the terminal. */
	readonly size: Size;
	readonly screen: ScreenId;
	/** Id of the open lesson; null: none. */
	readonly lesson: string | null;
	/** Readings by lesson id; missing: never opened. */
	readonly readings: Readonly<Record<string, LessonReading>>;
	/** Relative error of each guess of a number, oldest first: from 0, exact, to 1. */
	readonly misses: readonly number[];
	/** Every grade that was given, oldest first. */
	readonly reviews: readonly Review[];
	readonly drill: DrillState;
	/** Whether the open lesson was opened from a drill; Esc then goes back there. */
	readonly cameFromDrill: boolean;
	readonly sheets: SheetState;
	/** Whether the open drill was started from a worksheet; it then ends there. */
	readonly cameFromSheet: boolean;
	/** The line being typed below the screen; null: none. */
	readonly prompt: Prompt | null;
	/** File that the answer to an open question may replace; empty: none. */
	readonly fileToReplace: string;
	/** Timing of a run's judgements. */
	readonly feedback: FeedbackTiming;
	/** The contents: index of the chosen entry, the filter, and whether it is being typed. */
	readonly contents: { readonly at: number; readonly filter: string; readonly finding: boolean };
	/** Id of the open scenario. */
	readonly scenario: string;
	/** Every scenario opened in this run of the program, by id. */
	readonly labs: Readonly<Record<string, Lab>>;
	/** The active pane of the lab. */
	readonly pane: PaneId;
	/** Whether the lab shows all figures of a pane; else what one steers with and by. */
	readonly isDetailed: boolean;
	/** Path of the focused input of each pane; missing: the pane's first. */
	readonly focus: Readonly<Partial<Record<PaneId, string>>>;
	/** Value being typed for the focused input; null: none. */
	readonly typing: string | null;
	readonly overlay: Overlay | null;
	/** The search in what is open; null: none. */
	readonly find: Find | null;
	/** The palette of commands, over everything else; null: closed. */
	readonly palette: Palette | null;
	/** The open yes-or-no question; null: none. */
	readonly questionId: QuestionId | null;
	/** Which segments the tables of the lab list; null: all. No edit, and not kept. */
	readonly segmentFilter: SegmentFilter | null;
	/** The guardrail, or the part of a lesson, that was last jumped to; null: none. */
	readonly jumpedTo: string | null;
	/** The question of a lesson that reading on stopped at, until the next Tab; null: none. */
	readonly stoppedAt: string | null;
	/** Metric to guess before each edit; null: none. */
	readonly guessedMetric: MetricName | null;
	/** The lab after an edit that waits for a guess; null: none waits. */
	readonly pendingEdit: Lab | null;
	/** Request and stage that the Trace pane shows. */
	readonly trace: TracePosition;
	/** Message shown until the next key; null: none. */
	readonly notice: Notice | null;
}

/** Ids of the yes-or-no questions. */
export type QuestionId =
	| 'reset'
	| 'skip'
	| 'skip-open-guess'
	| 'lab'
	| 'restart'
	| 'restart-all'
	| 'sheet-delete'
	| 'sheet-conflict'
	| 'sheet-unsaved'
	| 'confirm-overwrite';

/** Returns the lab of the open scenario. */
export function currentLab(state: State): Lab {
	const lab = state.labs[state.scenario];
	if (!lab) throw new Error(`no lab is open for ${state.scenario}`);
	return lab;
}

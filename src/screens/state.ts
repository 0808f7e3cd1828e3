import { type Lab, present } from '../board/lab.js';
import type { Reading } from '../course/index.js';
import type { Peek } from '../drill/interview/index.js';
import type { Review } from '../drill/schedule/index.js';
import type { MetricName } from '../engine/scenario.js';
import type { DrillState } from './drill/state.js';
import type { PageLayout } from './lesson/place.js';
import type { Prompt } from './prompt.js';
import type { SheetState } from './worksheet/state.js';

/** Id of a pane; which there are, and in which order, is handed in. */
export type Pane = string;

/** What lies over the lab. */
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
	/** Largest offset; the view that measures the content says it. */
	readonly most: number;
	/** What narrows the list of scenarios; empty: nothing. */
	readonly filter: string;
	/** Whether it is being typed. */
	readonly finding: boolean;
}

export interface Notice {
	readonly tone: 'said' | 'refused';
	readonly text: string;
}

/** What fills the window, under whatever lies over it. */
export type Screen = 'contents' | 'lesson' | 'lab' | 'drill' | 'worksheet';

/** The request that is walked, and how far. */
export interface TracePlace {
	/** Which of the seed's requests. */
	readonly index: number;
	/** Stages reached, from 0. */
	readonly stage: number;
}

export interface State {
	readonly screen: Screen;
	/** Id of the open lesson; null: none is. */
	readonly lesson: string | null;
	/** How far the reader is, by the id of the lesson; missing: it was never opened. */
	readonly readings: Readonly<Record<string, Reading>>;
	/** How far each guess of a number was off, oldest first: 0 exact, 1 by everything. */
	readonly misses: readonly number[];
	/** How the open lesson was laid out last; null: not yet. */
	readonly page: PageLayout | null;
	/** Whether the window goes where the focus is. */
	readonly following: boolean;
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

/** Overlays in which one of several things is chosen. */
const LISTS: readonly OverlayKind[] = ['states', 'history'];

/**
 * What the keys mean in a drill: its menu, a text, a number, boxes, a choice, points to tick, a number, a case or
 * a diagram that was judged, a debrief.
 */
export type DrillMode =
	| 'drills'
	| 'writing'
	| 'counting'
	| 'filling'
	| 'choosing'
	| 'ticking'
	| 'judged'
	| 'diagnosed'
	| 'rebuilt'
	| 'debrief';

/** The same for worksheets: their list, the form, words of a field, a list to pick from; and any line that is typed. */
export type SheetMode = 'sheets' | 'sheet' | 'wording' | 'picking' | 'prompt' | 'exporting';

/** What the keys mean now. */
export type Mode =
	| 'lab'
	| 'rows'
	| 'trace'
	| 'typing'
	| 'guessing'
	| 'overlay'
	| 'list'
	| 'catalogue'
	| 'glossary'
	| 'finding'
	| 'lesson'
	| 'contents'
	| 'searching'
	| SheetMode
	| DrillMode
	| 'asking';

export function modeOf(state: State): Mode {
	if (state.asking) return 'asking';
	if (state.prompt) return state.prompt.ask.for === 'export' ? 'exporting' : 'prompt';
	if (state.pending) return 'guessing';
	if (state.typing !== null) return 'typing';
	if (state.overlay?.kind === 'scenarios') return state.overlay.finding ? 'finding' : 'catalogue';
	if (state.overlay?.kind === 'glossary') return state.overlay.finding ? 'finding' : 'glossary';
	if (state.overlay) return LISTS.includes(state.overlay.kind) ? 'list' : 'overlay';
	if (state.screen === 'lesson') return 'lesson';
	if (state.screen === 'worksheet') return sheetMode(state.sheets);
	if (state.screen === 'drill') return drillMode(state.drill);
	if (state.screen === 'contents') return state.contents.finding ? 'searching' : 'contents';
	if (state.pane === 'trace') return 'trace';
	const lab = currentLab(state);
	const table = lab.loaded.rows.length > 0 || present(lab).scenario.rows.length > 0;
	return state.pane === 'cost' && table ? 'rows' : 'lab';
}

function sheetMode({ picker, open, editor }: SheetState): SheetMode {
	if (picker) return 'picking';
	if (!open) return 'sheets';
	return editor ? 'wording' : 'sheet';
}

function drillMode({ question, step, run, debriefed }: DrillState): DrillMode {
	if (question === null) return debriefed ? 'debrief' : 'drills';
	if (step === 'ticking') return step;
	// A run asks what it planned: there is no other of the kind, nor a harder one.
	const plain = question.kind === 'diagram' || run !== null;
	if (step === 'judged') return question.kind === 'case' ? 'diagnosed' : plain ? 'rebuilt' : 'judged';
	switch (question.kind) {
		case 'card':
			return 'writing';
		case 'case':
			return 'choosing';
		case 'number':
			return 'counting';
		default:
			return 'filling';
	}
}

import type { PriceList, ScenarioDocument } from '../../content/index.js';
import type { Result } from '../../engine/inputs/index.js';
import type { Lane } from '../../engine/scenario.js';
import type { Sheet, StepId } from '../../worksheet/index.js';
import type { Action } from '../action.js';
import type { Reduced, Surroundings } from '../around.js';
import type { Grid } from '../focus.js';
import type { State } from '../state.js';
import type { PickKind } from './state.js';

/** What worksheets need, loaded after the first frame: whoever reads a lesson does not wait for it. */
export interface SheetTools {
	/** What an action does to worksheets; null: it is about something else. */
	readonly about: (state: State, action: Action, around: SheetSurroundings) => Reduced | null;
	/** What a worksheet can start from and that a filter finds: kinds of products first. */
	readonly templates: (filter: string) => readonly ScenarioDocument[];
	/** What in a step of a worksheet can have the focus, as it stands on screen. */
	readonly sheetItems: (sheet: Sheet, step: StepId) => Grid;
	/** What a picker lists, narrowed by what is typed. */
	readonly picks: (kind: PickKind, filter: string, sheet: Sheet | null, prices: PriceList | null) => readonly Pick[];
	/** A worksheet with the prices of a model in one lane, and what of them was missing. */
	readonly priced: (sheet: Sheet, lane: Lane, model: string, prices: PriceList) => Priced;
}

/** All that is around while worksheets are loaded. */
export type SheetSurroundings = Surroundings & SheetTools;

/** One thing that can be picked. */
export interface Pick {
	readonly value: string;
	readonly title: string;
	/** What it is, in a line. */
	readonly says: string;
}

export type Priced = Result<{ readonly sheet: Sheet; readonly notes: readonly string[] }>;

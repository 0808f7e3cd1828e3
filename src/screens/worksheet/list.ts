import { nearestIndex } from '../../text/list-window.js';
import { nameFrom } from '../../worksheet/index.js';
import type { Action } from '../action.js';
import type { Reduced, SheetSurroundings } from '../around.js';
import { say } from '../changes.js';
import { prompted } from '../prompt.js';
import type { State } from '../state.js';
import { quiet, withSheets } from './change.js';
import { toPick } from './pick.js';
import type { SheetEntry } from './state.js';

/** The worksheet that is chosen in the list; null: there is none. */
export const chosenEntry = ({ sheets: { entries, at } }: State): SheetEntry | null => entries?.[at] ?? null;

/** What an action does while the list of worksheets fills the window; null: nothing of its own. */
export function inList(state: State, action: Action, around: SheetSurroundings): Reduced | null {
	const { entries, at } = state.sheets;
	switch (action.type) {
		case 'scroll': {
			return lookedAround(withSheets(state, { at: nearestIndex(entries?.length ?? 0, at + action.by) }));
		}
		case 'choose': {
			const entry = chosenEntry(state);
			if (!entry) return quiet(pickingTemplate(state));
			return { state, effects: [{ type: 'sheet-open', path: entry.path }] };
		}
		case 'sheet':
			return deed(state, action.deed);
		case 'back':
			return quiet(around.go.contents(state, around));
		default:
			return null;
	}
}

/** Entries on either side of the chosen one that are read whole: more than the largest window shows. */
const AROUND = 30;

/** Has those read whole that are shown and were not yet. */
export function lookedAround(state: State): Reduced {
	const { entries, at } = state.sheets;
	const unread = (entries ?? [])
		.slice(Math.max(0, at - AROUND), at + AROUND)
		.filter(({ title }) => title !== undefined);
	return unread.length === 0 ? quiet(state) : { state, effects: [{ type: 'sheet-look', entries: unread }] };
}

/** Its name as words, where its title says so. */
function spelled({ name, sheet, title: head }: SheetEntry): string {
	const title = sheet?.scenario.title ?? head ?? name;
	return nameFrom(title) === name ? title : name;
}

/** Asks what a new worksheet should start from. */
export const pickingTemplate = (state: State): State => toPick(state, { of: 'template' });

function deed(state: State, what: Extract<Action, { type: 'sheet' }>['deed']): Reduced | null {
	if (what === 'new') return quiet(pickingTemplate(state));
	const entry = chosenEntry(state);
	if (what !== 'rename' && what !== 'duplicate' && what !== 'delete') return null;
	if (!entry) return quiet(say(state, 'there is no worksheet yet: n makes one'));
	if (what === 'delete') return quiet(withSheets({ ...state, asking: 'sheet-delete' }, { deleting: entry }));
	const name = what === 'rename' ? spelled(entry) : `${entry.name}-2`;
	return quiet({ ...state, prompt: prompted({ for: what, path: entry.path }, name) });
}

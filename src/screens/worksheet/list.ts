import { clampIndex } from '../../text/list-window.js';
import { worksheetName } from '../../worksheet/index.js';
import type { Action } from '../action.js';
import { createPrompt } from '../prompt.js';
import { type Layer, type Updated, withoutEffects } from '../screen.js';
import { halfOf } from '../size.js';
import type { State } from '../state.js';
import { say } from '../state-changes.js';
import { withSheets } from './apply-change.js';
import { NO_WORKSHEET, WORKSHEET_KEYS } from './keys.js';
import { openPicker } from './picker.js';
import type { SheetEntry } from './state.js';

/** Returns the chosen worksheet of the list; null: the list is empty. */
const chosenEntry = ({ sheets: { entries, chosen } }: State): SheetEntry | null => entries?.[chosen] ?? null;

/** Lines of the window other than the list: two of the head, two of the status, and the footer. */
const CHROME = 5;

type ListAction = Extract<Action, { type: 'scroll' | 'half-page' | 'choose' | 'sheet' | 'back' }>;

/** The list of worksheets. */
export const WORKSHEET_LIST: Layer<ListAction> = {
	id: 'worksheet-list',
	keys: WORKSHEET_KEYS.list,
	update(state, action, env) {
		const { entries, chosen } = state.sheets;
		switch (action.type) {
			case 'scroll':
			case 'half-page': {
				const by = action.type === 'scroll' ? action.by : action.by * halfOf(state.size.rows - CHROME);
				return readVisible(withSheets(state, { chosen: clampIndex(entries?.length ?? 0, chosen + by) }));
			}
			case 'choose': {
				const entry = chosenEntry(state);
				if (!entry) return withoutEffects(openTemplatePicker(state));
				return { state, effects: [{ type: 'sheet-open', path: entry.path }] };
			}
			case 'sheet':
				return withoutEffects(runCommand(state, action.command));
			case 'back':
				return withoutEffects(env.go.contents(state, env));
		}
	},
};

/** Number of entries on either side of the chosen one that are read whole: more than the largest window shows. */
const READ_AROUND = 30;

/** Requests the whole of each entry near the chosen one of which only the head was read. */
export function readVisible(state: State): Updated {
	const { entries, chosen } = state.sheets;
	const unread = (entries ?? [])
		.slice(Math.max(0, chosen - READ_AROUND), chosen + READ_AROUND)
		.filter(({ title }) => title !== undefined);
	return unread.length === 0 ? withoutEffects(state) : { state, effects: [{ type: 'sheet-read', entries: unread }] };
}

/** Returns the title of an entry if its name follows from the title; else the name. */
function titleOf({ name, sheet, title: head }: SheetEntry): string {
	const title = sheet?.scenario.title ?? head ?? name;
	return worksheetName(title) === name ? title : name;
}

/** Opens the picker of templates for a new worksheet. */
export const openTemplatePicker = (state: State): State => openPicker(state, { of: 'template' });

function runCommand(state: State, command: Extract<Action, { type: 'sheet' }>['command']): State {
	if (command === 'new') return openTemplatePicker(state);
	const entry = chosenEntry(state);
	if (command !== 'rename' && command !== 'duplicate' && command !== 'delete') return state;
	if (!entry) return say(state, NO_WORKSHEET);
	if (command === 'delete') return withSheets({ ...state, questionId: 'sheet-delete' }, { deleting: entry });
	const name = command === 'rename' ? titleOf(entry) : `${entry.name}-2`;
	return { ...state, prompt: createPrompt({ for: command, path: entry.path }, name) };
}

import { present } from '../../board/lab.js';
import { nearestIndex } from '../../text/list-window.js';
import { freeId, type Sheet } from '../../worksheet/index.js';
import type { Action } from '../action.js';
import type { Reduced, SheetSurroundings } from '../around.js';
import { say } from '../changes.js';
import { prompted } from '../prompt.js';
import { type Asking, currentLab, type State } from '../state.js';
import { quiet, withSheets } from './change.js';
import { keptWords } from './editor.js';
import { askingPrices, inForm, toGap } from './form.js';
import { inList, lookedAround, pickingTemplate } from './list.js';
import { opened, taken, toSheets, toWorksheet, withoutSheet } from './open.js';
import { inPicker } from './pick.js';
import { inPrompt, namesTaken } from './prompted.js';
import { leftOn, pointOf, type SheetEntry } from './state.js';

/** What an action does to worksheets, wherever it comes from; null: it is about something else. */
export function aboutSheets(state: State, action: Action, around: SheetSurroundings): Reduced | null {
	switch (action.type) {
		case 'sheets': {
			const read = withSheets(state, { entries: action.entries, at: sameChosen(state, action.entries) });
			return lookedAround(action.notice === null ? read : say(read, action.notice, 'refused'));
		}
		case 'sheets-looked': {
			const looked = new Map(action.entries.map((entry) => [entry.path, entry]));
			const entries = state.sheets.entries?.map((entry) => looked.get(entry.path) ?? entry) ?? null;
			return quiet(withSheets(state, { entries }));
		}
		case 'sheet-opened':
			return quiet(opened(state, action, around));
		case 'sheet-saved':
			return quiet(saved(state, action));
		case 'sheet-gone':
			return quiet(withoutSheet(state, action.path, around));
		case 'quit':
			return { state, effects: [...keptWords(state, around).effects, { type: 'quit' }] };
		case 'sheet-making':
			return quiet(withSheets(pickingTemplate(state), { making: { name: action.name, path: action.path } }));
		case 'prices':
			return quiet(
				say(
					withSheets(state, { prices: action.list }),
					`${action.list.models.length.toLocaleString('en-US')} models from ${action.list.file}: Enter on a model finds its prices`,
				),
			);
		case 'done':
			return quiet(say(state, action.text));
		case 'export':
			return quiet(askedToExport(state, around));
		case 'export-over':
			return quiet({ ...state, asking: 'export-over', overwriting: action.file });
		case 'file-refused':
			return quiet(say({ ...state, prompt: prompted({ for: action.for }, action.file) }, action.text, 'refused'));
		default:
			break;
	}
	if (action.type === 'back' && isShownInLab(state)) return toWorksheet(state);
	if (state.prompt) return inPrompt(state, action, around);
	if (action.type === 'sheet' && action.deed === 'take') return fromLab(state, around);
	if (isToWorksheet(state, action, around)) return toWorksheet(state);
	if (state.screen !== 'worksheet' || state.overlay || state.asking) return null;
	if (state.sheets.picker) return inPicker(state, action, around);
	if (!state.sheets.open) return inList(state, action, around);
	return inOpen(state, action, around) ?? inForm(state, action, around);
}

/** The place in the list of what was chosen, wherever it stands now. */
function sameChosen({ sheets: { entries, at } }: State, listed: readonly SheetEntry[]): number {
	const chosen = entries?.[at]?.path;
	const found = listed.findIndex(({ path }) => path === chosen);
	return found >= 0 ? found : nearestIndex(listed.length, at);
}

/** The key that leads to worksheets, or their line in the contents. */
function isToWorksheet(state: State, action: Action, around: SheetSurroundings): boolean {
	if (action.type === 'go') return action.screen === 'worksheet';
	if (action.type !== 'choose' || state.screen !== 'contents' || state.overlay) return false;
	return around.search(state.contents.filter)[state.contents.at]?.kind === 'worksheet';
}

/** The lab shows the open worksheet, and nothing lies over it that a step back would close. */
function isShownInLab({ screen, overlay, typing, asking, pending, prompt, sheets, scenario }: State): boolean {
	const free = !overlay && typing === null && !asking && !pending && !prompt;
	return screen === 'lab' && free && sheets.open !== null && pointOf(sheets.open).sheet.scenario.id === scenario;
}

/** Keys of the form that are about the worksheet as a whole. */
function inOpen(state: State, action: Action, around: SheetSurroundings): Reduced | null {
	switch (action.type) {
		case 'sheet':
			if (action.deed === 'prices') return quiet(askingPrices(state));
			if (action.deed === 'countdown') return quiet(countdown(state, around.now()));
			return null;
		case 'hint':
			return quiet(toGap(state));
		case 'drawn':
			return quiet(withSheets(state, { drawn: { top: action.top, most: action.most } }));
		case 'clock':
			return quiet(withSheets(state, {}));
		default:
			return null;
	}
}

/** How long the worksheet takes, if somebody wants a clock. */
export const SHEET_MINUTES = 10;

/** Starts the clock, stops it, and lets it go on. */
function countdown(state: State, now: number): State {
	const { clock } = state.sheets;
	if (!clock) {
		const started = withSheets(state, { clock: { left: SHEET_MINUTES * 60_000, since: now } });
		return say(started, `${SHEET_MINUTES} minutes from now; Ctrl-T stops the clock`);
	}
	const left = leftOn(clock, now);
	if (left === 0) return say(withSheets(state, { clock: null }), 'the clock is off');
	if (clock.since === null) return say(withSheets(state, { clock: { left, since: now } }), 'the clock goes on');
	return say(withSheets(state, { clock: { left, since: null } }), 'the clock stands still; Ctrl-T goes on');
}

/** `w` in the lab: to the worksheet with what was tried, or a new one that starts from what is on screen. */
function fromLab(state: State, around: SheetSurroundings): Reduced {
	const took = taken(state);
	if (took) return took;
	const template = around.templates('').find(({ scenario }) => scenario.id === state.scenario);
	if (!template) return quiet(say(state, 'a case is mended, not kept: take a scenario (o) for a worksheet'));
	const ask = {
		for: 'new',
		template: template.scenario.id,
		scenario: present(currentLab(state)).scenario,
		path: null,
	} as const;
	// The names that are taken have to be known.
	return { state: { ...state, prompt: prompted(ask) }, effects: [{ type: 'sheet-list' }] };
}

function saved(state: State, { path, saved: how, notice }: Extract<Action, { type: 'sheet-saved' }>): State {
	const { open } = state.sheets;
	if (!open || open.path !== path) return 'text' in how ? say(state, how.text, 'refused') : state;
	const there = withSheets(state, { open: { ...open, saved: how } });
	if (how.state === 'conflict') return { ...there, asking: 'sheet-conflict' };
	if (how.state === 'failed') return say(there, how.text, 'refused');
	return notice === null ? there : say(there, notice, 'refused');
}

/** Proposes a file for the artifact, named for the scenario. */
function askedToExport(state: State, around: SheetSurroundings): State {
	const { open } = state.sheets;
	const id = state.screen === 'worksheet' && open ? pointOf(open).sheet.scenario.id : state.scenario;
	const isScenario = state.sheets.known[id] || around.templates('').some(({ scenario }) => scenario.id === id);
	if (!isScenario) return say(state, 'a case is mended, not reviewed: take a scenario (o)');
	return { ...state, prompt: prompted({ for: 'export' }, `${id}-review.html`) };
}

/** Does what was asked about a worksheet or a file, or leaves it. */
export function answerAboutSheet(state: State, asked: Asking, yes: boolean, around: SheetSurroundings): Reduced {
	switch (asked) {
		case 'sheet-delete': {
			const { deleting } = state.sheets;
			const done = withSheets(state, { deleting: null });
			return yes && deleting ? { state: done, effects: [{ type: 'sheet-delete', path: deleting.path }] } : quiet(done);
		}
		case 'sheet-unsaved':
			return yes ? toSheets(state) : quiet(state);
		case 'export-over': {
			const done: State = { ...state, overwriting: '' };
			if (!yes) return quiet({ ...done, prompt: prompted({ for: 'export' }, state.overwriting) });
			return { state: done, effects: [{ type: 'export', file: state.overwriting, over: true }] };
		}
		case 'sheet-conflict': {
			const { open } = state.sheets;
			if (!open) return quiet(state);
			const { sheet } = pointOf(open);
			// Theirs stays, and ours becomes a worksheet of its own: neither is lost.
			if (!yes)
				return {
					state,
					effects: [{ type: 'sheet-create', sheet: besides(sheet, state, around), path: null, besides: open.path }],
				};
			const waiting = withSheets(state, { open: { ...open, saved: { state: 'waiting' } } });
			return { state: waiting, effects: [{ type: 'sheet-save', path: open.path, sheet, over: true, subject: '' }] };
		}
		default:
			return quiet(state);
	}
}

/** The worksheet under a name of its own. */
function besides(sheet: Sheet, state: State, around: SheetSurroundings): Sheet {
	const { id } = sheet.scenario;
	return { ...sheet, scenario: { ...sheet.scenario, id: freeId([id, ...namesTaken(state, around)], `${id}-mine`) } };
}

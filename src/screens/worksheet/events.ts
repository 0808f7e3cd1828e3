import { currentEntry } from '../../board/lab.js';
import { clampIndex } from '../../text/list-window.js';
import { type Sheet, uniqueId } from '../../worksheet/index.js';
import type { EventAction } from '../action.js';
import { createPrompt } from '../prompt.js';
import { type SheetEnv, type SheetEvent, type Updated, withoutEffects } from '../screen.js';
import { currentLab, type QuestionId, type State } from '../state.js';
import { say } from '../state-changes.js';
import { withSheets } from './apply-change.js';
import { openTemplatePicker, readVisible } from './list.js';
import { closeGoneSheet, copyLabToSheet, openList, openSheet } from './open.js';
import { takenNames } from './prompt.js';
import { currentSheetEntry, type SheetEntry } from './state.js';

/** Applies the outcome of a file operation. */
export function handleSheetEvent(state: State, event: SheetEvent, env: SheetEnv): Updated {
	switch (event.type) {
		case 'sheets': {
			const chosen = indexOfChosen(state, event.entries);
			const read = withSheets(state, { entries: event.entries, chosen, nextChosen: null });
			return readVisible(event.notice === null ? read : say(read, event.notice, 'refused'));
		}
		case 'sheets-read': {
			const read = new Map(event.entries.map((entry) => [entry.path, entry]));
			const entries = state.sheets.entries?.map((entry) => read.get(entry.path) ?? entry) ?? null;
			return withoutEffects(withSheets(state, { entries }));
		}
		case 'sheet-opened':
			return withoutEffects(openSheet(state, event, env));
		case 'sheet-saved':
			return withoutEffects(applySaved(state, event));
		case 'sheet-removed':
			return withoutEffects(closeGoneSheet(state, event.path, env));
		case 'sheet-named':
			return withoutEffects(
				withSheets(openTemplatePicker(state), { newSheet: { name: event.name, path: event.path } }),
			);
		case 'prices': {
			const { models, file } = event.list;
			const said = `${models.length.toLocaleString('en-US')} models from ${file}: Enter on a model finds its prices`;
			return withoutEffects(say(withSheets(state, { prices: event.list }), said));
		}
		case 'confirm-overwrite':
			return withoutEffects({ ...state, questionId: 'confirm-overwrite', fileToReplace: event.file });
		case 'file-refused':
			return withoutEffects(
				say({ ...state, prompt: createPrompt({ for: event.for }, event.file) }, event.text, 'refused'),
			);
	}
}

/** Returns the index of the chosen entry, or of one that has a new name, in a list that was read again. */
function indexOfChosen({ sheets: { entries, chosen, nextChosen } }: State, listed: readonly SheetEntry[]): number {
	const path = entries?.[chosen]?.path;
	const found = listed.findIndex((entry) => (nextChosen === null ? entry.path === path : entry.name === nextChosen));
	return found >= 0 ? found : clampIndex(listed.length, chosen);
}

/** Copies the lab's state into its worksheet, or asks for the name of a new one that starts from it. */
export function takeLab(state: State, env: SheetEnv): Updated {
	const taken = copyLabToSheet(state);
	if (taken) return taken;
	const template = env.templates('').find(({ scenario }) => scenario.id === state.scenario);
	if (!template)
		return withoutEffects(say(state, 'a case of the drills cannot become a worksheet: o chooses a scenario that can'));
	const ask = {
		for: 'new',
		template: template.scenario.id,
		scenario: currentEntry(currentLab(state)).scenario,
		path: null,
	} as const;
	// The list tells which names are taken.
	return { state: { ...state, prompt: createPrompt(ask) }, effects: [{ type: 'sheet-list' }] };
}

/** Stores the outcome of a save; on a conflict asks what to do. */
function applySaved(state: State, { path, saved, notice }: Extract<EventAction, { type: 'sheet-saved' }>): State {
	const { open } = state.sheets;
	if (!open || open.path !== path) return 'text' in saved ? say(state, saved.text, 'refused') : state;
	const updated = withSheets(state, { open: { ...open, saved } });
	if (saved.state === 'conflict') return { ...updated, questionId: 'sheet-conflict' };
	if (saved.state === 'failed') return say(updated, saved.text, 'refused');
	return notice === null ? updated : say(updated, notice, 'refused');
}

/** Asks for the file of the review artifact; suggests one named after the scenario. */
export function askExport(state: State, env: SheetEnv): State {
	const { open } = state.sheets;
	const id = state.screen === 'worksheet' && open ? currentSheetEntry(open).sheet.scenario.id : state.scenario;
	const isScenario = state.sheets.known[id] || env.templates('').some(({ scenario }) => scenario.id === id);
	if (!isScenario) return say(state, 'a case of the drills has nothing to export: o chooses a scenario that has');
	return { ...state, prompt: createPrompt({ for: 'export' }, `${id}-review.html`) };
}

/** Applies the answer to a question about a worksheet or a file. */
export function answerQuestion(state: State, asked: QuestionId, yes: boolean, env: SheetEnv): Updated {
	switch (asked) {
		case 'sheet-delete': {
			const { deleting } = state.sheets;
			const done = withSheets(state, { deleting: null });
			return yes && deleting
				? { state: done, effects: [{ type: 'sheet-delete', path: deleting.path }] }
				: withoutEffects(done);
		}
		case 'sheet-unsaved':
			return yes ? openList(state) : withoutEffects(state);
		case 'confirm-overwrite': {
			const done: State = { ...state, fileToReplace: '' };
			if (!yes) return withoutEffects({ ...done, prompt: createPrompt({ for: 'export' }, state.fileToReplace) });
			return { state: done, effects: [{ type: 'export', file: state.fileToReplace, over: true }] };
		}
		case 'sheet-conflict': {
			const { open } = state.sheets;
			if (!open) return withoutEffects(state);
			const { sheet } = currentSheetEntry(open);
			// The file stays as the other program wrote it, and this worksheet becomes a new file.
			if (!yes)
				return {
					state,
					effects: [{ type: 'sheet-create', sheet: withOwnName(sheet, state, env), path: null, besides: open.path }],
				};
			const waiting = withSheets(state, { open: { ...open, saved: { state: 'waiting' } } });
			return { state: waiting, effects: [{ type: 'sheet-save', path: open.path, sheet, over: true, subject: '' }] };
		}
		default:
			return withoutEffects(state);
	}
}

/** Returns the worksheet with an unused name. */
function withOwnName(sheet: Sheet, state: State, env: SheetEnv): Sheet {
	const { id } = sheet.scenario;
	return { ...sheet, scenario: { ...sheet.scenario, id: uniqueId([id, ...takenNames(state, env)], `${id}-mine`) } };
}

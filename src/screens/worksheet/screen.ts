import { formatClock } from '../../present/format/format.js';
import { filterLine } from '../../text/editor.js';
import type { Line, Span } from '../../text/line.js';
import { clampIndex, hiddenLinesText, windowAround } from '../../text/list-window.js';
import { pad } from '../../text/width.js';
import { headLine } from '../head-line.js';
import type { Env, Screen, SheetEnv, View } from '../screen.js';
import type { State } from '../state.js';
import { spokenStatus, statusArea } from '../status-line.js';
import { withSheets } from './apply-change.js';
import { withSheetTools } from './env.js';
import { WORKSHEET_FORM, WORKSHEET_VALUE } from './form.js';
import { formInput, formStatus, formWindow } from './layout.js';
import { WORKSHEET_LIST } from './list.js';
import { listLines, pickLines, readinessText, stepsLine } from './page/index.js';
import { currentPicks, WORKSHEET_PICKER } from './picker.js';
import { speakPicks, speakSheet, speakSheetList } from './speak.js';
import { currentSheetEntry, currentStep, type OpenSheet, remainingMs } from './state.js';
import { WORKSHEET_TEXT } from './text-field.js';

/** The list of worksheets, a picker, or the form. */
export const WORKSHEET_SCREEN: Screen = {
	layer({ typing, sheets: { picker, open, editor } }) {
		if (picker) return WORKSHEET_PICKER;
		if (!open) return WORKSHEET_LIST;
		if (typing !== null) return WORKSHEET_VALUE;
		return editor ? WORKSHEET_TEXT : WORKSHEET_FORM;
	},
	view(state, baseEnv) {
		const env = withSheetTools(baseEnv);
		const { picker, open } = state.sheets;
		if (!env) return { head: [[]], body: [], status: [[]] };
		if (picker) return pickerView(state, env);
		return open ? formView(state, env) : listView(state, env);
	},
	find(state, baseEnv) {
		const env = withSheetTools(baseEnv);
		const window = env && !state.sheets.picker ? formWindow(state, env) : null;
		if (!env || !window) return null;
		return {
			lines: window.page.lines,
			window,
			scrollTo: (line) =>
				line === window.from ? state : withSheets(state, { offset: clampIndex(window.maxOffset + 1, line) }),
		};
	},
	speak(state, baseEnv) {
		const env = withSheetTools(baseEnv);
		const { picker, open, entries, chosen } = state.sheets;
		if (!env) return [];
		const status = spokenStatus(state, '');
		if (picker)
			return speakPicks(PICKER_TITLES[picker.kind.of], picker.filter, currentPicks(state, env), picker.chosen, status);
		const input = formInput(state, env);
		if (!open || !input) return speakSheetList(entries, chosen, env.now(), status);
		return speakSheet(
			input,
			asideTexts(state, open, env).filter(Boolean).join(', '),
			spokenStatus(state, formStatus(input)),
		);
	},
};

/** Status of a screen that has nothing of its own to say. */
const NO_STATUS = { text: '', tone: 'plain' } as const;

/** Draws the form. */
function formView(state: State, env: SheetEnv): View {
	const { open } = state.sheets;
	const { columns } = state.size;
	const window = formWindow(state, env);
	if (!open || !window) return listView(state, env);
	const { sheet } = currentSheetEntry(open);
	// A line between the steps and the page says, at the right, how much is hidden.
	const hidden: Line = [{ text: pad(hiddenLinesText(window, { keys: true }), columns - 1, 'right'), tone: 'dim' }];
	const [clock, saved] = asideTexts(state, open, env);
	const aside: Span = {
		text: [clock, readinessText(sheet), saved].filter(Boolean).join(' · '),
		tone: saved === 'NOT SAVED' ? 'bad' : 'title',
	};
	return {
		head: [
			headLine([`Dispatch Board · Worksheet · ${sheet.scenario.title}`], [aside], columns),
			stepsLine(currentStep(state), columns),
			hidden,
		],
		body: [{ id: 'form', width: columns, lines: window.page.lines.slice(window.from, window.to) }],
		status: window.status,
	};
}

/** Returns the time left, empty without a countdown, and whether the worksheet is saved. */
function asideTexts(
	{ sheets: { clock } }: State,
	{ saved }: OpenSheet,
	env: Env,
): readonly [clock: string, saved: string] {
	return [clock ? clockText(remainingMs(clock, env.now()), clock.since === null) : '', SAVED_TEXT[saved.state]];
}

const SAVED_TEXT = { saved: 'saved', waiting: 'saving', failed: 'NOT SAVED', conflict: 'NOT SAVED' } as const;

function clockText(ms: number, stopped: boolean): string {
	const time = formatClock(ms);
	return time === '0:00' ? 'time is up' : stopped ? `stopped at ${time}` : `${time} left`;
}

/** Draws the list of worksheets. */
function listView(state: State, env: Env): View {
	const { entries, chosen: at } = state.sheets;
	const { columns, rows } = state.size;
	const status = statusArea(state, NO_STATUS, columns);
	const { lines, chosen } = listLines(entries, at, env.now(), columns);
	const { from, to } = windowAround(lines.length, rows - 3 - status.length, chosen);
	return {
		head: [headLine(['Dispatch Board · Worksheets'], [], columns), []],
		body: [{ id: 'list', width: columns, lines: lines.slice(from, to) }],
		status,
	};
}

/** Titles of the pickers, for the head line. */
const PICKER_TITLES = {
	template: 'what to start from',
	input: 'the assumption to vary',
	metric: 'a metric to limit',
	model: 'whose prices',
} as const;

/** Draws the open picker. */
function pickerView(state: State, env: SheetEnv): View {
	const { picker } = state.sheets;
	const { columns, rows } = state.size;
	const picks = currentPicks(state, env);
	const status = statusArea(state, NO_STATUS, columns);
	return {
		head: [
			headLine([`Dispatch Board · Worksheet · ${picker ? PICKER_TITLES[picker.kind.of] : ''}`], [], columns),
			filterLine(picker?.filter ?? '', true, `  ${picks.length || 'nothing'} found; typing narrows it`, columns),
			[],
		],
		body: [
			{
				id: 'picker',
				width: columns,
				lines: pickLines(picks, picker?.chosen ?? 0, rows - 4 - status.length, columns),
			},
		],
		status,
	};
}

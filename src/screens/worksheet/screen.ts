import { clockTime } from '../../present/format/format.js';
import { filterLine } from '../../text/editor.js';
import type { Line, Span } from '../../text/line.js';
import { hiddenWords, windowAround } from '../../text/list-window.js';
import { pad } from '../../text/width.js';
import { headLine } from '../head-line.js';
import type { Env, Screen, SheetEnv, View } from '../screen.js';
import type { State } from '../state.js';
import { statusArea, statusWords } from '../status-line.js';
import { withSheetTools } from './env.js';
import { WORKSHEET_FORM, WORKSHEET_VALUE } from './form.js';
import { formInput, formWindow, formWords } from './layout.js';
import { WORKSHEET_LIST } from './list.js';
import { listLines, pickLines, readyWords, stepsLine } from './page/index.js';
import { picksOf, WORKSHEET_PICKER } from './pick.js';
import { speakPicks, speakSheet, speakSheetList } from './speak.js';
import { leftOn, type OpenSheet, pointOf, stepOf } from './state.js';
import { WORKSHEET_WORDS } from './words.js';

/** The list of worksheets, a list to pick from, or the form. */
export const WORKSHEET_SCREEN: Screen = {
	layer({ typing, sheets: { picker, open, editor } }) {
		if (picker) return WORKSHEET_PICKER;
		if (!open) return WORKSHEET_LIST;
		if (typing !== null) return WORKSHEET_VALUE;
		return editor ? WORKSHEET_WORDS : WORKSHEET_FORM;
	},
	view(state, plain) {
		const env = withSheetTools(plain);
		const { picker, open } = state.sheets;
		if (!env) return { head: [[]], body: [], status: [[]] };
		if (picker) return pickerView(state, env);
		return open ? formView(state, env) : listView(state, env);
	},
	speak(state, plain) {
		const env = withSheetTools(plain);
		const { picker, open, entries, at } = state.sheets;
		if (!env) return [];
		const status = statusWords(state, '');
		if (picker) return speakPicks(PICKING[picker.kind.of], picker.filter, picksOf(state, env), picker.at, status);
		const input = formInput(state, env);
		if (!open || !input) return speakSheetList(entries, at, env.now(), status);
		return speakSheet(
			input,
			asideWords(state, open, env).filter(Boolean).join(', '),
			statusWords(state, formWords(input)),
		);
	},
};

const NOTHING = { text: '', tone: 'plain' } as const;

/** One step of the form, in a window that follows the focus. */
function formView(state: State, env: SheetEnv): View {
	const { open } = state.sheets;
	const { columns } = state.size;
	const window = formWindow(state, env);
	if (!open || !window) return listView(state, env);
	const { sheet } = pointOf(open);
	// At the right, between the steps and the page.
	const hidden: Line = [{ text: pad(hiddenWords(window, { keys: true }), columns - 1, 'right'), tone: 'dim' }];
	const [clock, saved] = asideWords(state, open, env);
	const aside: Span = {
		text: [clock, readyWords(sheet), saved].filter(Boolean).join(' · '),
		tone: saved === 'NOT SAVED' ? 'bad' : 'title',
	};
	return {
		head: [
			headLine([`Dispatch Board · Worksheet · ${sheet.scenario.title}`], [aside], columns),
			stepsLine(stepOf(state), columns),
			hidden,
		],
		body: [{ id: 'form', width: columns, lines: window.page.lines.slice(window.from, window.to) }],
		status: window.status,
	};
}

/** Says what is left on the clock, if it runs, and whether the worksheet is saved. */
function asideWords(
	{ sheets: { clock } }: State,
	{ saved }: OpenSheet,
	env: Env,
): readonly [clock: string, saved: string] {
	return [clock ? clockWords(leftOn(clock, env.now()), clock.since === null) : '', SAVED[saved.state]];
}

const SAVED = { saved: 'saved', waiting: 'saving', failed: 'NOT SAVED', conflict: 'NOT SAVED' } as const;

function clockWords(ms: number, stopped: boolean): string {
	const time = clockTime(ms);
	return time === '0:00' ? 'time is up' : stopped ? `stopped at ${time}` : `${time} left`;
}

/** All worksheets of the reader. */
function listView(state: State, env: Env): View {
	const { entries, at } = state.sheets;
	const { columns, rows } = state.size;
	const status = statusArea(state, NOTHING, columns);
	const { lines, chosen } = listLines(entries, at, env.now(), columns);
	const { from, to } = windowAround(lines.length, rows - 3 - status.length, chosen);
	return {
		head: [headLine(['Dispatch Board · Worksheets'], [], columns), []],
		body: [{ id: 'list', width: columns, lines: lines.slice(from, to) }],
		status,
	};
}

const PICKING = {
	template: 'what to start from',
	input: 'the assumption to vary',
	metric: 'a metric to limit',
	model: 'whose prices',
} as const;

/** A list to pick from, narrowed by what is typed. */
function pickerView(state: State, env: SheetEnv): View {
	const { picker } = state.sheets;
	const { columns, rows } = state.size;
	const picks = picksOf(state, env);
	const status = statusArea(state, NOTHING, columns);
	return {
		head: [
			headLine([`Dispatch Board · Worksheet · ${picker ? PICKING[picker.kind.of] : ''}`], [], columns),
			filterLine(picker?.filter ?? '', true, `  ${picks.length || 'nothing'} found; typing narrows it`, columns),
			[],
		],
		body: [
			{
				id: 'picker',
				width: columns,
				lines: pickLines(picks, picker?.at ?? 0, rows - 4 - status.length, columns),
			},
		],
		status,
	};
}

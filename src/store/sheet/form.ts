import { type Result, readInput, showValue, stepInput } from '../../engine/inputs/index.js';
import {
	fieldAt,
	gapsOf,
	numberAt,
	numberValue,
	type Sheet,
	type SheetField,
	STEPS,
	type StepId,
	withNumber,
	withoutGuardrail,
	withoutSlice,
	withSliceLike,
} from '../../worksheet/index.js';
import type { Action } from '../action.js';
import type { Reduced } from '../around.js';
import { say } from '../changes.js';
import { moved as cursorMoved, inserted } from '../drill/editor.js';
import { focused, type Grid, moveNext, moveRows } from '../focus.js';
import { openLab, present } from '../lab.js';
import { prompted } from '../prompt.js';
import { changeRows } from '../rows-lab.js';
import type { State } from '../state.js';
import { typed } from '../typing.js';
import { changed, quiet, traveled, withSheets } from './change.js';
import { startedFromMemory } from './from-memory.js';
import { toSheets } from './open.js';
import { pointOf } from './state.js';
import type { SheetSurroundings } from './tools.js';

/** The step that is shown. */
export const stepOf = ({ sheets: { step } }: State): StepId => STEPS[step]?.id ?? 'feature';

const gridOf = (sheet: Sheet, state: State, around: SheetSurroundings): Grid => around.sheetItems(sheet, stepOf(state));

/** The field or number that keys go to; null: the step has none. */
export function sheetFocus(state: State, around: SheetSurroundings): string | null {
	const { open, focus } = state.sheets;
	return open && focused(gridOf(pointOf(open).sheet, state, around), focus[stepOf(state)]);
}

const PAGE = 8;

/** What an action does while the form of a worksheet fills the window; null: nothing of its own. */
export function inForm(state: State, action: Action, around: SheetSurroundings): Reduced | null {
	const { open, editor } = state.sheets;
	if (!open) return null;
	const { sheet } = pointOf(open);
	const focus = sheetFocus(state, around);
	const field = focus === null ? null : fieldAt(sheet, stepOf(state), focus);
	if (editor) return inEditor(state, action, field, around);
	switch (action.type) {
		case 'pane':
			return quiet(toStep(state, state.sheets.step + action.by));
		case 'move':
		case 'next':
			return quiet(walked(state, action, around));
		case 'page':
			return quiet(scrolled(state, action.by * PAGE));
		case 'step':
			return focus === null ? quiet(state) : stepped(state, sheet, focus, field, action.by);
		case 'type':
			if (focus === null || field) return quiet(say(state, 'Enter writes here'));
			return quiet(typed(state, action.text));
		case 'erase':
			return quiet({ ...state, typing: state.typing === null ? null : state.typing.slice(0, -1) });
		case 'enter':
			return entered(state, sheet, focus, field, around);
		case 'undo':
			return traveled(state, action.by);
		case 'rows':
			return itemChanged(state, sheet, focus, action.deed);
		case 'back':
			if (state.typing !== null) return quiet({ ...state, typing: null });
			return toSheets(state);
		default:
			return null;
	}
}

/** Shows another step; beyond the last nothing happens. */
export function toStep(state: State, to: number): State {
	const step = Math.min(STEPS.length - 1, Math.max(0, to));
	return withSheets({ ...state, typing: null }, { step, offset: null });
}

/** Goes to the first thing that a review would miss, or says that there is none. */
export function toGap(state: State): State {
	const { open } = state.sheets;
	const [gap] = open ? gapsOf(pointOf(open).sheet) : [];
	if (!gap) return say(state, 'nothing is missing: it is ready for review');
	const step = STEPS.findIndex(({ id }) => id === gap.step);
	return say(
		withSheets(toStep(state, step), { focus: { ...state.sheets.focus, [gap.step]: gap.field } }),
		`next: ${gap.says}`,
	);
}

function walked(
	state: State,
	action: { type: 'move'; rows: number } | { type: 'next'; by: number },
	around: SheetSurroundings,
): State {
	const { open, focus } = state.sheets;
	const at = sheetFocus(state, around);
	if (!open || at === null) return state;
	const grid = gridOf(pointOf(open).sheet, state, around);
	const to = action.type === 'move' ? moveRows(grid, at, action.rows) : moveNext(grid, at, action.by);
	return withSheets({ ...state, typing: null }, { focus: { ...focus, [stepOf(state)]: to }, offset: null });
}

function scrolled(state: State, by: number): State {
	const { top, most } = state.sheets.drawn;
	return withSheets(state, { offset: Math.min(most, Math.max(0, top + by)) });
}

/** An arrow key: a number by a step, a choice to the next. */
function stepped(state: State, sheet: Sheet, focus: string, field: SheetField | null, by: number): Reduced {
	if (field) {
		if (field.choices.length === 0) return quiet(say(state, 'Enter writes here'));
		const now = field.choices.findIndex(({ value }) => value === field.value);
		const count = field.choices.length;
		const to = now < 0 ? (by > 0 ? 0 : count - 1) : (now + Math.sign(by) + count) % count;
		return changed(state, field.set(field.choices[to]?.value ?? null), `${field.label}: ${field.choices[to]?.words}`);
	}
	const input = numberAt(sheet, focus);
	if (!input) return quiet(state);
	const to = stepInput(input, numberValue(sheet, focus), by);
	return changed(state, withNumber(sheet, focus, to), `${input.label} ${showValue(input, to)}`);
}

/** Enter: writes words, types a number, goes on to the next choice, or opens a list to pick from. */
function entered(
	state: State,
	sheet: Sheet,
	focus: string | null,
	field: SheetField | null,
	around: SheetSurroundings,
): Reduced {
	if (focus === null) return quiet(state);
	if (stepOf(state) === 'memory') return startedFromMemory(state, focus, around);
	if (!field) return enteredNumber(state, sheet, focus);
	const lane = focus === 'models.small' ? 'small' : focus === 'models.strong' ? 'strong' : null;
	if (lane && state.sheets.prices) return quiet(picking(state, { of: 'model', lane }));
	if (focus === 'assumption') return quiet(picking(state, { of: 'input' }));
	if (focus === 'trigger') return quiet(picking(state, { of: 'metric', trigger: true }));
	if (field.choices.length > 0) return stepped(state, sheet, focus, field, 1);
	const text = field.value ?? '';
	return quiet(withSheets(state, { editor: { text, cursor: text.length }, offset: null }));
}

const picking = (state: State, kind: NonNullable<State['sheets']['picker']>['kind']): State =>
	withSheets(state, { picker: { kind, filter: '', at: 0 } });

function enteredNumber(state: State, sheet: Sheet, focus: string): Reduced {
	const input = numberAt(sheet, focus);
	if (!input) return quiet(state);
	if (state.typing === null)
		return input.kind === 'override' || input.kind === 'switch'
			? stepped(state, sheet, focus, null, 1)
			: quiet({ ...state, typing: '' });
	if (state.typing.trim() === '') return quiet({ ...state, typing: null });
	const reading = readInput(input, state.typing);
	// A refused text stays, so that it can be mended.
	if (!reading.ok) return quiet(say(state, `${reading.message}. ${reading.help}`, 'refused'));
	const result = withNumber(sheet, focus, reading.value);
	return changed(
		result.ok ? { ...state, typing: null } : state,
		result,
		`${input.label} ${showValue(input, reading.value)}`,
	);
}

/** What a key does to the words that are being written. */
function inEditor(state: State, action: Action, field: SheetField | null, around: SheetSurroundings): Reduced | null {
	const { editor } = state.sheets;
	if (!editor || !field) return null;
	switch (action.type) {
		case 'type':
			return quiet(withSheets(state, { editor: inserted(editor, action.text) }));
		case 'erase':
			return quiet(withSheets(state, { editor: cursorMoved(editor, 'erase') }));
		case 'edit-text':
			return quiet(withSheets(state, { editor: cursorMoved(editor, action.move) }));
		case 'page':
			return quiet(scrolled(state, action.by * PAGE));
		case 'back':
			return quiet(withSheets(state, { editor: null, offset: null }));
		case 'enter':
		case 'next': {
			const result = field.set(editor.text);
			// A refused text stays, so that it can be mended.
			if (!result.ok) return changed(state, result, '');
			const kept = changed(withSheets(state, { editor: null, offset: null }), result, `wrote: ${field.label}`);
			const by = action.type === 'next' ? action.by : 1;
			return { ...kept, state: { ...walked(kept.state, { type: 'next', by }, around), notice: kept.state.notice } };
		}
		default:
			return null;
	}
}

/** Adds, copies or removes a slice, a row or a guardrail, where the focus is. */
function itemChanged(state: State, sheet: Sheet, focus: string | null, deed: 'add' | 'copy' | 'remove'): Reduced {
	const id = focus?.split('.')[1] ?? '';
	switch (stepOf(state)) {
		case 'slices':
			return deed === 'remove'
				? changed(state, withoutSlice(sheet, id), 'removed a slice')
				: changed(state, withSliceLike(sheet, id), 'added a slice with half of the traffic');
		case 'rows':
			return changed(state, rowsChanged(sheet, id, deed), `${DID[deed]} a row`);
		case 'pressure': {
			if (deed !== 'remove') return quiet(picking(state, { of: 'metric', trigger: false }));
			const guardrail = guardrailAt(sheet, focus);
			return guardrail
				? changed(state, withoutGuardrail(sheet, guardrail), 'removed a guardrail')
				: quiet(say(state, 'choose a guardrail first: ↓'));
		}
		default:
			return quiet(say(state, 'slices, rows and guardrails can be added and removed'));
	}
}

const DID = { add: 'added', copy: 'copied', remove: 'removed' } as const;

function rowsChanged(sheet: Sheet, id: string, deed: 'add' | 'copy' | 'remove'): Result<Sheet> {
	const lab = changeRows(openLab(sheet.scenario), deed, id);
	return lab.ok ? { ok: true, value: { ...sheet, scenario: present(lab.value).scenario } } : lab;
}

/** The guardrail whose field has the focus. */
export const guardrailAt = (sheet: Sheet, focus: string | null): Sheet['scenario']['guardrails'][number] | undefined =>
	sheet.scenario.guardrails.find(({ metric, segment }) => {
		const key = segment === null ? metric : `${metric}.${segment}`;
		const rest = focus?.startsWith(`guardrails.${key}.`) ? focus.slice(`guardrails.${key}.`.length) : null;
		return rest !== null && !rest.includes('.');
	});

/** Asks for the file of prices. */
export const askingPrices = (state: State): State => ({ ...state, prompt: prompted({ for: 'prices' }) });

import { present } from '../../board/lab.js';
import { isChoice, readInput, showValue, stepInput } from '../../engine/inputs/index.js';
import { editorOf } from '../../text/editor.js';
import { nearestIndex } from '../../text/list-window.js';
import {
	FROM_MEMORY,
	fieldAt,
	gapsOf,
	numberAt,
	numberValue,
	type Sheet,
	type SheetField,
	STEPS,
	withNumber,
} from '../../worksheet/index.js';
import type { Action } from '../action.js';
import { typeValue } from '../board.js';
import { say } from '../changes.js';
import { prompted } from '../prompt.js';
import { type Layer, only, type SheetEnv, type Updated } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { apply, travelSheet, withSheets } from './change.js';
import { toggleCountdown } from './countdown.js';
import { withSheetTools } from './env.js';
import { moveFocus, sheetFocus } from './focus.js';
import { editItems } from './items.js';
import { WORKSHEET_KEYS } from './keys.js';
import { scrollForm } from './layout.js';
import { toList } from './open.js';
import { openPicker } from './pick.js';
import { pointOf, stepOf } from './state.js';

type FormAction = Extract<
	Action,
	{ type: 'pane' | 'move' | 'next' | 'page' | 'step' | 'type' | 'enter' | 'undo' | 'rows' | 'back' | 'hint' | 'sheet' }
>;

/** The form, at one of its steps. */
export const WORKSHEET_FORM: Layer<FormAction> = {
	id: 'worksheet-form',
	keys: WORKSHEET_KEYS.form,
	update(state, action, baseEnv) {
		const env = withSheetTools(baseEnv);
		const { open } = state.sheets;
		if (!open || !env) return only(state);
		const { sheet } = pointOf(open);
		const focus = sheetFocus(state, env);
		const field = focus === null ? null : fieldAt(sheet, stepOf(state), focus);
		switch (action.type) {
			case 'pane':
				return only(toStep(state, state.sheets.step + action.by));
			case 'move':
			case 'next':
				return only(moveFocus(state, action, env));
			case 'page':
				return only(scrollForm(state, action.by, env));
			case 'step':
				return focus === null ? only(state) : stepField(state, sheet, focus, field, action.by);
			case 'type':
				return only(focus === null || field ? say(state, 'Enter writes here') : typeValue(state, action));
			case 'enter':
				return enterField(state, sheet, focus, field, env);
			case 'undo':
				return travelSheet(state, action.by);
			case 'rows':
				return editItems(state, sheet, focus, action.command, env);
			case 'hint':
				return only(goToGap(state));
			case 'sheet':
				return only(runCommand(state, action.command, env));
			case 'back':
				// Leaving an unsaved worksheet loses it, so this asks first.
				if (open.saved.state === 'failed') return only({ ...state, asking: 'sheet-unsaved' });
				return toList(state);
		}
	},
};

type ValueAction = Extract<Action, { type: 'type' | 'erase' | 'enter' | 'next' | 'back' }>;

/** The value being typed for the focused number of the form. */
export const WORKSHEET_VALUE: Layer<ValueAction> = {
	id: 'worksheet-value',
	keys: WORKSHEET_KEYS.value,
	text: true,
	update(state, action, baseEnv) {
		const env = withSheetTools(baseEnv);
		const { open } = state.sheets;
		if (!open || !env) return only(state);
		const focus = sheetFocus(state, env);
		switch (action.type) {
			case 'type':
			case 'erase':
				return only(typeValue(state, action));
			case 'enter':
				return focus === null ? only(state) : enterNumber(state, pointOf(open).sheet, focus);
			case 'next':
				return only(moveFocus(state, action, env));
			case 'back':
				return only({ ...state, typing: null });
		}
	},
};

function runCommand(state: State, command: Extract<Action, { type: 'sheet' }>['command'], env: SheetEnv): State {
	switch (command) {
		case 'prices':
			return { ...state, prompt: prompted({ for: 'prices' }) };
		case 'countdown':
			return toggleCountdown(state, env.now());
		case 'lab':
			return toLab(state);
		default:
			return state;
	}
}

/** Opens the worksheet's lab; edits that were tried there before are still on top of it. */
function toLab(state: State): State {
	const lab: State = { ...state, screen: 'lab', overlay: null };
	return present(currentLab(lab)).edits.length === 0
		? lab
		: say(lab, 'what you tried here lies on top of the worksheet: w takes it in, X puts it back');
}

/** Shows a step; an index beyond the ends shows the first or the last one. */
function toStep(state: State, to: number): State {
	const step = nearestIndex(STEPS.length, to);
	const { open, steps } = state.sheets;
	const stepsByPath = open ? { ...steps, [open.path]: step } : steps;
	return withSheets({ ...state, typing: null }, { step, steps: stepsByPath, offset: null });
}

/** Goes to the first gap of the worksheet, or says that there is none. */
function goToGap(state: State): State {
	const { open } = state.sheets;
	const [gap] = open ? gapsOf(pointOf(open).sheet) : [];
	if (!gap) return say(state, 'nothing is missing: it is ready for review');
	const step = STEPS.findIndex(({ id }) => id === gap.step);
	return say(
		withSheets(toStep(state, step), { focus: { ...state.sheets.focus, [gap.step]: gap.field } }),
		`next: ${gap.says}`,
	);
}

/** Changes a number by a step, or goes to the next choice of a field. */
function stepField(state: State, sheet: Sheet, focus: string, field: SheetField | null, by: number): Updated {
	if (field) {
		if (field.choices.length === 0) return only(say(state, 'Enter writes here'));
		const current = field.choices.findIndex(({ value }) => value === field.value);
		const count = field.choices.length;
		const next = current < 0 ? (by > 0 ? 0 : count - 1) : (current + Math.sign(by) + count) % count;
		const choice = field.choices[next];
		const chosen = apply(state, field.set(choice?.value ?? null), `${field.label}: ${choice?.words}`);
		return { ...chosen, state: followSegment(chosen.state, focus, choice?.value ?? '') };
	}
	const input = numberAt(sheet, focus);
	if (!input) return only(state);
	const value = stepInput(input, numberValue(sheet, focus), by);
	return apply(state, withNumber(sheet, focus, value), `${input.label} ${showValue(input, value)}`);
}

/** Keeps the focus on a guardrail whose slice was changed, and with it the ids of its fields. */
function followSegment(state: State, focus: string, slice: string): State {
	const [group, metric, ...rest] = focus.split('.');
	if (group !== 'guardrails' || rest.at(-1) !== 'segment') return state;
	const id = `guardrails.${metric}.${slice === '' ? '' : `${slice}.`}segment`;
	return withSheets(state, { focus: { ...state.sheets.focus, [stepOf(state)]: id } });
}

/** Starts to edit the focused text or number, goes to the next choice, or opens the picker of the field. */
function enterField(
	state: State,
	sheet: Sheet,
	focus: string | null,
	field: SheetField | null,
	env: SheetEnv,
): Updated {
	if (focus === null) return only(state);
	if (stepOf(state) === 'memory') return startFromMemory(state, focus, env);
	if (!field) return startNumber(state, sheet, focus);
	const lane = focus === 'models.small' ? 'small' : focus === 'models.strong' ? 'strong' : null;
	if (lane && state.sheets.prices) return only(openPicker(state, { of: 'model', lane }));
	if (focus === 'assumption') return only(openPicker(state, { of: 'input' }));
	if (focus === 'trigger') return only(openPicker(state, { of: 'metric', trigger: true }));
	if (field.choices.length > 0) return stepField(state, sheet, focus, field, 1);
	return only(withSheets(state, { editor: editorOf(field.value ?? ''), offset: null }));
}

/** Starts to type the focused number; switches an input that has only choices. */
function startNumber(state: State, sheet: Sheet, focus: string): Updated {
	const input = numberAt(sheet, focus);
	if (!input) return only(state);
	return isChoice(input.kind) ? stepField(state, sheet, focus, null, 1) : only({ ...state, typing: '' });
}

/** Applies the typed number. An empty text changes nothing; a rejected one stays, so that it can be corrected. */
function enterNumber(state: State, sheet: Sheet, focus: string): Updated {
	const input = numberAt(sheet, focus);
	const typed = state.typing ?? '';
	if (!input) return only(state);
	if (typed.trim() === '') return only({ ...state, typing: null });
	const reading = readInput(input, typed);
	if (!reading.ok) return only(say(state, `${reading.message}. ${reading.help}`, 'refused'));
	const result = withNumber(sheet, focus, reading.value);
	return apply(
		result.ok ? { ...state, typing: null } : state,
		result,
		`${input.label} ${showValue(input, reading.value)}`,
	);
}

/**
 * Asks the cards of the last step in the drills, from the focused one on. The drills record the grades and return to the
 * worksheet.
 *
 * @param focus `memory.` followed by the id of a card
 */
function startFromMemory(state: State, focus: string, env: SheetEnv): Updated {
	const tools = env.drills();
	if (!tools) return only(say(state, 'drills are being loaded: a moment'));
	if (state.drill.run && !state.drill.debriefed)
		return only(say(state, 'an interview run is going on: finish or leave it first (d)'));
	const at = FROM_MEMORY.findIndex((card) => `memory.${card}` === focus);
	return only({ ...env.go.cards(state, FROM_MEMORY.slice(Math.max(0, at)), env, tools), fromSheet: true });
}

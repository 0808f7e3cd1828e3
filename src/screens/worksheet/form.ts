import { currentEntry } from '../../board/lab.js';
import { formatInputValue, isChoice, parseTypedInput, stepInput } from '../../engine/inputs/index.js';
import { createEditor } from '../../text/editor.js';
import { clampIndex } from '../../text/list-window.js';
import {
	fieldAt,
	gapsOf,
	MEMORY_CARDS,
	numberAt,
	numberValue,
	type Sheet,
	type SheetField,
	STEPS,
	withNumber,
} from '../../worksheet/index.js';
import type { Action } from '../action.js';
import { typeValue } from '../board.js';
import { createPrompt } from '../prompt.js';
import { type Layer, type SheetEnv, type Updated, withoutEffects } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { say } from '../state-changes.js';
import { applyChange, undoOrRedoSheet, withSheets } from './apply-change.js';
import { toggleCountdown } from './countdown.js';
import { editItems } from './edit-items.js';
import { withSheetTools } from './env.js';
import { moveFocus, sheetFocus } from './focus.js';
import { WORKSHEET_KEYS } from './keys.js';
import { PAGE_LINES, scrollForm, scrollFormHalf } from './layout.js';
import { openList } from './open.js';
import { openPicker } from './picker.js';
import { currentSheetEntry, currentStep } from './state.js';

type FormAction = Extract<
	Action,
	{
		type:
			| 'pane'
			| 'move'
			| 'focus-next'
			| 'page'
			| 'half-page'
			| 'step'
			| 'type'
			| 'enter'
			| 'undo'
			| 'rows'
			| 'back'
			| 'hint'
			| 'sheet';
	}
>;

/** The form, at one of its steps. */
export const WORKSHEET_FORM: Layer<FormAction> = {
	id: 'worksheet-form',
	keys: WORKSHEET_KEYS.form,
	update(state, action, baseEnv) {
		const env = withSheetTools(baseEnv);
		const { open } = state.sheets;
		if (!open || !env) return withoutEffects(state);
		const { sheet } = currentSheetEntry(open);
		const focus = sheetFocus(state, env);
		const field = focus === null ? null : fieldAt(sheet, currentStep(state), focus);
		switch (action.type) {
			case 'pane':
				return withoutEffects(toStep(state, state.sheets.step + action.by));
			case 'move':
			case 'focus-next':
				return withoutEffects(moveFocus(state, action, env));
			case 'page':
				return withoutEffects(scrollForm(state, action.by * PAGE_LINES, env));
			case 'half-page':
				return withoutEffects(scrollFormHalf(state, action.by, env));
			case 'step':
				return focus === null ? withoutEffects(state) : stepField(state, sheet, focus, field, action.by);
			case 'type':
				return withoutEffects(
					focus === null || field
						? say(state, 'this field takes words: Enter starts to write')
						: typeValue(state, action),
				);
			case 'enter':
				return enterField(state, sheet, focus, field, env);
			case 'undo':
				return undoOrRedoSheet(state, action.by);
			case 'rows':
				return editItems(state, sheet, focus, action.command, env);
			case 'hint':
				return withoutEffects(goToGap(state));
			case 'sheet':
				return withoutEffects(runCommand(state, action.command, env));
			case 'back':
				// Leaving an unsaved worksheet loses it, so this asks first.
				if (open.saved.state === 'failed') return withoutEffects({ ...state, questionId: 'sheet-unsaved' });
				return openList(state);
		}
	},
};

type ValueAction = Extract<Action, { type: 'type' | 'erase' | 'enter' | 'focus-next' | 'back' }>;

/** The value being typed for the focused number of the form. */
export const WORKSHEET_VALUE: Layer<ValueAction> = {
	id: 'worksheet-value',
	keys: WORKSHEET_KEYS.value,
	text: true,
	update(state, action, baseEnv) {
		const env = withSheetTools(baseEnv);
		const { open } = state.sheets;
		if (!open || !env) return withoutEffects(state);
		const focus = sheetFocus(state, env);
		switch (action.type) {
			case 'type':
			case 'erase':
				return withoutEffects(typeValue(state, action));
			case 'enter':
				return focus === null ? withoutEffects(state) : enterNumber(state, currentSheetEntry(open).sheet, focus);
			case 'focus-next':
				return withoutEffects(moveFocus(state, action, env));
			case 'back':
				return withoutEffects({ ...state, typing: null });
		}
	},
};

function runCommand(state: State, command: Extract<Action, { type: 'sheet' }>['command'], env: SheetEnv): State {
	switch (command) {
		case 'prices':
			return { ...state, prompt: createPrompt({ for: 'prices' }) };
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
	return currentEntry(currentLab(lab)).edits.length === 0
		? lab
		: say(lab, 'what you tried here is not in the worksheet yet: w puts it there, X drops it');
}

/** Shows a step; an index beyond the ends shows the first or the last one. */
function toStep(state: State, to: number): State {
	const step = clampIndex(STEPS.length, to);
	const { open, steps } = state.sheets;
	const stepsByPath = open ? { ...steps, [open.path]: step } : steps;
	return withSheets({ ...state, typing: null }, { step, steps: stepsByPath, offset: null });
}

/** Goes to the first gap of the worksheet, or says that there is none. */
function goToGap(state: State): State {
	const { open } = state.sheets;
	const [gap] = open ? gapsOf(currentSheetEntry(open).sheet) : [];
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
		if (field.choices.length === 0) return withoutEffects(say(state, 'this field takes words: Enter starts to write'));
		const current = field.choices.findIndex(({ value }) => value === field.value);
		const count = field.choices.length;
		const next = current < 0 ? (by > 0 ? 0 : count - 1) : (current + Math.sign(by) + count) % count;
		const choice = field.choices[next];
		const chosen = applyChange(state, field.set(choice?.value ?? null), `${field.label}: ${choice?.words}`);
		return { ...chosen, state: followSegment(chosen.state, focus, choice?.value ?? '') };
	}
	const input = numberAt(sheet, focus);
	if (!input) return withoutEffects(state);
	const value = stepInput(input, numberValue(sheet, focus), by);
	return applyChange(state, withNumber(sheet, focus, value), `${input.label} ${formatInputValue(input, value)}`);
}

/** Keeps the focus on a guardrail after a change of its slice, which also changes the ids of its fields. */
function followSegment(state: State, focus: string, slice: string): State {
	const [group, metric, ...rest] = focus.split('.');
	if (group !== 'guardrails' || rest.at(-1) !== 'segment') return state;
	const id = `guardrails.${metric}.${slice === '' ? '' : `${slice}.`}segment`;
	return withSheets(state, { focus: { ...state.sheets.focus, [currentStep(state)]: id } });
}

/** Starts to edit the focused text or number, goes to the next choice, or opens the picker of the field. */
function enterField(
	state: State,
	sheet: Sheet,
	focus: string | null,
	field: SheetField | null,
	env: SheetEnv,
): Updated {
	if (focus === null) return withoutEffects(state);
	if (currentStep(state) === 'memory') return startFromMemory(state, focus, env);
	if (!field) return startNumber(state, sheet, focus);
	const lane = focus === 'models.small' ? 'small' : focus === 'models.strong' ? 'strong' : null;
	if (lane && state.sheets.prices) return withoutEffects(openPicker(state, { of: 'model', lane }));
	if (focus === 'assumption') return withoutEffects(openPicker(state, { of: 'input' }));
	if (focus === 'trigger') return withoutEffects(openPicker(state, { of: 'metric', trigger: true }));
	if (field.choices.length > 0) return stepField(state, sheet, focus, field, 1);
	return withoutEffects(withSheets(state, { editor: createEditor(field.value ?? ''), offset: null }));
}

/** Starts to type the focused number; switches an input that has only choices. */
function startNumber(state: State, sheet: Sheet, focus: string): Updated {
	const input = numberAt(sheet, focus);
	if (!input) return withoutEffects(state);
	return isChoice(input.kind) ? stepField(state, sheet, focus, null, 1) : withoutEffects({ ...state, typing: '' });
}

/** Applies the typed number. An empty text changes nothing; a rejected one stays, so that it can be corrected. */
function enterNumber(state: State, sheet: Sheet, focus: string): Updated {
	const input = numberAt(sheet, focus);
	const typed = state.typing ?? '';
	if (!input) return withoutEffects(state);
	if (typed.trim() === '') return withoutEffects({ ...state, typing: null });
	const reading = parseTypedInput(input, typed);
	if (!reading.ok) return withoutEffects(say(state, `${reading.message}. ${reading.help}`, 'refused'));
	const result = withNumber(sheet, focus, reading.value);
	return applyChange(
		result.ok ? { ...state, typing: null } : state,
		result,
		`${input.label} ${formatInputValue(input, reading.value)}`,
	);
}

/**
 * Asks the cards of the last step in the drills, from the focused one on. The drills record the grades and return to
 * the worksheet.
 *
 * @param focus `memory.` followed by the id of a card
 */
function startFromMemory(state: State, focus: string, env: SheetEnv): Updated {
	const tools = env.drills();
	if (!tools) return withoutEffects(say(state, 'the drills are still loading: try again in a moment'));
	if (state.drill.run && !state.drill.debriefed)
		return withoutEffects(say(state, 'an interview run is still open: d goes to it; finish or leave it first'));
	const at = MEMORY_CARDS.findIndex((card) => `memory.${card}` === focus);
	return withoutEffects({
		...env.go.cards(state, MEMORY_CARDS.slice(Math.max(0, at)), env, tools),
		cameFromSheet: true,
	});
}

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
import type { Reduced, SheetSurroundings } from '../around.js';
import { say } from '../changes.js';
import { prompted } from '../prompt.js';
import { currentLab, type State } from '../state.js';
import { typed } from '../typing.js';
import { changed, quiet, traveled, withSheets } from './change.js';
import { inEditor } from './editor.js';
import { scrolled, sheetFocus, walked } from './focus.js';
import { itemChanged } from './items.js';
import { toSheets } from './open.js';
import { toPick } from './pick.js';
import { pointOf, stepOf } from './state.js';

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
			return quiet(scrolled(state, action.by));
		case 'step':
			return focus === null ? quiet(state) : stepped(state, sheet, focus, field, action.by);
		case 'type':
			if (focus === null || field) return quiet(say(state, 'Enter writes here'));
			return quiet(typed(state, action));
		case 'erase':
			return quiet(typed(state, action));
		case 'enter':
			return entered(state, sheet, focus, field, around);
		case 'undo':
			return traveled(state, action.by);
		case 'rows':
			return itemChanged(state, sheet, focus, action.deed, around);
		case 'go':
			return action.screen === 'lab' ? quiet(toLab(state)) : null;
		case 'back':
			if (state.typing !== null) return quiet({ ...state, typing: null });
			// What is not on the disk is gone once it is left.
			if (open.saved.state === 'failed') return quiet({ ...state, asking: 'sheet-unsaved' });
			return toSheets(state);
		default:
			return null;
	}
}

/** The lab of the worksheet; what was tried there before still lies on top of it. */
function toLab(state: State): State {
	const lab: State = { ...state, screen: 'lab', overlay: null };
	return present(currentLab(lab)).edits.length === 0
		? lab
		: say(lab, 'what you tried here lies on top of the worksheet: w takes it in, X puts it back');
}

/** Shows another step; beyond the last nothing happens. */
function toStep(state: State, to: number): State {
	const step = nearestIndex(STEPS.length, to);
	const { open, steps } = state.sheets;
	const left = open ? { ...steps, [open.path]: step } : steps;
	return withSheets({ ...state, typing: null }, { step, steps: left, offset: null });
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

/** An arrow key: a number by a step, a choice to the next. */
function stepped(state: State, sheet: Sheet, focus: string, field: SheetField | null, by: number): Reduced {
	if (field) {
		if (field.choices.length === 0) return quiet(say(state, 'Enter writes here'));
		const now = field.choices.findIndex(({ value }) => value === field.value);
		const count = field.choices.length;
		const to = now < 0 ? (by > 0 ? 0 : count - 1) : (now + Math.sign(by) + count) % count;
		const choice = field.choices[to];
		const chosen = changed(state, field.set(choice?.value ?? null), `${field.label}: ${choice?.words}`);
		return { ...chosen, state: followed(chosen.state, focus, choice?.value ?? '') };
	}
	const input = numberAt(sheet, focus);
	if (!input) return quiet(state);
	const to = stepInput(input, numberValue(sheet, focus), by);
	return changed(state, withNumber(sheet, focus, to), `${input.label} ${showValue(input, to)}`);
}

/** A guardrail that is watched in another slice has another name: the focus goes with it. */
function followed(state: State, focus: string, slice: string): State {
	const [group, metric, ...rest] = focus.split('.');
	if (group !== 'guardrails' || rest.at(-1) !== 'segment') return state;
	const now = `guardrails.${metric}.${slice === '' ? '' : `${slice}.`}segment`;
	return withSheets(state, { focus: { ...state.sheets.focus, [stepOf(state)]: now } });
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
	if (lane && state.sheets.prices) return quiet(toPick(state, { of: 'model', lane }));
	if (focus === 'assumption') return quiet(toPick(state, { of: 'input' }));
	if (focus === 'trigger') return quiet(toPick(state, { of: 'metric', trigger: true }));
	if (field.choices.length > 0) return stepped(state, sheet, focus, field, 1);
	return quiet(withSheets(state, { editor: editorOf(field.value ?? ''), offset: null }));
}

function enteredNumber(state: State, sheet: Sheet, focus: string): Reduced {
	const input = numberAt(sheet, focus);
	if (!input) return quiet(state);
	if (state.typing === null)
		return isChoice(input.kind) ? stepped(state, sheet, focus, null, 1) : quiet({ ...state, typing: '' });
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

/** Asks for the file of prices. */
export const askingPrices = (state: State): State => ({ ...state, prompt: prompted({ for: 'prices' }) });

/**
 * Asks what the last step asks for, from the chosen card on: the drill of its kind, which keeps the grade and comes
 * back here.
 *
 * @param focus `memory.` and the card
 */
function startedFromMemory(state: State, focus: string, around: SheetSurroundings): Reduced {
	const tools = around.drills();
	if (!tools) return quiet(say(state, 'drills are being loaded: a moment'));
	if (state.drill.run && !state.drill.debriefed)
		return quiet(say(state, 'an interview run is going on: finish or leave it first (d)'));
	const at = FROM_MEMORY.findIndex((card) => `memory.${card}` === focus);
	return quiet({ ...around.go.cards(state, FROM_MEMORY.slice(Math.max(0, at)), around, tools), fromSheet: true });
}

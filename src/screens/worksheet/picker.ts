import { formatInputValue, inputAt, inputName, inputValue } from '../../engine/inputs/index.js';
import { METRIC_NAMES } from '../../engine/scenario.js';
import { createEditor, FILTER_LIMITS } from '../../text/editor.js';
import { clampIndex } from '../../text/list-window.js';
import {
	fieldAt,
	type Sheet,
	sheetFromTemplate,
	truncate,
	withGuardrail,
	withTrigger,
	worksheetName,
} from '../../worksheet/index.js';
import type { Action } from '../action.js';
import { createPrompt } from '../prompt.js';
import { type Layer, type PickerItem, type SheetEnv, type Updated, withoutEffects } from '../screen.js';
import { halfOf } from '../size.js';
import type { State } from '../state.js';
import { editTypedText, say } from '../state-changes.js';
import { applyChange, withSheets } from './apply-change.js';
import { withSheetTools } from './env.js';
import { WORKSHEET_KEYS } from './keys.js';
import { currentSheetEntry, type Picker, type PickerKind } from './state.js';

/** Returns the picks of the open picker. */
export const currentPicks = (state: State, env: SheetEnv): readonly PickerItem[] => {
	const { picker, open, prices } = state.sheets;
	return picker ? env.picks(picker.kind, picker.filter, open && currentSheetEntry(open).sheet, prices) : [];
};

/** Opens a list to pick from. */
export const openPicker = (state: State, kind: PickerKind): State =>
	withSheets(state, { picker: { kind, filter: '', chosen: 0 } });

type PickerAction = Extract<Action, { type: 'scroll' | 'half-page' | 'type' | 'erase' | 'back' | 'choose' }>;

/** A list to pick from; typing narrows it. */
export const WORKSHEET_PICKER: Layer<PickerAction> = {
	id: 'worksheet-picker',
	keys: WORKSHEET_KEYS.picker,
	text: true,
	update(state, action, baseEnv) {
		const env = withSheetTools(baseEnv);
		const { picker } = state.sheets;
		if (!picker || !env) return withoutEffects(state);
		const withPicker = (changes: Partial<Picker>): State => withSheets(state, { picker: { ...picker, ...changes } });
		switch (action.type) {
			case 'scroll':
			case 'half-page': {
				// A pick has two lines; six of the window are head, status and footer.
				const by = action.by * (action.type === 'scroll' ? 1 : halfOf((state.size.rows - 6) / 2));
				return withoutEffects(withPicker({ chosen: clampIndex(currentPicks(state, env).length, picker.chosen + by) }));
			}
			case 'type':
			case 'erase':
				return withoutEffects(
					editTypedText(
						createEditor(picker.filter),
						action,
						({ text }) => withPicker({ filter: text, chosen: 0 }),
						FILTER_LIMITS,
					),
				);
			case 'back':
				if (picker.filter !== '') return withoutEffects(withPicker({ filter: '', chosen: 0 }));
				return withoutEffects(withSheets(state, { picker: null, newSheet: null }));
			case 'choose': {
				const chosen = currentPicks(state, env)[picker.chosen];
				return chosen ? pick(withSheets(state, { picker: null }), picker, chosen, env) : withoutEffects(state);
			}
		}
	},
};

/** Applies the chosen pick. */
function pick(state: State, { kind }: Picker, { value, title }: PickerItem, env: SheetEnv): Updated {
	if (kind.of === 'template') return createSheet(state, value, env);
	const { open, prices } = state.sheets;
	if (!open) return withoutEffects(state);
	const { sheet } = currentSheetEntry(open);
	switch (kind.of) {
		case 'input':
			return withoutEffects(askForAssumption(state, sheet, value));
		case 'metric': {
			const metric = METRIC_NAMES.find((name) => name === value);
			if (!metric) return withoutEffects(state);
			const key = { metric, segment: null };
			return kind.trigger
				? applyChange(state, withTrigger(sheet, key), `rollback trigger: ${title}`)
				: applyChange(state, withGuardrail(sheet, key), `a guardrail on ${title}`);
		}
		case 'model': {
			if (!prices) return withoutEffects(state);
			if (value.startsWith(UNLISTED_PREFIX)) {
				const field = fieldAt(sheet, 'prices', `models.${kind.lane}`);
				return field
					? applyChange(state, field.set(value.slice(1)), `${kind.lane} model: ${value.slice(1)}`)
					: withoutEffects(state);
			}
			const priced = env.applyModelPrices(sheet, kind.lane, value, prices);
			if (!priced.ok) return applyChange(state, priced, '');
			const { notes } = priced.value;
			const taken = applyChange(state, { ok: true, value: priced.value.sheet }, `${kind.lane} model: ${value}`);
			return { ...taken, state: say(taken.state, [`${kind.lane} has the prices of ${value}`, ...notes].join('. ')) };
		}
	}
}

/** Creates a worksheet from a template, or asks for its name if that is not known yet. */
function createSheet(state: State, template: string, env: SheetEnv): Updated {
	const found = env.templates('').find(({ scenario }) => scenario.id === template);
	if (!found) return withoutEffects(state);
	const { newSheet } = state.sheets;
	if (newSheet === null) {
		const ask = { for: 'new', template, scenario: found.scenario, path: null } as const;
		return withoutEffects({ ...state, prompt: createPrompt(ask) });
	}
	const id = worksheetName(newSheet.name);
	const sheet = sheetFromTemplate(found, { id, title: truncate(newSheet.name, 120) });
	const effect = { type: 'sheet-create', sheet, path: newSheet.path } as const;
	return { state: withSheets(state, { newSheet: null }), effects: [effect] };
}

/** Prefix of a pick for an unlisted model, of which only the name is taken. */
export const UNLISTED_PREFIX = '=';

/** Asks for the other value of an input. */
function askForAssumption(state: State, sheet: Sheet, path: string): State {
	const input = inputAt(sheet.scenario, path);
	if (!input) return state;
	const value = formatInputValue(input, inputValue(sheet.scenario, input));
	const asked: State = { ...state, prompt: createPrompt({ for: 'assumption', path }) };
	return say(asked, `${inputName(sheet.scenario, input)} is ${value}: what else could it be?`);
}

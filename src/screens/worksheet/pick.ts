import { inputAt, inputName, inputValue, showValue } from '../../engine/inputs/index.js';
import { METRIC_NAMES } from '../../engine/scenario.js';
import { editorOf, FILTER } from '../../text/editor.js';
import { nearestIndex } from '../../text/list-window.js';
import { cut, fieldAt, nameFrom, type Sheet, sheetFrom, withGuardrail, withTrigger } from '../../worksheet/index.js';
import type { Action } from '../action.js';
import { say, writeInto } from '../changes.js';
import { prompted } from '../prompt.js';
import { type Layer, only, type Pick, type SheetEnv, type Updated } from '../screen.js';
import type { State } from '../state.js';
import { apply, withSheets } from './change.js';
import { withSheetTools } from './env.js';
import { WORKSHEET_KEYS } from './keys.js';
import { type Picker, type PickKind, pointOf } from './state.js';

/** Returns the picks of the open picker. */
export const picksOf = (state: State, env: SheetEnv): readonly Pick[] => {
	const { picker, open, prices } = state.sheets;
	return picker ? env.picks(picker.kind, picker.filter, open && pointOf(open).sheet, prices) : [];
};

/** Opens a list to pick from. */
export const openPicker = (state: State, kind: PickKind): State =>
	withSheets(state, { picker: { kind, filter: '', at: 0 } });

type PickerAction = Extract<Action, { type: 'scroll' | 'type' | 'erase' | 'back' | 'choose' }>;

/** A list to pick from; typing narrows it. */
export const WORKSHEET_PICKER: Layer<PickerAction> = {
	id: 'worksheet-picker',
	keys: WORKSHEET_KEYS.picker,
	text: true,
	update(state, action, baseEnv) {
		const env = withSheetTools(baseEnv);
		const { picker } = state.sheets;
		if (!picker || !env) return only(state);
		const withPicker = (changes: Partial<Picker>): State => withSheets(state, { picker: { ...picker, ...changes } });
		switch (action.type) {
			case 'scroll':
				return only(withPicker({ at: nearestIndex(picksOf(state, env).length, picker.at + action.by) }));
			case 'type':
			case 'erase':
				return only(
					writeInto(editorOf(picker.filter), action, ({ text }) => withPicker({ filter: text, at: 0 }), FILTER),
				);
			case 'back':
				if (picker.filter !== '') return only(withPicker({ filter: '', at: 0 }));
				return only(withSheets(state, { picker: null, making: null }));
			case 'choose': {
				const chosen = picksOf(state, env)[picker.at];
				return chosen ? pick(withSheets(state, { picker: null }), picker, chosen, env) : only(state);
			}
		}
	},
};

/** Applies the chosen pick. */
function pick(state: State, { kind }: Picker, { value, title }: Pick, env: SheetEnv): Updated {
	if (kind.of === 'template') return createSheet(state, value, env);
	const { open, prices } = state.sheets;
	if (!open) return only(state);
	const { sheet } = pointOf(open);
	switch (kind.of) {
		case 'input':
			return only(askForAssumption(state, sheet, value));
		case 'metric': {
			const metric = METRIC_NAMES.find((name) => name === value);
			if (!metric) return only(state);
			const key = { metric, segment: null };
			return kind.trigger
				? apply(state, withTrigger(sheet, key), `rollback trigger: ${title}`)
				: apply(state, withGuardrail(sheet, key), `a guardrail on ${title}`);
		}
		case 'model': {
			if (!prices) return only(state);
			if (value.startsWith(UNLISTED)) {
				const field = fieldAt(sheet, 'prices', `models.${kind.lane}`);
				return field ? apply(state, field.set(value.slice(1)), `${kind.lane} model: ${value.slice(1)}`) : only(state);
			}
			const priced = env.priced(sheet, kind.lane, value, prices);
			if (!priced.ok) return apply(state, priced, '');
			const { notes } = priced.value;
			const taken = apply(state, { ok: true, value: priced.value.sheet }, `${kind.lane} model: ${value}`);
			return { ...taken, state: say(taken.state, [`${kind.lane} has the prices of ${value}`, ...notes].join('. ')) };
		}
	}
}

/** Creates a worksheet from a template, or asks for its name if that is not known yet. */
function createSheet(state: State, template: string, env: SheetEnv): Updated {
	const found = env.templates('').find(({ scenario }) => scenario.id === template);
	if (!found) return only(state);
	const { making } = state.sheets;
	if (making === null) {
		const ask = { for: 'new', template, scenario: found.scenario, path: null } as const;
		return only({ ...state, prompt: prompted(ask) });
	}
	const id = nameFrom(making.name);
	const sheet = sheetFrom(found, { id, title: cut(making.name, 120) });
	const effect = { type: 'sheet-create', sheet, path: making.path } as const;
	return { state: withSheets(state, { making: null }), effects: [effect] };
}

/** Prefix of a pick for a model that is in no list, of which only the name is taken. */
export const UNLISTED = '=';

/** Asks for the other value of an input. */
function askForAssumption(state: State, sheet: Sheet, path: string): State {
	const input = inputAt(sheet.scenario, path);
	if (!input) return state;
	const value = showValue(input, inputValue(sheet.scenario, input));
	const asked: State = { ...state, prompt: prompted({ for: 'assumption', path }) };
	return say(asked, `${inputName(sheet.scenario, input)} is ${value}: what else could it be?`);
}

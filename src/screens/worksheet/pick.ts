import { inputAt, inputName, inputValue, showValue } from '../../engine/inputs/index.js';
import { METRIC_NAMES } from '../../engine/scenario.js';
import { editorOf, FILTER } from '../../text/editor.js';
import { nearestIndex } from '../../text/list-window.js';
import { cut, fieldAt, nameFrom, type Sheet, sheetFrom, withGuardrail, withTrigger } from '../../worksheet/index.js';
import type { Action } from '../action.js';
import type { Pick, Reduced, SheetSurroundings } from '../around.js';
import { say, writeInto } from '../changes.js';
import { prompted } from '../prompt.js';
import type { State } from '../state.js';
import { changed, quiet, withSheets } from './change.js';
import { type Picker, type PickKind, pointOf } from './state.js';

/** What the open picker lists. */
export const picksOf = (state: State, around: SheetSurroundings): readonly Pick[] => {
	const { picker, open, prices } = state.sheets;
	return picker ? around.picks(picker.kind, picker.filter, open && pointOf(open).sheet, prices) : [];
};

/** Opens a list to pick from. */
export const toPick = (state: State, kind: PickKind): State =>
	withSheets(state, { picker: { kind, filter: '', at: 0 } });

/** What an action does while something is picked from a list; null: nothing of its own. */
export function inPicker(state: State, action: Action, around: SheetSurroundings): Reduced | null {
	const { picker } = state.sheets;
	if (!picker) return null;
	const to = (changes: Partial<Picker>): Reduced => quiet(withSheets(state, { picker: { ...picker, ...changes } }));
	switch (action.type) {
		case 'scroll': {
			return to({ at: nearestIndex(picksOf(state, around).length, picker.at + action.by) });
		}
		case 'type':
		case 'erase':
			return quiet(
				writeInto(
					editorOf(picker.filter),
					action,
					({ text }) => withSheets(state, { picker: { ...picker, filter: text, at: 0 } }),
					FILTER,
				),
			);
		case 'back':
			if (picker.filter !== '') return to({ filter: '', at: 0 });
			return quiet(withSheets(state, { picker: null, making: null }));
		case 'choose':
		case 'enter': {
			const pick = picksOf(state, around)[picker.at];
			return pick ? picked(withSheets(state, { picker: null }), picker, pick, around) : quiet(state);
		}
		default:
			return null;
	}
}

function picked(state: State, { kind }: Picker, { value, title }: Pick, around: SheetSurroundings): Reduced {
	if (kind.of === 'template') return named(state, value, around);
	const { open, prices } = state.sheets;
	if (!open) return quiet(state);
	const { sheet } = pointOf(open);
	switch (kind.of) {
		case 'input':
			return quiet(askedFor(state, sheet, value));
		case 'metric': {
			const metric = METRIC_NAMES.find((name) => name === value);
			if (!metric) return quiet(state);
			const key = { metric, segment: null };
			return kind.trigger
				? changed(state, withTrigger(sheet, key), `rollback trigger: ${title}`)
				: changed(state, withGuardrail(sheet, key), `a guardrail on ${title}`);
		}
		case 'model': {
			if (!prices) return quiet(state);
			if (value.startsWith(UNLISTED)) {
				const field = fieldAt(sheet, 'prices', `models.${kind.lane}`);
				return field
					? changed(state, field.set(value.slice(1)), `${kind.lane} model: ${value.slice(1)}`)
					: quiet(state);
			}
			const priced = around.priced(sheet, kind.lane, value, prices);
			if (!priced.ok) return changed(state, priced, '');
			const { notes } = priced.value;
			const taken = changed(state, { ok: true, value: priced.value.sheet }, `${kind.lane} model: ${value}`);
			return { ...taken, state: say(taken.state, [`${kind.lane} has the prices of ${value}`, ...notes].join('. ')) };
		}
	}
}

/** Makes the worksheet whose name is known, or asks for a name. */
function named(state: State, template: string, around: SheetSurroundings): Reduced {
	const found = around.templates('').find(({ scenario }) => scenario.id === template);
	if (!found) return quiet(state);
	const { making } = state.sheets;
	if (making === null) {
		const ask = { for: 'new', template, scenario: found.scenario, path: null } as const;
		return quiet({ ...state, prompt: prompted(ask) });
	}
	const id = nameFrom(making.name);
	const sheet = sheetFrom(found, { id, title: cut(making.name, 120) });
	const effect = { type: 'sheet-create', sheet, path: making.path } as const;
	return { state: withSheets(state, { making: null }), effects: [effect] };
}

/** Before the name of a model that no list has: only its name is taken. */
export const UNLISTED = '=';

function askedFor(state: State, sheet: Sheet, path: string): State {
	const input = inputAt(sheet.scenario, path);
	if (!input) return state;
	const now = showValue(input, inputValue(sheet.scenario, input));
	const there: State = { ...state, prompt: prompted({ for: 'assumption', path }) };
	return say(there, `${inputName(sheet.scenario, input)} is ${now}: what else could it be?`);
}

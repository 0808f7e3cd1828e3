import {
	findInput,
	formatInputValue,
	type InputValue,
	inputName,
	inputValue,
	parseTypedInput,
	type Result,
	refuse,
} from '../engine/inputs/index.js';
import type { NamedState } from '../engine/scenario.js';
import { truncate } from '../text/safe-text.js';
import { type Sheet, withScenario } from './sheet.js';

/** Id of the named state that varies the assumption; the lab enters it like any other state. */
export const ASSUMPTION_ID = 'assumption';

/** Returns the state that varies an assumption; null if there is none yet. */
export const assumptionOf = ({ scenario }: Sheet): NamedState | null =>
	scenario.states.find(({ id }) => id === ASSUMPTION_ID) ?? null;

/** Returns the input path of the assumption and its varied value as typed text; null if there is no assumption. */
export function assumedInput(sheet: Sheet): { readonly path: string; readonly text: string } | null {
	const [entry] = Object.entries(assumptionOf(sheet)?.set ?? {});
	if (!entry) return null;
	const [path, value] = entry;
	const input = findInput(sheet.scenario, path);
	const text = input.ok && typeof value !== 'boolean' ? formatInputValue(input.value, value) : String(value);
	return { path, text };
}

/** Sets the assumption: a state in which the input at `path` has the typed value. Replaces the previous one. */
export function withAssumption(sheet: Sheet, path: string, typed: string): Result<Sheet> {
	const found = findInput(sheet.scenario, path);
	if (!found.ok) return found;
	const input = found.value;
	const value = parseTypedInput(input, typed);
	if (!value.ok) return value;
	if (value.value === inputValue(sheet.scenario, input))
		return refuse(`it is ${formatInputValue(input, value.value)} already`, 'Say what else it could be.');
	const state: NamedState = {
		id: ASSUMPTION_ID,
		name: stateName(sheet, path, value.value),
		from: null,
		set: { [path]: value.value },
	};
	const others = sheet.scenario.states.filter(({ id }) => id !== ASSUMPTION_ID);
	const varied = withScenario(sheet, { ...sheet.scenario, states: [...others, state] });
	return varied.ok ? varied : refuse(`this cannot be varied: ${varied.message}`, varied.help);
}

/** Returns the state's name: `If FAQ · repair rate were 20%`. */
function stateName({ scenario }: Sheet, path: string, value: InputValue): string {
	const input = findInput(scenario, path);
	return input.ok
		? truncate(`If ${inputName(scenario, input.value)} were ${formatInputValue(input.value, value)}`, 120)
		: path;
}

/** Updates the assumption's name after a slice was renamed. */
export function updateAssumptionName(sheet: Sheet): Sheet {
	const states = sheet.scenario.states.map((state) => {
		const [entry] = Object.entries(state.set);
		if (state.id !== ASSUMPTION_ID || !entry || typeof entry[1] === 'boolean') return state;
		return { ...state, name: stateName(sheet, entry[0], entry[1]) };
	});
	return { ...sheet, scenario: { ...sheet.scenario, states } };
}

/** Removes the assumption. */
export const withoutAssumption = (sheet: Sheet): Sheet => ({
	...sheet,
	scenario: { ...sheet.scenario, states: sheet.scenario.states.filter(({ id }) => id !== ASSUMPTION_ID) },
});

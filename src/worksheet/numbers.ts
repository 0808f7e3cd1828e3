import { type Input, type InputValue, inputAt, inputValue, type Result, refuse } from '../engine/inputs/index.js';
import { type MeasuredField, measuredValue, withMeasured } from './measured.js';
import { withShare } from './shares.js';
import { type Sheet, withEdits } from './sheet.js';

const MEASURED_LABELS: Readonly<Record<MeasuredField, string>> = {
	smallRight: 'right, of those routed small',
	noticed: 'escalated, of those routed small',
};

/** Parses `segments.ID.smallRight` and `.noticed`, figures that replace inputs of the model; null for other paths. */
function parseMeasuredPath(path: string): { readonly id: string; readonly field: MeasuredField } | null {
	const [group, id, field, ...more] = path.split('.');
	if (group !== 'segments' || id === undefined || more.length > 0) return null;
	return field === 'smallRight' || field === 'noticed' ? { id, field } : null;
}

/** Returns the number at a path: an input of the scenario, or a measured figure in its place; null if there is none. */
export function numberAt(sheet: Sheet, path: string): Input | null {
	const measured = parseMeasuredPath(path);
	if (!measured) return inputAt(sheet.scenario, path);
	const index = sheet.scenario.segments.findIndex(({ id }) => id === measured.id);
	const easyShare = inputAt(sheet.scenario, `segments.${measured.id}.easyShare`);
	return easyShare && { ...easyShare, path, keys: ['segments', index], label: MEASURED_LABELS[measured.field] };
}

/** Returns the number's value in the model's units; null if not measured. */
export function numberValue(sheet: Sheet, path: string): InputValue {
	const measured = parseMeasuredPath(path);
	if (measured) return measuredValue(sheet, measured.id, measured.field);
	const input = inputAt(sheet.scenario, path);
	return input ? inputValue(sheet.scenario, input) : null;
}

/** Sets a number. When a slice's share of the traffic changes, other shares are adjusted to keep the sum at 1. */
export function withNumber(sheet: Sheet, path: string, value: InputValue): Result<Sheet> {
	const measured = parseMeasuredPath(path);
	if (measured) {
		if (typeof value === 'number') return withMeasured(sheet, measured.id, measured.field, value);
		return refuse('this follows from the easy share and the detection', 'Enter a number.');
	}
	const [group, id, field] = path.split('.');
	if (group === 'segments' && field === 'share' && id !== undefined && typeof value === 'number')
		return withShare(sheet, id, value);
	// Repair rates that follow from a check are derived; the form shows them but does not accept edits.
	return withEdits(sheet, [{ path, value }]);
}

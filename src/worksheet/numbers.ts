import { type Input, type InputValue, inputAt, inputValue, type Result, refuse } from '../engine/inputs/index.js';
import { type MeasuredField, measuredValue, withMeasured } from './measured.js';
import { withShare } from './shares.js';
import { type Sheet, withEdits } from './sheet.js';

const MEASURED: Readonly<Record<MeasuredField, string>> = {
	smallRight: 'right, of those routed small',
	noticed: 'escalated, of those routed small',
};

/** `segments.ID.smallRight` and `.noticed` are read off a team's logs; the model has others for them. */
function measuredAt(path: string): { readonly id: string; readonly field: MeasuredField } | null {
	const [group, id, field, ...more] = path.split('.');
	if (group !== 'segments' || id === undefined || more.length > 0) return null;
	return field === 'smallRight' || field === 'noticed' ? { id, field } : null;
}

/** A number of a worksheet: an input of its scenario, or what was measured in its place. null: there is none there. */
export function numberAt(sheet: Sheet, path: string): Input | null {
	const measured = measuredAt(path);
	if (!measured) return inputAt(sheet.scenario, path);
	const index = sheet.scenario.segments.findIndex(({ id }) => id === measured.id);
	const like = inputAt(sheet.scenario, `segments.${measured.id}.easyShare`);
	return like && { ...like, path, keys: ['segments', index], label: MEASURED[measured.field] };
}

/** Its value in the model's units; null: not measured. */
export function numberValue(sheet: Sheet, path: string): InputValue {
	const measured = measuredAt(path);
	if (measured) return measuredValue(sheet, measured.id, measured.field);
	const input = inputAt(sheet.scenario, path);
	return input ? inputValue(sheet.scenario, input) : null;
}

/** The worksheet with another value of a number. Shares of the traffic give way to each other. */
export function withNumber(sheet: Sheet, path: string, value: InputValue): Result<Sheet> {
	const measured = measuredAt(path);
	if (measured) {
		if (typeof value === 'number') return withMeasured(sheet, measured.id, measured.field, value);
		return refuse('this follows from the easy share and the detection', 'Enter a number.');
	}
	const [group, id, field] = path.split('.');
	if (group === 'segments' && field === 'share' && id !== undefined && typeof value === 'number')
		return withShare(sheet, id, value);
	// A check's repairs are derived; what a form shows of them cannot be typed.
	return withEdits(sheet, [{ path, value }]);
}

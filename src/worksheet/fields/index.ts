import type { SheetField } from '../field.js';
import type { StepId } from '../form-steps.js';
import { guardrailOf } from '../guardrails.js';
import type { Sheet } from '../sheet.js';
import { guardrailFields, pressureFields } from './pressure-fields.js';
import { featureFields, modelFields, predictFields, reviewFields, rowFields, sliceFields } from './step-fields.js';

/** Returns the fields of a step, in page order. */
export function fieldsOf(sheet: Sheet, step: StepId): readonly SheetField[] {
	switch (step) {
		case 'feature':
			return featureFields(sheet);
		case 'prices':
			return modelFields(sheet);
		case 'slices':
			return sheet.scenario.segments.flatMap((segment) => sliceFields(sheet, segment));
		case 'rows':
			return sheet.scenario.rows.flatMap((row) => rowFields(sheet, row));
		case 'predict':
			return predictFields(sheet);
		case 'pressure':
			return [
				...pressureFields(sheet),
				...guardrailsInOrder(sheet).flatMap((guardrail) => guardrailFields(sheet, guardrail)),
			];
		case 'review':
			return reviewFields(sheet);
		case 'memory':
			return [];
	}
}

/** Returns the guardrails, the rollback trigger first. */
export function guardrailsInOrder(sheet: Sheet): Sheet['scenario']['guardrails'] {
	const { trigger } = sheet.worksheet;
	const first = trigger && guardrailOf(sheet, trigger);
	const { guardrails } = sheet.scenario;
	return first ? [first, ...guardrails.filter((other) => other !== first)] : guardrails;
}

/** Returns the field with this id; null if the step has none. */
export const fieldAt = (sheet: Sheet, step: StepId, id: string): SheetField | null =>
	fieldsOf(sheet, step).find((field) => field.id === id) ?? null;

/** Worksheet: the reader's own feature, its fields, and the gaps before a review. Pure. */

export { truncate } from '../text/safe-text.js';
export { ASSUMPTION_ID, assumedInput, assumptionOf, withAssumption, withoutAssumption } from './assumption.js';
export type { Choice, SheetField } from './field.js';
export { fieldAt, fieldsOf, guardrailsInOrder } from './fields/index.js';
export { MEMORY_CARDS, STEPS, type StepId } from './form-steps.js';
export { sheetFromTemplate, templateSource } from './from-template.js';
export {
	type GuardrailKey,
	guardrailKeyText,
	guardrailOf,
	hasKey,
	NO_ACTION,
	NO_OWNER,
	withGuardrail,
	withoutGuardrail,
	withTrigger,
} from './guardrails.js';
export { checkName, copySheet, renameSheet, worksheetName } from './names.js';
export { numberAt, numberValue, withNumber } from './numbers.js';
export { type Gap, gapsOf, isRowReady } from './readiness.js';
export { uniqueId, withCopiedSlice, withoutSlice } from './shares.js';
export { type Sheet, sheetOf, withEdits } from './sheet.js';

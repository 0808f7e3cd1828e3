/** Worksheet: the reader's own feature, its fields, and the gaps before a review. Pure. */

export { cut } from '../text/visible.js';
export { ASSUMPTION, assumed, assumptionOf, withAssumption, withoutAssumption } from './assumption.js';
export type { Choice, SheetField } from './field.js';
export { fieldAt, fieldsOf, guardrailsInOrder } from './fields/index.js';
export { sheetFrom, untouchedSource } from './from-template.js';
export {
	type GuardrailKey,
	guardrailOf,
	isAt,
	keyText,
	NO_ACTION,
	NOBODY,
	withGuardrail,
	withoutGuardrail,
	withTrigger,
} from './guardrails.js';
export { calledAnew, copied, freeName, nameFrom } from './names.js';
export { numberAt, numberValue, withNumber } from './numbers.js';
export { type Gap, gapsOf, isReady } from './readiness.js';
export { freeId, withoutSlice, withSliceLike } from './shares.js';
export { type Sheet, sheetOf, withEdits } from './sheet.js';
export { FROM_MEMORY, STEPS, type StepId } from './steps.js';

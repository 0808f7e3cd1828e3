/** Worksheets drawn as lines. */

export { memoryResults } from '../../../worksheet/form-steps.js';
export { listLines, readinessText } from './list.js';
export { type SheetPage, type SheetPageInput, sheetPage, stepsLine } from './page.js';
export { focusableItems } from './part.js';
export { sheetParts } from './parts.js';
export { inputPicks, metricPicks, modelPicks, pickLines, templatePicks } from './picks.js';
export { sheetStatus } from './status.js';

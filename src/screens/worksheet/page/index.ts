/** Worksheets as lines. */

export { memoryResults } from '../../../worksheet/steps.js';
export { type ListedSheet, listLines, readyWords } from './list.js';
export { type SheetPage, type SheetPageInput, sheetPage, stepsLine } from './page.js';
export { partItems } from './part.js';
export { sheetParts } from './parts.js';
export { inputPicks, metricPicks, modelPicks, type PickModel, pickLines, templatePicks } from './picks.js';
export { sheetStatus } from './status.js';

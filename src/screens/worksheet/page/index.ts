/** Worksheets drawn as lines. */

export { memoryResults } from '../../../worksheet/steps.js';
export { listLines, readyWords } from './list.js';
export { type SheetPage, type SheetPageInput, sheetPage, stepsLine } from './page.js';
export { partItems } from './part.js';
export { sheetParts } from './parts.js';
export { inputPicks, metricPicks, modelPicks, pickLines, templatePicks } from './picks.js';
export { sheetStatus } from './status.js';

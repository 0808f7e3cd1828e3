/** Columns, and what fits them: text as a terminal measures it. */

export { type FittedTable, fitTable, tableWidth } from './fit-table.js';
export { markdownLine, markdownSpan } from './markdown-text.js';
export { mapProse, type ProseBlock, type ProseSpan } from './prose.js';
export { visible } from './visible.js';
export { pad, shorten, width, wrap } from './width.js';

/** Columns, and what fits them: text as a terminal measures it. */

export { type FittedTable, fitTable, tableWidth } from './fit-table.js';
export { pad, shorten, width, wrap } from './width.js';

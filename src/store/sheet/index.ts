/** Worksheets in the store. Loaded after the first frame. */

export { sheetFocus, stepOf } from './focus.js';
export { aboutSheets } from './in-sheet.js';
export { picksOf, UNLISTED } from './pick.js';
export { leftOn, pointOf } from './state.js';

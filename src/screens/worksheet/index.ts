/** Worksheets in the store. Loaded after the first frame. */

export { sheetFocus } from './focus.js';
export { picksOf, UNLISTED } from './pick.js';
export { leftOn, pointOf, stepOf } from './state.js';
export { aboutSheets, answerAboutSheet } from './update.js';

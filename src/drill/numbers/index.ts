/** Questions with a number as answer, generated from scenarios, and the check of answers. */

export { answerText, type Checked, checkNumber, tolerance } from './check.js';
export { numberQuestion } from './make.js';
export { type GivenTable, type Level, NUMBER_KINDS, type NumberKind, type NumberQuestion } from './question.js';

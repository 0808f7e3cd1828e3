/** Questions with a number as answer, generated from scenarios, and the check of answers. */

export { type CheckedAnswer, checkNumber, formatAnswer, tolerance } from './check.js';
export { numberQuestion } from './number-question.js';
export { type GivenTable, type Level, NUMBER_KINDS, type NumberKind, type NumberQuestion } from './question.js';

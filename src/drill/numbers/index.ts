/** Questions with a number for an answer, made from scenarios, and what is made of the answers. */

export { answerText, type Checked, checkNumber, tolerance } from './check.js';
export { numberQuestion } from './make.js';
export { type GivenTable, type Level, NUMBER_KINDS, type NumberKind, type NumberQuestion } from './question.js';

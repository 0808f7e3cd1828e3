import type { Case } from '../bad/case.js';
import { CHALLENGES } from './bad/challenges.js';
import { HEADS } from './bad/heads.js';
import { LIVES } from './bad/lives.js';
import { QUESTIONS } from './bad/questions.js';
import { TEXTS } from './bad/texts.js';

/** Lessons that must be refused, grouped by the kind of fault. */
export const BAD_LESSONS: readonly (readonly [string, readonly Case[]])[] = [
	['heads', HEADS],
	['live parts', LIVES],
	['questions', QUESTIONS],
	['challenges', CHALLENGES],
	['texts', TEXTS],
];

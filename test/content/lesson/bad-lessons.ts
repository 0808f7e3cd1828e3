import type { Case } from '../bad/case.js';
import { CHALLENGES } from './bad/challenges.js';
import { CHECKS } from './bad/checks.js';
import { HEADS } from './bad/heads.js';
import { PARTS } from './bad/parts.js';
import { QUESTIONS } from './bad/questions.js';
import { TEXTS } from './bad/texts.js';

/** Lessons that must be refused, grouped by the kind of fault. */
export const BAD_LESSONS: readonly (readonly [string, readonly Case[]])[] = [
	['heads', HEADS],
	['evidence and workbenches', PARTS],
	['questions', QUESTIONS],
	['challenges', CHALLENGES],
	['checks', CHECKS],
	['texts', TEXTS],
];

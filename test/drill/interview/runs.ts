import fc from 'fast-check';
import {
	type AnswerResult,
	type FeedbackTiming,
	giveNextQuestion,
	openQuestion,
	type Pool,
	pauseRun,
	type Run,
	recordAnswer,
	resumeRun,
	startRun,
} from '../../../src/drill/interview/index.js';

export const MINUTE = 60_000;

export const cards = (kind: string, count: number): string[] =>
	Array.from({ length: count }, (_, i) => `${kind}/${i + 1}`);

/** Pool with as many cards of each kind as the workbook has. */
export const POOL: Pool = {
	interview: cards('interview', 7),
	numbers: cards('numbers', 9),
	diagnose: cards('diagnose', 7),
};

/** Arbitrary start time: a run must not depend on it. */
export const NOW = 1_234_567;

export const start = (minutes: number, seed = 1, feedback: FeedbackTiming = 'at-the-end', pool = POOL): Run =>
	startRun({ minutes, seed, pool, feedback }, NOW);

/** Returns a result for the open question. */
export function resultOf(run: Run, more: Partial<AnswerResult> = {}): AnswerResult {
	const question = openQuestion(run);
	if (!question) throw new Error('no question is open');
	return { card: question.card, kind: question.kind, seconds: 60, score: 1, missed: [], ...more };
}

/** Action of a reader during a run. */
export type RunAction = 'answer' | 'ask' | 'pause' | 'resume' | 'wait';

export function applyAction(run: Run, action: RunAction, now: number): Run {
	switch (action) {
		case 'answer':
			return openQuestion(run) ? recordAnswer(run, resultOf(run), now) : run;
		case 'ask':
			return giveNextQuestion(run, now);
		case 'pause':
			return pauseRun(run, now);
		case 'resume':
			return resumeRun(run, now);
		case 'wait':
			return run;
	}
}

/** Sequences of actions, each with the milliseconds since the previous one. */
export const anyActions: fc.Arbitrary<readonly (readonly [RunAction, number])[]> = fc.array(
	fc.tuple(
		fc.constantFrom<RunAction>('answer', 'answer', 'ask', 'pause', 'resume', 'wait'),
		fc.integer({ min: 0, max: 4 * MINUTE }),
	),
	{ maxLength: 40 },
);

export const anyFeedback = fc.constantFrom<FeedbackTiming>('after-each', 'at-the-end');
export const anyPool: fc.Arbitrary<Pool> = fc
	.record({ interview: fc.nat(9), numbers: fc.nat(9), diagnose: fc.nat(9) })
	.map((sizes) => ({
		interview: cards('interview', sizes.interview),
		numbers: cards('numbers', sizes.numbers),
		diagnose: cards('diagnose', sizes.diagnose),
	}));
export const anySeed = fc.maxSafeNat();

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	answerTime,
	elapsedTime,
	giveNextQuestion,
	isOver,
	openQuestion,
	type Pool,
	pauseRun,
	type Run,
	recordAnswer,
	remainingTime,
	resumeRun,
} from '../../../src/drill/interview/index.js';
import { anyActions, anyFeedback, anyPool, anySeed, applyAction, MINUTE, NOW, resultOf, start } from './runs.js';

const at = (minutes: number): number => NOW + minutes * MINUTE;
const answer = (run: Run, now: number): Run => recordAnswer(run, resultOf(run), now);

describe('the time of a run', () => {
	it('counts down to 0 and not below', () => {
		const run = start(10);
		expect([0, 1, 9.5, 10, 99].map((minutes) => remainingTime(run, at(minutes)) / MINUTE)).toEqual([10, 9, 0.5, 0, 0]);
	});

	it('stops during a pause and continues from there', () => {
		const pausedRun = pauseRun(start(10), at(3));
		expect(remainingTime(pausedRun, at(3)) / MINUTE).toBe(7);
		expect(remainingTime(pausedRun, at(500)) / MINUTE).toBe(7);
		const resumedRun = resumeRun(pausedRun, at(503));
		expect(remainingTime(resumedRun, at(503)) / MINUTE).toBe(7);
		expect(remainingTime(resumedRun, at(505)) / MINUTE).toBe(5);
		expect(isOver(resumedRun, at(509.9))).toBe(false);
	});

	it('ignores a second pause or resume', () => {
		const pausedRun = pauseRun(start(10), at(3));
		expect(pauseRun(pausedRun, at(5))).toBe(pausedRun);
		const running = start(10);
		expect(resumeRun(running, at(5))).toBe(running);
	});

	it('continues when a paused reader answers or asks for the next question', () => {
		const resumedRun = answer(pauseRun(start(10), at(1)), at(100));
		expect(remainingTime(resumedRun, at(101)) / MINUTE).toBe(8);
		const waiting = pauseRun(answer(start(10, 1, 'after-each'), at(1)), at(1));
		expect(remainingTime(giveNextQuestion(waiting, at(100)), at(101)) / MINUTE).toBe(8);
	});

	it('never grows, and stands still during a pause, for any actions', () => {
		fc.assert(
			fc.property(anyPool, anySeed, anyFeedback, anyActions, (pool, seed, peek, actions) => {
				let run = start(12, seed, peek, pool);
				let now = NOW;
				let timeLeft = remainingTime(run, now);
				for (const [action, gap] of actions) {
					now += gap;
					const before = remainingTime(run, now);
					expect(before).toBeLessThanOrEqual(timeLeft);
					if (run.clock.paused) expect(before).toBe(timeLeft);
					run = applyAction(run, action, now);
					timeLeft = remainingTime(run, now);
					expect(timeLeft).toBe(before);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('equals an independent sum of the time outside pauses', () => {
		fc.assert(
			fc.property(anyActions, anyFeedback, (actions, peek) => {
				let run = start(240, 1, peek);
				let now = NOW;
				let [running, expected] = [true, 0];
				for (const [action, gap] of actions) {
					now += gap;
					if (running) expected += gap;
					if (action === 'answer' ? run.open !== null : action === 'ask' ? run.open === null : action === 'resume')
						running = true;
					if (action === 'pause') running = false;
					run = applyAction(run, action, now);
				}
				expect(elapsedTime(run, now)).toBe(expected);
				expect(remainingTime(run, now)).toBe(240 * MINUTE - expected);
			}),
		);
	});

	it('does not go back when the clock does', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom('pause', 'resume', 'answer', 'ask'), fc.double())), (actions) => {
				let run = start(12, 1, 'after-each');
				let timeLeft = remainingTime(run, NOW);
				for (const [action, now] of actions) {
					run = applyAction(run, action, now);
					const after = remainingTime(run, Number.NEGATIVE_INFINITY);
					expect(after).toBeLessThanOrEqual(timeLeft);
					expect(after).toBeGreaterThanOrEqual(0);
					timeLeft = after;
				}
			}),
		);
		const back = answer(start(10), at(-5));
		expect(remainingTime(back, at(-5)) / MINUTE).toBe(10);
		expect(remainingTime(answer(start(10), Number.NaN), at(1)) / MINUTE).toBe(9);
	});
});

describe('the order of questions in a run', () => {
	it('follows the plan automatically with feedback at the end', () => {
		let run = start(10);
		for (const [i, question] of run.questions.entries()) {
			expect(openQuestion(run)).toBe(question);
			expect(isOver(run, at(i))).toBe(false);
			run = answer(run, at(i + 1));
		}
		expect(openQuestion(run)).toBe(null);
		expect(isOver(run, at(5))).toBe(true);
		expect(run.results.map(({ card }) => card)).toEqual(run.questions.map(({ card }) => card));
	});

	it('waits for the reader, with the time running, with feedback after each answer', () => {
		const looking = answer(start(10, 1, 'after-each'), at(2));
		expect(openQuestion(looking)).toBe(null);
		expect(isOver(looking, at(3))).toBe(false);
		const next = giveNextQuestion(looking, at(3));
		expect(openQuestion(next)).toBe(next.questions[1]);
		expect(remainingTime(next, at(3)) / MINUTE).toBe(7);
		expect(giveNextQuestion(next, at(4))).toBe(next);
	});

	it('ends when time is up, after the open question is finished, however late', () => {
		for (const peek of ['after-each', 'at-the-end'] as const) {
			const first = giveNextQuestion(answer(start(10, 1, peek), at(2)), at(2));
			expect(remainingTime(first, at(11))).toBe(0);
			expect(isOver(first, at(11))).toBe(false);
			const finished = answer(first, at(13));
			expect(finished.results).toHaveLength(2);
			expect(openQuestion(finished)).toBe(null);
			expect(isOver(finished, at(13))).toBe(true);
			expect(giveNextQuestion(finished, at(13))).toBe(finished);
			expect(elapsedTime(finished, at(999)) / MINUTE).toBe(13);
		}
	});

	it('ends when time runs out while the reader looks at an answer', () => {
		const looking = answer(start(10, 1, 'after-each'), at(9));
		expect(isOver(looking, at(10) - 1)).toBe(false);
		expect(isOver(looking, at(10))).toBe(true);
		expect(giveNextQuestion(looking, at(10))).toBe(looking);
		expect(elapsedTime(looking, at(60)) / MINUTE).toBe(10);
		expect(pauseRun(looking, at(60))).toBe(looking);
	});

	it('ends when all are answered, and the time stops', () => {
		let run = start(1);
		run = answer(run, at(0.5));
		expect(isOver(run, at(0.5))).toBe(true);
		expect(elapsedTime(run, at(77)) / MINUTE).toBe(0.5);
		expect(remainingTime(run, at(77)) / MINUTE).toBe(0.5);
		expect(pauseRun(run, at(1))).toBe(run);
	});

	it('is over at once without cards', () => {
		const empty: Pool = { interview: [], numbers: [], diagnose: [] };
		const run = start(10, 1, 'at-the-end', empty);
		expect(isOver(run, NOW)).toBe(true);
		expect(openQuestion(run)).toBe(null);
		expect(giveNextQuestion(run, at(1))).toBe(run);
	});

	it('never exceeds the plan or starts a question after the time, for any actions', () => {
		fc.assert(
			fc.property(anyPool, anySeed, anyFeedback, anyActions, (pool, seed, peek, actions) => {
				let run = start(12, seed, peek, pool);
				let now = NOW;
				for (const [action, gap] of actions) {
					now += gap;
					const before = run;
					const timeLeft = remainingTime(run, now);
					run = applyAction(run, action, now);
					const given = run.open !== null && (before.open === null || run.results.length > before.results.length);
					if (given) expect(timeLeft).toBeGreaterThan(0);
					expect(run.results.map(({ card }) => card)).toEqual(
						run.questions.slice(0, run.results.length).map(({ card }) => card),
					);
					if (isOver(before, now)) expect(run).toEqual(before);
				}
			}),
			{ numRuns: 300 },
		);
	});
});

describe('answering a question', () => {
	it('changes nothing unless the question is open', () => {
		const first = start(10);
		const result = resultOf(first);
		const second = recordAnswer(first, result, at(1));
		expect(recordAnswer(second, result, at(1))).toBe(second);
		expect(recordAnswer(second, { ...resultOf(second), kind: 'recall' as never }, at(1))).toBe(second);
		const looking = answer(start(10, 1, 'after-each'), at(1));
		expect(recordAnswer(looking, result, at(1))).toBe(looking);
		const similar = start(10, 1, 'at-the-end', { interview: ['p', 'q'], numbers: [], diagnose: [] });
		const twice = recordAnswer(recordAnswer(similar, resultOf(similar), at(1)), resultOf(similar), at(1));
		expect(twice.results).toHaveLength(1);
	});

	it('does not mutate the run', () => {
		const run = start(10);
		const before = structuredClone(run);
		answer(run, at(1));
		expect(run).toEqual(before);
	});

	it.each([
		[-1, 0],
		[0.25, 0.25],
		[7, 1],
		[Number.NaN, 0],
		[Infinity, 1],
	])('takes a score of %d as %d', (score, expected) => {
		const run = start(10);
		expect(recordAnswer(run, resultOf(run, { score }), at(1)).results[0]?.score).toBe(expected);
	});

	it('records valid seconds, or the time measured by the run without pauses', () => {
		const first = answer(start(10), at(1));
		const pausedRun = resumeRun(pauseRun(first, at(2)), at(50));
		expect(answerTime(pausedRun, at(51)) / MINUTE).toBe(2);
		const results = (seconds: number) => recordAnswer(pausedRun, resultOf(pausedRun, { seconds }), at(51)).results[1];
		expect(results(33)?.seconds).toBe(33);
		for (const seconds of [Number.NaN, -1, Infinity]) expect(results(seconds)?.seconds).toBe(120);
		expect(answerTime(answer(start(10, 1, 'after-each'), at(1)), at(5))).toBe(0);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	answered,
	answering,
	asked,
	isOver,
	openQuestion,
	type Pool,
	paused,
	type Run,
	remaining,
	resumed,
	spent,
} from '../../../src/drill/interview/index.js';
import { anyDeeds, anyPeek, anyPool, anySeed, done, MINUTE, NOW, resultOf, start } from './runs.js';

const at = (minutes: number): number => NOW + minutes * MINUTE;
const answer = (run: Run, now: number): Run => answered(run, resultOf(run), now);

describe('the time of a run', () => {
	it('goes down as the clock goes on, to 0 and not below', () => {
		const run = start(10);
		expect([0, 1, 9.5, 10, 99].map((minutes) => remaining(run, at(minutes)) / MINUTE)).toEqual([10, 9, 0.5, 0, 0]);
	});

	it('stops for a pause, and goes on where it stopped', () => {
		const pausedRun = paused(start(10), at(3));
		expect(remaining(pausedRun, at(3)) / MINUTE).toBe(7);
		expect(remaining(pausedRun, at(500)) / MINUTE).toBe(7);
		const again = resumed(pausedRun, at(503));
		expect(remaining(again, at(503)) / MINUTE).toBe(7);
		expect(remaining(again, at(505)) / MINUTE).toBe(5);
		expect(isOver(again, at(509.9))).toBe(false);
	});

	it('takes a second pause or resume for nothing', () => {
		const pausedRun = paused(start(10), at(3));
		expect(paused(pausedRun, at(5))).toBe(pausedRun);
		const running = start(10);
		expect(resumed(running, at(5))).toBe(running);
	});

	it('goes on when a paused reader answers or asks for more', () => {
		const late = answer(paused(start(10), at(1)), at(100));
		expect(remaining(late, at(101)) / MINUTE).toBe(8);
		const waiting = paused(answer(start(10, 1, 'after-each'), at(1)), at(1));
		expect(remaining(asked(waiting, at(100)), at(101)) / MINUTE).toBe(8);
	});

	it('never grows, whatever is done, and stands still in a pause', () => {
		fc.assert(
			fc.property(anyPool, anySeed, anyPeek, anyDeeds, (pool, seed, peek, deeds) => {
				let run = start(12, seed, peek, pool);
				let now = NOW;
				let left = remaining(run, now);
				for (const [deed, gap] of deeds) {
					now += gap;
					const before = remaining(run, now);
					expect(before).toBeLessThanOrEqual(left);
					if (run.clock.paused) expect(before).toBe(left);
					run = done(run, deed, now);
					left = remaining(run, now);
					expect(left).toBe(before);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('is the time that passed outside of pauses, added up independently', () => {
		fc.assert(
			fc.property(anyDeeds, anyPeek, (deeds, peek) => {
				let run = start(240, 1, peek);
				let now = NOW;
				let [running, expected] = [true, 0];
				for (const [deed, gap] of deeds) {
					now += gap;
					if (running) expected += gap;
					if (deed === 'answer' ? run.open !== null : deed === 'ask' ? run.open === null : deed === 'resume')
						running = true;
					if (deed === 'pause') running = false;
					run = done(run, deed, now);
				}
				expect(spent(run, now)).toBe(expected);
				expect(remaining(run, now)).toBe(240 * MINUTE - expected);
			}),
		);
	});

	it('does not run back with a clock that does', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom('pause', 'resume', 'answer', 'ask'), fc.double())), (deeds) => {
				let run = start(12, 1, 'after-each');
				let left = remaining(run, NOW);
				for (const [deed, now] of deeds) {
					run = done(run, deed, now);
					const after = remaining(run, Number.NEGATIVE_INFINITY);
					expect(after).toBeLessThanOrEqual(left);
					expect(after).toBeGreaterThanOrEqual(0);
					left = after;
				}
			}),
		);
		const back = answer(start(10), at(-5));
		expect(remaining(back, at(-5)) / MINUTE).toBe(10);
		expect(remaining(answer(start(10), Number.NaN), at(1)) / MINUTE).toBe(9);
	});
});

describe('the questions of a run, one after the other', () => {
	it('come by themselves in the planned order when the reader looks at the end', () => {
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

	it('wait until they are asked for when the reader looks after each, and the time goes on', () => {
		const looking = answer(start(10, 1, 'after-each'), at(2));
		expect(openQuestion(looking)).toBe(null);
		expect(isOver(looking, at(3))).toBe(false);
		const next = asked(looking, at(3));
		expect(openQuestion(next)).toBe(next.questions[1]);
		expect(remaining(next, at(3)) / MINUTE).toBe(7);
		expect(asked(next, at(4))).toBe(next);
	});

	it('stop when time is up: the open one may be finished, however late, and no new one is given', () => {
		for (const peek of ['after-each', 'at-the-end'] as const) {
			const first = asked(answer(start(10, 1, peek), at(2)), at(2));
			expect(remaining(first, at(11))).toBe(0);
			expect(isOver(first, at(11))).toBe(false);
			const finished = answer(first, at(13));
			expect(finished.results).toHaveLength(2);
			expect(openQuestion(finished)).toBe(null);
			expect(isOver(finished, at(13))).toBe(true);
			expect(asked(finished, at(13))).toBe(finished);
			expect(spent(finished, at(999)) / MINUTE).toBe(13);
		}
	});

	it('stop when time runs out over an answer that is being looked at', () => {
		const looking = answer(start(10, 1, 'after-each'), at(9));
		expect(isOver(looking, at(10) - 1)).toBe(false);
		expect(isOver(looking, at(10))).toBe(true);
		expect(asked(looking, at(10))).toBe(looking);
		expect(spent(looking, at(60)) / MINUTE).toBe(10);
		expect(paused(looking, at(60))).toBe(looking);
	});

	it('end when all are answered, and the time stands still from there', () => {
		let run = start(1);
		run = answer(run, at(0.5));
		expect(isOver(run, at(0.5))).toBe(true);
		expect(spent(run, at(77)) / MINUTE).toBe(0.5);
		expect(remaining(run, at(77)) / MINUTE).toBe(0.5);
		expect(paused(run, at(1))).toBe(run);
	});

	it('are none without cards: the run is over at once', () => {
		const empty: Pool = { interview: [], numbers: [], diagnose: [] };
		const run = start(10, 1, 'at-the-end', empty);
		expect(isOver(run, NOW)).toBe(true);
		expect(openQuestion(run)).toBe(null);
		expect(asked(run, at(1))).toBe(run);
	});

	it('are never more than planned, and none is given after the time, whatever is done', () => {
		fc.assert(
			fc.property(anyPool, anySeed, anyPeek, anyDeeds, (pool, seed, peek, deeds) => {
				let run = start(12, seed, peek, pool);
				let now = NOW;
				for (const [deed, gap] of deeds) {
					now += gap;
					const before = run;
					const left = remaining(run, now);
					run = done(run, deed, now);
					const given = run.open !== null && (before.open === null || run.results.length > before.results.length);
					if (given) expect(left).toBeGreaterThan(0);
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

describe('an answer', () => {
	it('counts once: an answer to anything but the open question changes nothing', () => {
		const first = start(10);
		const result = resultOf(first);
		const second = answered(first, result, at(1));
		expect(answered(second, result, at(1))).toBe(second);
		expect(answered(second, { ...resultOf(second), kind: 'recall' as never }, at(1))).toBe(second);
		const looking = answer(start(10, 1, 'after-each'), at(1));
		expect(answered(looking, result, at(1))).toBe(looking);
		const talk = start(10, 1, 'at-the-end', { interview: ['p', 'q'], numbers: [], diagnose: [] });
		const twice = answered(answered(talk, resultOf(talk), at(1)), resultOf(talk), at(1));
		expect(twice.results).toHaveLength(1);
	});

	it('leaves the run that it was given to as it was', () => {
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
	])('with a score of %d counts as %d', (score, counted) => {
		const run = start(10);
		expect(answered(run, resultOf(run, { score }), at(1)).results[0]?.score).toBe(counted);
	});

	it('says how long it took, or the run does, pauses left out', () => {
		const first = answer(start(10), at(1));
		const pausedRun = resumed(paused(first, at(2)), at(50));
		expect(answering(pausedRun, at(51)) / MINUTE).toBe(2);
		const results = (seconds: number) => answered(pausedRun, resultOf(pausedRun, { seconds }), at(51)).results[1];
		expect(results(33)?.seconds).toBe(33);
		for (const seconds of [Number.NaN, -1, Infinity]) expect(results(seconds)?.seconds).toBe(120);
		expect(answering(answer(start(10, 1, 'after-each'), at(1)), at(5))).toBe(0);
	});
});

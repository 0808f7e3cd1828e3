import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutLastReview } from '../../../src/course/index.js';
import {
	formatInterval,
	GRADES,
	type Grade,
	previewGrades,
	type Review,
	scheduleOf,
} from '../../../src/drill/schedule/index.js';
import { anyGrade, anyNow, anyReviews, DAY, iso, MINUTE, review, START } from './reviews.js';

const anyCard = fc.constantFrom('a', 'b', 'never seen');
const timeOf = (now: Date): string => (Number.isNaN(now.getTime()) ? 'no time' : now.toISOString());

describe('previews', () => {
	it('give the interval of each grade in words', () => {
		const words = (reviews: readonly Review[], after: number): string[] => {
			const all = previewGrades(scheduleOf(reviews), 'a', new Date(START + after));
			return GRADES.map((grade) => all[grade].interval);
		};
		expect(words([], 0)).toEqual(['2 min', '6 min', '10 min', '8 days']);
		expect(words([review(0, 3)], 10 * MINUTE)).toEqual(['2 min', '6 min', '2 days', '4 days']);
		expect(words([review(0, 4), review(8 * DAY, 1)], 8 * DAY + 2 * MINUTE)).toEqual([
			'2 min',
			'3 min',
			'1 day',
			'2 days',
		]);
		expect(words([review(0, 4)], 8 * DAY).slice(0, 1)).toEqual(['2 min']);
	});

	it('match the due time after grading', () => {
		fc.assert(
			fc.property(anyReviews, anyCard, anyNow, anyGrade, (reviews, card, now, grade) => {
				const preview = previewGrades(scheduleOf(reviews), card, now)[grade];
				const after = scheduleOf([...reviews, { card, at: timeOf(now), grade }]).get(card);
				expect(preview.due).toBe(after?.due);
			}),
			{ numRuns: 500 },
		);
	});

	it('count the interval from now, even if the clock went back', () => {
		const states = scheduleOf([review(0, 3)]);
		for (const now of [START + 10 * MINUTE, START - 3 * DAY]) {
			const all = previewGrades(states, 'a', new Date(now));
			for (const grade of GRADES) expect(all[grade].interval).toBe(formatInterval(Date.parse(all[grade].due) - now));
		}
		expect(previewGrades(states, 'a', new Date(START - 3 * DAY))[1]).toEqual({
			due: iso(START + 2 * MINUTE),
			interval: '3 days',
		});
		expect(previewGrades(states, 'a', new Date(Number.NaN))[1]).toEqual({
			due: iso(START + 2 * MINUTE),
			interval: '2 min',
		});
	});

	it('do not mutate the schedule', () => {
		const schedule = scheduleOf([review(0, 3), review(0, 4, 'b')]);
		const before = structuredClone(schedule);
		previewGrades(schedule, 'a', new Date(START + DAY));
		expect(schedule).toEqual(before);
	});

	it('never shrink with a higher grade', () => {
		fc.assert(
			fc.property(anyReviews, anyCard, anyNow, (reviews, card, now) => {
				const all = previewGrades(scheduleOf(reviews), card, now);
				const dues = GRADES.map((grade) => Date.parse(all[grade].due));
				expect(dues).toEqual(dues.toSorted((a, b) => a - b));
			}),
		);
	});
});

describe('withoutLastReview', () => {
	it('removes the last review, so that adding it again restores the schedule', () => {
		fc.assert(
			fc.property(anyReviews, anyCard, anyGrade, (reviews, card, grade) => {
				const last: Review = { card, at: iso(START), grade: grade as Grade };
				expect(withoutLastReview([...reviews, last], last.card)).toEqual(reviews);
				const redone = [...withoutLastReview([...reviews, last], last.card), last];
				expect([...scheduleOf(redone)]).toEqual([...scheduleOf([...reviews, last])]);
			}),
		);
	});

	it('leaves a card unseen without its only review, and does nothing without reviews', () => {
		expect(scheduleOf(withoutLastReview([review(0, 3)], 'a')).has('a')).toBe(false);
		expect(withoutLastReview([], 'a')).toEqual([]);
	});
});

describe('formatInterval', () => {
	it.each([
		[-MINUTE, 'now'],
		[0, 'now'],
		[Number.NaN, 'now'],
		[1, '1 min'],
		[MINUTE, '1 min'],
		[10 * MINUTE, '10 min'],
		[59.4 * MINUTE, '59 min'],
		[59.6 * MINUTE, '1 hour'],
		[90 * MINUTE, '2 hours'],
		[23.4 * 60 * MINUTE, '23 hours'],
		[23.6 * 60 * MINUTE, '1 day'],
		[DAY, '1 day'],
		[20 * DAY, '20 days'],
		[20.6 * DAY, '3 weeks'],
		[21 * DAY, '3 weeks'],
		[59 * DAY, '8 weeks'],
		[60 * DAY, '2 months'],
		[345 * DAY, '11 months'],
		[365 * DAY, '1 year'],
		[367 * DAY, '1 year'],
		[730.5 * DAY, '2 years'],
		[3650 * DAY, '10 years'],
	])('formats %d ms as %s', (ms, words) => {
		expect(formatInterval(ms)).toBe(words);
	});
});

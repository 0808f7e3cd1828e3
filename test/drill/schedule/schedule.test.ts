import fc from 'fast-check';
import { State } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { applyReview, type CardState, type Grade, type Review, scheduleOf } from '../../../src/drill/schedule/index.js';
import { fsrsCardOf } from './oracle.js';
import { anyReviews, DAY, iso, MINUTE, orderedReviews, review, START } from './reviews.js';

const stateOf = (reviews: readonly Review[], card = 'a'): CardState => {
	const state = scheduleOf(reviews).get(card);
	if (!state) throw new Error(`no reviews of ${card}`);
	return state;
};

/** Returns the minutes from the last review until the card is due. */
const minutesUntilDue = (reviews: readonly Review[]): number =>
	(Date.parse(stateOf(reviews).due) - Date.parse(reviews.at(-1)?.at ?? '')) / MINUTE;

const PHASES = {
	[State.New]: 'new',
	[State.Learning]: 'learning',
	[State.Review]: 'review',
	[State.Relearning]: 'relearning',
};

function expectSameAsFsrs(state: CardState | undefined, ownReviews: readonly Review[]): void {
	const card = fsrsCardOf(ownReviews);
	expect(state).toEqual({
		due: card.due.toISOString(),
		stability: card.stability,
		difficulty: card.difficulty,
		reps: card.reps,
		lapses: card.lapses,
		grade: ownReviews.at(-1)?.grade,
		phase: PHASES[card.state],
		step: card.learning_steps,
		reviewed: card.last_review?.toISOString(),
	});
}

describe('scheduleOf', () => {
	it('returns an empty schedule without reviews', () => {
		expect(scheduleOf([]).size).toBe(0);
	});

	it.each<[string, readonly [number, Grade][]]>([
		['one “good”', [[0, 3]]],
		['one “easy”', [[0, 4]]],
		[
			'failed until learnt',
			[
				[0, 1],
				[2, 1],
				[4, 2],
				[10, 3],
				[20, 3],
			],
		],
		[
			'learnt, remembered, forgotten, relearnt',
			[
				[0, 3],
				[10, 3],
				[3 * 1440, 3],
				[15 * 1440, 1],
				[15 * 1440 + 2, 3],
				[17 * 1440, 3],
			],
		],
		[
			'“hard” throughout',
			[
				[0, 2],
				[6, 2],
				[12, 3],
				[22, 3],
				[5 * 1440, 2],
				[9 * 1440, 2],
			],
		],
		[
			'reviewed far too late',
			[
				[0, 4],
				[300 * 1440, 3],
			],
		],
		[
			'reviewed far too early',
			[
				[0, 4],
				[1, 4],
				[2, 4],
				[3, 1],
				[4, 4],
			],
		],
	])('agrees with ts-fsrs: %s', (_, steps) => {
		const reviews = steps.map(([minutes, grade]) => review(minutes * MINUTE, grade));
		expectSameAsFsrs(scheduleOf(reviews).get('a'), reviews);
	});

	it('agrees with ts-fsrs for every card, with other cards in between', () => {
		fc.assert(
			fc.property(orderedReviews, (reviews) => {
				const schedule = scheduleOf(reviews);
				expect([...schedule.keys()]).toEqual([...new Set(reviews.map(({ card }) => card))]);
				for (const [card, state] of schedule)
					expectSameAsFsrs(
						state,
						reviews.filter((other) => other.card === card),
					);
			}),
		);
	});

	it('repeats a failed card within a session of ten minutes, new or forgotten', () => {
		expect(minutesUntilDue([review(0, 1)])).toBe(2);
		expect(minutesUntilDue([review(0, 2)])).toBe(6);
		expect(minutesUntilDue([review(0, 3)])).toBe(10);
		expect(minutesUntilDue([review(0, 4)])).toBe(8 * 1440);
		const learnt = [review(0, 4)];
		expect(minutesUntilDue([...learnt, review(8 * DAY, 1)])).toBe(2);
		expect(minutesUntilDue([...learnt, review(8 * DAY, 1), review(8 * DAY + 2 * MINUTE, 2)])).toBe(3);
		expect(minutesUntilDue([...learnt, review(8 * DAY, 1), review(8 * DAY + 2 * MINUTE, 3)])).toBeGreaterThanOrEqual(
			1440,
		);
	});

	it('schedules every card within about a year', () => {
		const reviews: Review[] = [];
		let after = 0;
		for (let rep = 0; rep < 12; rep++) {
			reviews.push(review(after, 4));
			after = Date.parse(stateOf(reviews).due) - START;
		}
		// FSRS keeps “easy” a day above “good”, and “good” a day above “hard”.
		expect(minutesUntilDue(reviews) / 1440).toBe(367);
	});

	it('counts a lapse only after a card was learnt', () => {
		expect(stateOf([1, 1, 1, 1, 1].map((grade, i) => review(i * 2 * MINUTE, grade as Grade)))).toMatchObject({
			reps: 5,
			lapses: 0,
		});
		expect(stateOf([review(0, 4), review(8 * DAY, 1), review(8 * DAY + 2 * MINUTE, 1)])).toMatchObject({
			reps: 3,
			lapses: 1,
		});
	});

	it('accepts any card name', () => {
		const names = ['__proto__', 'constructor', '', 'toString'];
		const schedule = scheduleOf(names.map((name) => review(0, 3, name)));
		expect([...schedule.keys()]).toEqual(names);
	});

	it('gives the same result as adding reviews one by one to any prefix', () => {
		fc.assert(
			fc.property(anyReviews, fc.nat(25), (reviews, cut) => {
				const prefix = scheduleOf(reviews.slice(0, cut));
				const before = structuredClone(prefix);
				const all = reviews.slice(cut).reduce(applyReview, prefix);
				expect([...all]).toEqual([...scheduleOf(reviews)]);
				expect(prefix).toEqual(before);
			}),
		);
	});
});

describe('invalid review times', () => {
	it('neither throw nor lose a review', () => {
		fc.assert(
			fc.property(anyReviews, (reviews) => {
				for (const [card, state] of scheduleOf(reviews)) {
					const ownReviews = reviews.filter((other) => other.card === card);
					expect(state.reps).toBe(ownReviews.length);
					expect(state.grade).toBe(ownReviews.at(-1)?.grade);
					expect(Date.parse(state.due)).toBeGreaterThan(Date.parse(state.reviewed ?? iso(0)));
					expect(state.stability).toBeGreaterThan(0);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('count as the previous review’s time if the clock went back', () => {
		const wrong = [review(0, 4), review(8 * DAY, 3), review(-300 * DAY, 3), review(20 * DAY, 3)];
		const right = [review(0, 4), review(8 * DAY, 3), review(8 * DAY, 3), review(20 * DAY, 3)];
		expectSameAsFsrs(scheduleOf(wrong).get('a'), right);
	});

	it('are judged per card: a later time of another card has no effect', () => {
		const schedule = scheduleOf([review(9 * DAY, 3, 'b'), review(0, 3), review(10 * MINUTE, 3)]);
		expectSameAsFsrs(schedule.get('a'), [review(0, 3), review(10 * MINUTE, 3)]);
	});

	it.each([
		'',
		'soon',
		'2026-99-99T00:00:00Z',
		'2026-07-09T09:00:00',
		'2026-07-09T09:00:00+02:00',
		'+012026-07-09T09:00:00Z',
	])('count as the previous review’s time if unreadable: “%s”', (at) => {
		const wrong: Review[] = [review(0, 4), { card: 'a', at, grade: 1 }, review(9 * DAY, 3)];
		expectSameAsFsrs(scheduleOf(wrong).get('a'), [review(0, 4), review(0, 1), review(9 * DAY, 3)]);
	});

	it('make a card due at once, with no elapsed days, if no earlier time is readable', () => {
		const untimed: Review = { card: 'a', at: '?', grade: 3 };
		expect(stateOf([untimed])).toMatchObject({ reps: 1, reviewed: null, due: '1970-01-01T00:10:00.000Z' });
		expect(stateOf([untimed, untimed])).toMatchObject({ reps: 2, reviewed: null });
		expectSameAsFsrs(scheduleOf([untimed, review(5 * DAY, 3)]).get('a'), [review(5 * DAY, 3), review(5 * DAY, 3)]);
	});
});

import fc from 'fast-check';
import type { Grade, Review } from '../../../src/drill/schedule/index.js';

export const START = Date.parse('2026-07-01T09:00:00.000Z');
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export const iso = (ms: number): string => new Date(ms).toISOString();

/** Returns a review `after` milliseconds after the start. */
export const review = (after: number, grade: Grade, card = 'a'): Review => ({ card, at: iso(START + after), grade });

export const anyGrade: fc.Arbitrary<Grade> = fc.constantFrom<Grade>(1, 2, 3, 4);
const anyCard = fc.constantFrom('a', 'b', 'recall/R1', '__proto__');
/** Gaps from nothing to two months, short ones as often as long ones. */
const anyGap = fc.oneof(fc.integer({ min: 0, max: 30 * MINUTE }), fc.integer({ min: 0, max: 60 * DAY }));

/** Reviews of a few cards with a clock that only goes forward. */
export const orderedReviews: fc.Arbitrary<readonly Review[]> = fc
	.array(fc.record({ card: anyCard, gap: anyGap, grade: anyGrade }), { maxLength: 25 })
	.map((steps) => {
		let after = 0;
		return steps.map(({ card, gap, grade }) => {
			after += gap;
			return review(after, grade, card);
		});
	});

const anyTime = fc.oneof(
	fc.integer({ min: -400 * DAY, max: 400 * DAY }).map((after) => iso(START + after)),
	fc.constantFrom(
		'',
		'yesterday',
		'2026-13-45T99:00:00Z',
		'2026-07-01',
		'2026-07-01T09:00:00+02:00',
		'0000-01-01T00:00:00Z',
		'9999-12-31T23:59:59.999Z',
		'+275760-09-13T00:00:00.000Z',
		'1970-01-01T00:00:00Z',
	),
	fc.string(),
);

/** Reviews with arbitrary times, including invalid ones. */
export const anyReviews: fc.Arbitrary<readonly Review[]> = fc.array(
	fc.record({ card: anyCard, at: anyTime, grade: anyGrade }),
	{ maxLength: 25 },
);

export const anyNow: fc.Arbitrary<Date> = fc.oneof(
	fc.integer({ min: -400 * DAY, max: 4000 * DAY }).map((after) => new Date(START + after)),
	fc.constant(new Date(Number.NaN)),
	fc.constant(new Date(8.64e15)),
);

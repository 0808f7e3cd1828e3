import { seededRandom } from '../seeded-random.js';
import type { Shape } from './case.js';

/** Choices shown to the reader: a short name per shape, and the question that tells it apart in the tables. */
export const SHAPES: Readonly<Record<Shape, { readonly name: string; readonly asks: string }>> = {
	F1: {
		name: 'false-easy',
		asks: 'Does one segment send hard requests small, with the same router, because its share was pushed up?',
	},
	F2: {
		name: 'self-approval',
		asks: 'Do escalations fall although the small answers are no better, and silent failures stay or grow?',
	},
	F3: {
		name: 'repair loop',
		asks: 'Is so much redone on strong that a resolved request costs more in all, though model spend is below all strong?',
	},
	F4: {
		name: 'premium tier',
		asks: 'Does the mix follow who asks, so that one tier keeps easy work strong and another sends hard work small?',
	},
	F5: {
		name: 'route drift',
		asks: 'Did small answers get worse week by week while small share and spend stood still?',
	},
	F6: {
		name: 'missing override',
		asks: 'Is a high-risk segment routed small, too little of the traffic to show in the averages?',
	},
	F7: {
		name: 'slow fallback',
		asks: 'Do those who wait for the small model, a check and the strong model break the p95 budget?',
	},
};

const IDS = Object.keys(SHAPES) as readonly Shape[];

/** Random streams, distinct from those of other drills with the same seed. Each attempt has one, from `attempts` on. */
export const STREAMS = { shapes: 0xd1a60000, contexts: 0xd1a60001, attempts: 0xd1a60002 } as const;

/**
 * Returns the shape of a seed. Each block of seven seeds (starting at a multiple of seven) contains every shape once,
 * in shuffled order, so that shapes are equally frequent but unpredictable.
 *
 * @param seed whole number, 0 ≤ seed < 2⁵³
 */
export function shapeOf(seed: number): Shape {
	const order = seededRandom(Math.floor(seed / IDS.length), STREAMS.shapes).shuffle(IDS);
	return order[seed % IDS.length] as Shape;
}

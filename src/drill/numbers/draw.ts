import { cachedPrice } from '../../engine/index.js';
import type { Check, Price, Scenario, Tokens } from '../../engine/scenario.js';
import type { Seeded } from '../seeded.js';
import { clamp, significant, toStep } from './spell.js';

/** Steps of 1 and of half a point. */
const POINT = 0.01;
const HALF_POINT = 0.005;

/** Up to that many times smaller or larger. */
const scaled = (random: Seeded, value: number, by: number): number => value * by ** (2 * random.uniform() - 1);

/** A fresh amount of tokens or USD near a known one, to two digits. */
export const drawNear = (random: Seeded, value: number): number => significant(scaled(random, value, 1.8), 2);

/** A rate near a known one, in whole points. */
function drawRate(random: Seeded, near: number, spread: number, low: number, high: number): number {
	return toStep(clamp(near + (2 * random.uniform() - 1) * spread, low, high), POINT);
}

/** One segment is all there is; more share the traffic in fives of percent, near their own shares. */
export function drawShares(random: Seeded, shares: readonly number[]): readonly number[] {
	const drawn = shares.map((share) => scaled(random, share, 1.5));
	const sum = drawn.reduce((total, share) => total + share, 0);
	const twentieths = drawn.map((share) => Math.max(1, Math.round((20 * share) / sum)));
	const largest = twentieths.indexOf(Math.max(...twentieths));
	const rest = twentieths.reduce((total, share, i) => (i === largest ? total : total + share), 0);
	return twentieths.map((share, i) => toStep((i === largest ? 20 - rest : share) / 20, POINT));
}

/** Output moves apart from input, so that what the lanes cost against each other depends on the tokens. */
export function drawPrices(random: Seeded, { small, strong }: Scenario['prices']): Scenario['prices'] {
	const drawn = (price: Price): Price => {
		const by = random.pick([0.5, 0.6, 0.8, 1, 1.2, 1.5, 2]);
		const output = significant(price.output * by * random.pick([0.6, 0.8, 1, 1.2, 1.5]), 2);
		const [input, cachedInput] = [significant(price.input * by, 2), significant(cachedPrice(price) * by, 2)];
		return { input, cachedInput, output, request: 0, above: [] };
	};
	return { small: drawn(small), strong: drawn(strong) };
}

/** What is asked is in the given table, and hidden tokens are not. */
export const NO_REASONING: Tokens['reasoning'] = { small: 0, strong: 0 };

export const drawTokens = (random: Seeded, { fresh, cached, output }: Tokens): Tokens => {
	const tokens = (value: number): number => Math.round(drawNear(random, value));
	return { fresh: tokens(fresh), cached: tokens(cached), output: tokens(output), reasoning: NO_REASONING };
};

/** p: a mix that has both lanes in it; where nothing was routed small, a first step. */
export const drawMix = (random: Seeded, near: number): number =>
	drawRate(random, near < 0.1 ? 0.3 : near, 0.2, 0.1, 0.95);

/** q and the strong model's success, which is always the better one. */
export function drawSuccess(random: Seeded, small: number, strong: number): { small: number; strong: number } {
	const q = drawRate(random, small, 0.04, 0.4, 0.96);
	return { small: q, strong: drawRate(random, Math.max(strong, q + 0.02), 0.02, q + POINT, 0.99) };
}

const stepOf = (most: number): number => (most > 0.1 ? POINT : HALF_POINT);

/** e₁: failures of the small lane that are noticed, of its requests; some always stay unnoticed. */
export function drawNoticed(random: Seeded, detection: number, failed: number): number {
	const step = stepOf(failed);
	return clamp(toStep(scaled(random, detection, 1.3) * failed, step), step, toStep(failed - step, step));
}

/** r, at most that; null where that is less than half a point. */
export function drawRepairs(random: Seeded, most: number): number | null {
	const step = stepOf(most);
	const steps = Math.floor(most / step + 1e-9);
	return steps < 1 ? null : toStep(random.whole(Math.ceil(steps / 4), steps) * step, step);
}

/** D: near the scenario's; the same bounds for all, so that a strong failure is neither always nor never noticed. */
export const drawStrongNoticed = (random: Seeded, near: number): number => drawRate(random, near, 0.15, 0.3, 0.95);

/**
 * A check of what the small lane answers.
 *
 * @param small USD per small request: a check reads what that wrote, and costs about as much
 */
export function drawCheck(random: Seeded, known: Check | null, small: number): Check {
	return {
		catches: toStep(drawRate(random, known?.catches ?? 0.8, 0.15, 0.5, 0.95), 0.05),
		falseAlarms: drawRate(random, known?.falseAlarms ?? 0.05, 0.03, 0.01, 0.15),
		cost: significant(scaled(random, known?.cost ?? small / 2, 1.8), 1),
		latency: null,
		labels: null,
	};
}

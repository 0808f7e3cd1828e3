import { cachedPrice } from '../../engine/index.js';
import type { Check, Price, Scenario, Tokens } from '../../engine/scenario.js';
import type { SeededRandom } from '../seeded-random.js';
import { clamp, roundSignificant, roundToStep } from './format.js';

/** Rounding steps of one and half a percentage point. */
const POINT = 0.01;
const HALF_POINT = 0.005;

/** Scales a value by a random factor between 1/by and by. */
const drawScaled = (random: SeededRandom, value: number, factor: number): number =>
	value * factor ** (2 * random.uniform() - 1);

/** Draws an amount of tokens or USD near a known one, to two digits. */
export const drawNear = (random: SeededRandom, value: number): number =>
	roundSignificant(drawScaled(random, value, 1.8), 2);

/** Draws a rate near a known one, in whole points. */
function drawRate(random: SeededRandom, around: number, spread: number, low: number, high: number): number {
	return roundToStep(clamp(around + (2 * random.uniform() - 1) * spread, low, high), POINT);
}

/** Draws shares of the traffic near the given ones, in multiples of 5%. */
export function drawShares(random: SeededRandom, shares: readonly number[]): readonly number[] {
	const drawn = shares.map((share) => drawScaled(random, share, 1.5));
	const sum = drawn.reduce((total, share) => total + share, 0);
	const twentieths = drawn.map((share) => Math.max(1, Math.round((20 * share) / sum)));
	const largest = twentieths.indexOf(Math.max(...twentieths));
	const rest = twentieths.reduce((total, share, i) => (i === largest ? total : total + share), 0);
	return twentieths.map((share, i) => roundToStep((i === largest ? 20 - rest : share) / 20, POINT));
}

/** Draws prices. Output varies independently of input, so that the cost ratio of the lanes depends on the tokens. */
export function drawPrices(random: SeededRandom, { small, strong }: Scenario['prices']): Scenario['prices'] {
	const drawPrice = (price: Price): Price => {
		const factor = random.pick([0.5, 0.6, 0.8, 1, 1.2, 1.5, 2]);
		const output = roundSignificant(price.output * factor * random.pick([0.6, 0.8, 1, 1.2, 1.5]), 2);
		const [input, cachedInput] = [
			roundSignificant(price.input * factor, 2),
			roundSignificant(cachedPrice(price) * factor, 2),
		];
		return { input, cachedInput, output, request: 0, above: [] };
	};
	return { small: drawPrice(small), strong: drawPrice(strong) };
}

/** No hidden tokens: the given table must contain everything the answer needs. */
export const NO_REASONING: Tokens['reasoning'] = { small: 0, strong: 0 };

export const drawTokens = (random: SeededRandom, { fresh, cached, output }: Tokens): Tokens => {
	const tokens = (value: number): number => Math.round(drawNear(random, value));
	return { fresh: tokens(fresh), cached: tokens(cached), output: tokens(output), reasoning: NO_REASONING };
};

/** Draws p, the share routed small, with traffic in both lanes; around 30% if almost nothing was routed small. */
export const drawMix = (random: SeededRandom, around: number): number =>
	drawRate(random, around < 0.1 ? 0.3 : around, 0.2, 0.1, 0.95);

/** Draws q and the strong model's success, which is always higher. */
export function drawSuccess(random: SeededRandom, small: number, strong: number): { small: number; strong: number } {
	const q = drawRate(random, small, 0.04, 0.4, 0.96);
	return { small: q, strong: drawRate(random, Math.max(strong, q + 0.02), 0.02, q + POINT, 0.99) };
}

const roundingStep = (max: number): number => (max > 0.1 ? POINT : HALF_POINT);

/** Draws e₁, noticed failures as a share of the small lane's requests; some failures always stay unnoticed. */
export function drawNoticed(random: SeededRandom, detection: number, failed: number): number {
	const step = roundingStep(failed);
	return clamp(roundToStep(drawScaled(random, detection, 1.3) * failed, step), step, roundToStep(failed - step, step));
}

/** Draws r, the repair rate, up to a maximum; null if that is below half a point. */
export function drawRepairs(random: SeededRandom, max: number): number | null {
	const step = roundingStep(max);
	const steps = Math.floor(max / step + 1e-9);
	return steps < 1 ? null : roundToStep(random.integer(Math.ceil(steps / 4), steps) * step, step);
}

/** Draws D, the share of strong failures that is noticed, within bounds that exclude always and never. */
export const drawStrongNoticed = (random: SeededRandom, around: number): number =>
	drawRate(random, around, 0.15, 0.3, 0.95);

/**
 * Draws a check of the small lane's answers.
 *
 * @param small USD per small request: a check reads the answer, and costs about as much
 */
export function drawCheck(random: SeededRandom, known: Check | null, small: number): Check {
	return {
		catches: roundToStep(drawRate(random, known?.catches ?? 0.8, 0.15, 0.5, 0.95), 0.05),
		falseAlarms: drawRate(random, known?.falseAlarms ?? 0.05, 0.03, 0.01, 0.15),
		cost: roundSignificant(drawScaled(random, known?.cost ?? small / 2, 1.8), 1),
		latency: null,
		labels: null,
	};
}

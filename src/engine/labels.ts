import type { Scenario } from './scenario.js';

/** z of a two-sided 95% interval. */
export const Z_95 = 1.96;
const POWER_80 = 0.8416;

/** Success rates of both models on the requests that go small. */
export interface LaneRates {
	/** q: the small model's success. */
	readonly smallSuccess: number;
	/** tₑ and tₕ: the strong model's success where the small one is right, and where it is wrong. */
	readonly strongOnEasy: number;
	readonly strongOnHard: number;
}

/**
 * Computes the number of labelled outcomes needed to tell a loss of `margin` from none (one-sided 2.5%, power 80%) on
 * the requests that go small, rounded up.
 *
 * `paired`, with both lanes labelled on the same requests: (1.96 + 0.8416)²·(b + c − (b − c)²)/m², where b = q(1 − tₑ)
 * and c = (1 − q)tₕ are the shares that only one of the models gets right. `unpaired`, per lane:
 * (1.96 + 0.8416)²·(q(1 − q) + s(1 − s))/m², s = q·tₑ + (1 − q)·tₕ. Both are the usual normal approximations for a
 * difference of proportions.
 *
 * @param margin m, above 0
 */
export function labelsNeeded(
	{ smallSuccess, strongOnEasy, strongOnHard }: LaneRates,
	margin: number,
): { readonly paired: number; readonly unpaired: number } {
	const onlySmall = smallSuccess * (1 - strongOnEasy);
	const onlyStrong = (1 - smallSuccess) * strongOnHard;
	const strong = smallSuccess * strongOnEasy + onlyStrong;
	const scale = ((Z_95 + POWER_80) / margin) ** 2;
	return {
		paired: roundUp(scale * (onlySmall + onlyStrong - (onlySmall - onlyStrong) ** 2)),
		unpaired: roundUp(scale * (smallSuccess * (1 - smallSuccess) + strong * (1 - strong))),
	};
}

/** Rounds up; a rounding error above a whole number does not add a label. */
const roundUp = (labels: number): number => Math.ceil(labels - 1e-9 * labels);

/** Loss of resolution to detect if no guardrail sets one, as a fraction. */
const DEFAULT_MARGIN = 0.03;

/**
 * Returns the loss of resolution that a segment's labels should be able to detect: the loss that its own guardrail on
 * resolution against the baseline allows, or else the board's guardrail, or else 3 points.
 */
export function labelMargin({ guardrails }: Pick<Scenario, 'guardrails'>, segment: string): number {
	const limits = guardrails.filter(
		({ metric, side, relative, limit }) => metric === 'resolution' && side === 'atLeast' && relative && limit < 0,
	);
	const found = limits.find((one) => one.segment === segment) ?? limits.find((one) => one.segment === null);
	return found ? -found.limit : DEFAULT_MARGIN;
}

/** Shrinks a rate towards 1/2, the more the fewer its labels: ñ = n + z², x̃ = (x·n + z²/2)/ñ. */
export function shrinkRate(rate: number, labels: number): { readonly rate: number; readonly labels: number } {
	const more = labels + Z_95 * Z_95;
	return { rate: (rate * labels + (Z_95 * Z_95) / 2) / more, labels: more };
}

/**
 * Computes Wilson's 95% interval of a rate observed on a number of labels.
 *
 * @param rate 0..1
 * @param labels n; at 0 the interval is 0..1
 */
export function wilsonInterval(rate: number, labels: number): readonly [low: number, high: number] {
	const { rate: centre, labels: more } = shrinkRate(rate, labels);
	const half = (Z_95 * Math.sqrt(labels * rate * (1 - rate) + (Z_95 * Z_95) / 4)) / more;
	return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

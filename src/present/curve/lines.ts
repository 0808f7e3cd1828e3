import { allStrongBaseline, type Curve, calibrate, computeCurve, evaluate } from '../../engine/index.js';
import type { Scenario, Segment } from '../../engine/scenario.js';

/** A state of the board on the plot: cost in USD per request, resolution as a fraction of requests. */
export interface Place {
	readonly cost: number;
	readonly resolution: number;
}

/** Everything on the plot except the current point. */
export interface CurveLines {
	/** The threshold curve; a single point if the threshold has no effect. */
	readonly router: readonly Place[];
	/** A perfect ranking at the router's mixes: q = min(1, E/p). */
	readonly perfect: readonly Place[];
	readonly coinFlip: readonly Place[];
	readonly random: readonly Place[];
	/** The rivals at the scenario's own threshold; null: not measured. */
	readonly atThreshold: Readonly<Record<'perfect' | 'coinFlip' | 'random', Place | null>>;
	/** The perfect router with a free mix: every easy request small, every hard one strong. */
	readonly best: Place;
	/** Every request in one lane, without repair, check, override or router cost. */
	readonly allStrong: Place;
	readonly allSmall: Place;
	/** Ranges of the axes; they do not depend on the mix, so that editing it moves no axis. */
	readonly cost: Limits;
	readonly resolution: Limits;
}

/** The plot in figures and words. */
export interface CurveFigure {
	readonly lines: CurveLines;
	/** null: cost or resolution of the current state was not measured. */
	readonly now: Place | null;
	/** Description of the plot in a few sentences, for readers who cannot see it. */
	readonly description: string;
}

/** Points per line; they are joined by straight lines, so more would not be visible. */
const POINTS = 49;

const linesCache = new WeakMap<Scenario, CurveLines | null>();

/** Returns the lines of a scenario's plot, cached per scenario; null: an input that they need was not measured. */
export function curveLines(scenario: Scenario): CurveLines | null {
	const cached = linesCache.get(scenario);
	if (cached !== undefined) return cached;
	const lines = computeLines(scenario);
	linesCache.set(scenario, lines);
	return lines;
}

function computeLines(scenario: Scenario): CurveLines | null {
	const calibration = calibrate(scenario);
	const points = computeCurve(scenario, POINTS, calibration);
	if (points === null) return null;
	const line = (name: Exclude<keyof Curve, 'best' | 'atThreshold'>): Place[] =>
		points[name].flatMap((point) => placeOf(point) ?? []);
	const evaluateWith = (segment: Partial<Segment>, from: Scenario) =>
		evaluate({ ...from, segments: from.segments.map((own) => ({ ...own, override: null, ...segment })) }, calibration);
	const strong = evaluateWith({}, allStrongBaseline(scenario));
	const uncheckedSegments = scenario.segments.map((segment) => ({ ...segment, check: null }));
	const unchecked = { ...scenario, check: null, routerCost: 0, segments: uncheckedSegments };
	const small = evaluateWith({ routedSmall: 1, repairRate: 0 }, unchecked);
	const repaired = evaluateWith({ routedSmall: 1 }, scenario);
	const half = evaluateWith({ routedSmall: 0.5 }, scenario);
	const [allStrong, allSmall, best] = [placeOf(strong.metrics), placeOf(small.metrics), placeOf(points.best)];
	const router = line('router');
	if (!allStrong || !allSmall || !best || router.length < points.router.length) return null;

	// The axes span each segment at its most expensive, worst and best, so no mix lies outside.
	const weightedSum = (valueAt: (i: number, segment: Segment) => number): number =>
		scenario.segments.reduce((sum, segment, i) => sum + segment.share * valueAt(i, segment), 0);
	const figuresAt = (figure: 'cost' | 'resolution', i: number) =>
		[strong, small, repaired].flatMap(({ segments }) => segments[i]?.[figure] ?? []);
	// A prompt cache that is lost on a lane change makes a mix more expensive than both ends.
	const cacheLoss = (i: number): number => {
		const [from, middle, to] = [strong, half, repaired].map(({ segments }) => segments[i]?.cost ?? 0) as Triple;
		return Math.max(0, middle - (from + to) / 2);
	};
	const maxCost = scenario.routerCost + weightedSum((i) => Math.max(...figuresAt('cost', i)) + cacheLoss(i));
	const minResolution = weightedSum((i) => Math.min(...figuresAt('resolution', i)));
	const maxResolution = weightedSum(
		(_, { easyShare, strongOnHard }) => (easyShare ?? 0) + (1 - (easyShare ?? 0)) * (strongOnHard ?? 0),
	);
	return {
		router,
		perfect: line('perfect'),
		coinFlip: line('coinFlip'),
		random: line('random'),
		atThreshold: {
			perfect: placeOf(points.atThreshold.perfect),
			coinFlip: placeOf(points.atThreshold.coinFlip),
			random: placeOf(points.atThreshold.random),
		},
		best,
		allStrong,
		allSmall,
		cost: { low: 0, high: (maxCost || MIN_COST) * 1.04 },
		resolution: shareLimits(minResolution, maxResolution),
	};
}

type Triple = [number, number, number];

const MIN_COST = 0.01;
/** One percentage point: smaller differences are not enlarged to fill the plot. */
const MIN_RANGE = 0.01;

function shareLimits(minResolution: number, maxResolution: number): Limits {
	const padding = Math.max(0, MIN_RANGE - (maxResolution - minResolution)) / 2;
	const margin = (maxResolution - minResolution) * 0.05 + padding;
	const high = Math.min(1, Math.max(maxResolution + margin, MIN_RANGE));
	return { low: Math.max(0, Math.min(minResolution - margin, high - MIN_RANGE)), high };
}

/** Returns the place of a state on the plot; null: cost or resolution was not measured. */
export const placeOf = (figures: { readonly cost: number | null; readonly resolution: number | null }): Place | null =>
	figures.cost === null || figures.resolution === null ? null : { cost: figures.cost, resolution: figures.resolution };

/** Range of an axis. */
interface Limits {
	readonly low: number;
	readonly high: number;
}

/** Returns the position of a value on an axis: 0 at its low end, 1 at its high end. */
export const axisPosition = ({ low, high }: Limits, value: number): number => (value - low) / (high - low);

interface Ticks {
	readonly values: readonly number[];
	/** Number of decimals that tell the values apart. */
	readonly digits: number;
}

/**
 * Returns round values inside the limits: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param most maximum number of values, at least 1
 */
export function axisTicks({ low, high }: Limits, most: number): Ticks {
	const minStep = (high - low) / Math.max(1, most);
	const power = 10 ** Math.floor(Math.log10(minStep));
	const step = power * ([1, 2, 5].find((factor) => factor * power >= minStep) ?? 10);
	const first = Math.ceil(low / step - TOLERANCE);
	const count = Math.floor(high / step + TOLERANCE) - first + 1;
	return {
		values: Array.from({ length: count }, (_, i) => (first + i) * step),
		digits: Math.max(0, -Math.floor(Math.log10(step) + TOLERANCE)),
	};
}

/** Tolerance, so that a value that rounding has put just outside the limits keeps its tick. */
const TOLERANCE = 1e-9;

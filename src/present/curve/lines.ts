import { allStrongBaseline, type Curve, calibrate, curve, evaluate } from '../../engine/index.js';
import type { Scenario, Segment } from '../../engine/scenario.js';

/** One state of the board on the plot: USD per request, and a fraction of requests. */
export interface Place {
	readonly cost: number;
	readonly resolution: number;
}

/** Everything on the plot but the present point. */
export interface CurveLines {
	/** The threshold curve; one place where the dial moves nothing. */
	readonly router: readonly Place[];
	/** At the router's mixes: q = min(1, E/p). */
	readonly perfect: readonly Place[];
	readonly coinFlip: readonly Place[];
	readonly random: readonly Place[];
	/** The perfect router with its mix free: every easy request small, every hard one strong. */
	readonly best: Place;
	/** Everything in one lane, without repair, check, override or router cost. */
	readonly allStrong: Place;
	readonly allSmall: Place;
	/** Whatever the mix is, so that an edit of it moves no axis. */
	readonly cost: Limits;
	readonly resolution: Limits;
}

/** The plot in figures and words. */
export interface CurveFigure {
	readonly lines: CurveLines;
	/** null: cost or resolution of the present state was not measured. */
	readonly now: Place | null;
	/** What the plot shows, in a sentence or two, for whoever cannot see it. */
	readonly words: string;
}

/** Points per line: lines are drawn between them, so that more would not be seen. */
const POINTS = 49;

const known = new WeakMap<Scenario, CurveLines | null>();

/** The lines of a scenario's plot; null where something that they need was not measured. Kept per scenario. */
export function curveLines(scenario: Scenario): CurveLines | null {
	const kept = known.get(scenario);
	if (kept !== undefined) return kept;
	const lines = computed(scenario);
	known.set(scenario, lines);
	return lines;
}

function computed(scenario: Scenario): CurveLines | null {
	const calibration = calibrate(scenario);
	const drawn = curve(scenario, POINTS, calibration);
	if (drawn === null) return null;
	const line = (of: Exclude<keyof Curve, 'best'>): Place[] => drawn[of].flatMap((point) => placeOf(point) ?? []);
	const whole = (segment: Partial<Segment>, from: Scenario) =>
		evaluate({ ...from, segments: from.segments.map((own) => ({ ...own, override: null, ...segment })) }, calibration);
	const strong = whole({}, allStrongBaseline(scenario));
	const uncheckedSegments = scenario.segments.map((segment) => ({ ...segment, check: null }));
	const bare = { ...scenario, check: null, routerCost: 0, segments: uncheckedSegments };
	const small = whole({ routedSmall: 1, repairRate: 0 }, bare);
	const mended = whole({ routedSmall: 1 }, scenario);
	const half = whole({ routedSmall: 0.5 }, scenario);
	const [allStrong, allSmall, best] = [placeOf(strong.metrics), placeOf(small.metrics), placeOf(drawn.best)];
	const router = line('router');
	if (!allStrong || !allSmall || !best || router.length < drawn.router.length) return null;

	// Each segment at its dearest, worst and best: no mix of them lies outside.
	const over = (of: (i: number, segment: Segment) => number): number =>
		scenario.segments.reduce((sum, segment, i) => sum + segment.share * of(i, segment), 0);
	const each = (of: 'cost' | 'resolution', i: number) =>
		[strong, small, mended].flatMap(({ segments }) => segments[i]?.[of] ?? []);
	// A cache that changes of lanes lose makes the middle dearer than both ends.
	const bulge = (i: number): number => {
		const [from, middle, to] = [strong, half, mended].map(({ segments }) => segments[i]?.cost ?? 0) as Three;
		return Math.max(0, middle - (from + to) / 2);
	};
	const dearest = scenario.routerCost + over((i) => Math.max(...each('cost', i)) + bulge(i));
	const worst = over((i) => Math.min(...each('resolution', i)));
	const top = over((_, { easyShare, strongOnHard }) => (easyShare ?? 0) + (1 - (easyShare ?? 0)) * (strongOnHard ?? 0));
	return {
		router,
		perfect: line('perfect'),
		coinFlip: line('coinFlip'),
		random: line('random'),
		best,
		allStrong,
		allSmall,
		cost: { low: 0, high: (dearest || LEAST_COST) * 1.04 },
		resolution: shareLimits(worst, top),
	};
}

type Three = [number, number, number];

const LEAST_COST = 0.01;
/** One point: less of a difference is not blown up to fill the plot. */
const LEAST_RANGE = 0.01;

function shareLimits(worst: number, top: number): Limits {
	const lack = Math.max(0, LEAST_RANGE - (top - worst)) / 2;
	const margin = (top - worst) * 0.05 + lack;
	const high = Math.min(1, Math.max(top + margin, LEAST_RANGE));
	return { low: Math.max(0, Math.min(worst - margin, high - LEAST_RANGE)), high };
}

/** Where a state stands on the plot; null where either figure was not measured. */
export const placeOf = (figures: { readonly cost: number | null; readonly resolution: number | null }): Place | null =>
	figures.cost === null || figures.resolution === null ? null : { cost: figures.cost, resolution: figures.resolution };

/** What an axis runs over. */
interface Limits {
	readonly low: number;
	readonly high: number;
}

/** Where a value stands on an axis: 0 at its low end, 1 at its high end. */
export const along = ({ low, high }: Limits, value: number): number => (value - low) / (high - low);

interface Ticks {
	readonly values: readonly number[];
	/** Decimals that tell the values apart, in the unit of `step`. */
	readonly digits: number;
}

/**
 * Round values inside the limits: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param most how many there is room for, 1 or more
 */
export function ticksOf({ low, high }: Limits, most: number): Ticks {
	const least = (high - low) / Math.max(1, most);
	const power = 10 ** Math.floor(Math.log10(least));
	const step = power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
	const first = Math.ceil(low / step - SLACK);
	const count = Math.floor(high / step + SLACK) - first + 1;
	return {
		values: Array.from({ length: count }, (_, i) => (first + i) * step),
		digits: Math.max(0, -Math.floor(Math.log10(step) + SLACK)),
	};
}

/** A value that rounding has put just outside still has its tick. */
const SLACK = 1e-9;

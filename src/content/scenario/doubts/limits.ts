import { ownBaseline } from '../../../engine/baseline.js';
import { calibrate } from '../../../engine/calibration.js';
import { evaluate } from '../../../engine/evaluate.js';
import { describeFigure } from '../../../engine/expectations/describe.js';
import { metricDirection } from '../../../engine/inputs/metric-unit.js';
import { comparisonMetrics } from '../../../engine/metrics.js';
import type { Guardrail, MetricName, Scenario } from '../../../engine/scenario.js';
import type { ScenarioDocument } from '../document.js';
import type { RuleViolation } from '../rules/rule.js';

/**
 * Outcomes, which routing can only make worse. If the baseline breaches a limit on one of them, the limit would roll
 * routing back for a fault that was there before. A limit on spend or waiting that the baseline breaches is fine:
 * improving those is what routing is for.
 */
const OUTCOMES: readonly MetricName[] = ['resolution', 'handoff', 'silent'];

/** Returns the side of a limit that keeps a metric from getting worse; null: neither, as for the small share. */
function protectiveSide(metric: MetricName): Guardrail['side'] | null {
	const direction = metricDirection(metric);
	return direction === 0 ? null : direction > 0 ? 'atLeast' : 'atMost';
}

/** Metrics of whole curves, and ratios of the mix itself: no best mix is searched for them. */
const NOT_SEARCHED: readonly MetricName[] = [
	'cpt50',
	'cpt80',
	'pgr',
	'breakEvenRepair',
	'handoffBreakEven',
	'vetoValue',
];

/** Mixes of a segment to try. */
const MIXES = Array.from({ length: 11 }, (_, i) => i / 10);
/** Maximum number of segments for the search over mixes; with more it would take too long. */
const MAX_SEGMENTS = 60;

/**
 * Finds limits on the good side of a metric, limits that no mix can meet, and limits on outcomes that the baseline
 * breaches.
 */
export function limitDoubts({ scenario }: ScenarioDocument): readonly RuleViolation[] {
	return scenario.guardrails.flatMap((guardrail, i) => {
		const { metric, segment, side } = guardrail;
		const now = onlySegment(scenario, segment);
		const before = onlySegment(ownBaseline(scenario), segment);
		const start = createMeasure(before, before)(before, metric);
		const limit = guardrail.relative ? (start ?? Number.NaN) + guardrail.limit : guardrail.limit;
		const isBreached = (value: number): boolean => isWorse(guardrail, value, limit);
		const format = (value: number): string => describeFigure(metric, value);
		const path = ['guardrails', i, side];
		const goodLimitSide = protectiveSide(metric);
		if (goodLimitSide !== null && side !== goodLimitSide)
			return [
				{
					path,
					message: `${side} limits how ${goodLimitSide === 'atMost' ? 'low' : 'high'} ${metric} may be, and that is its good side`,
					help: `Such a limit vetoes what is better: ${goodLimitSide} is meant, or another metric.`,
				},
			];
		const best = bestMix(now, before, guardrail);
		if (best !== null && isBreached(best))
			return [
				{
					path,
					message: `no mix holds this limit: ${metric} is ${format(best)} at best, and the limit is ${format(limit)}`,
					help: 'It rolls back every mix: change the limit, or look to a check, repairs or another model.',
				},
			];
		if (start === null || !OUTCOMES.includes(metric) || !isBreached(start)) return [];
		return [
			{
				path,
				message: `the baseline breaches this limit itself: its ${metric} is ${format(start)}, and the limit is ${format(limit)}`,
				help: guardrail.relative
					? 'An offset that lets the figure get worse is below 0 with atLeast, and above 0 with atMost.'
					: 'Change the limit, or say what is allowed against the baseline with relativeTo: baseline.',
			},
		];
	});
}

const isWorse = ({ side }: Pick<Guardrail, 'side'>, value: number, limit: number): boolean => {
	const rounding = 1e-9 * Math.max(1, Math.abs(limit));
	return side === 'atMost' ? value > limit + rounding : value < limit - rounding;
};

/** Returns the scenario with one segment as the whole traffic, as its guardrail is judged; null: the whole board. */
function onlySegment(scenario: Scenario, id: string | null): Scenario {
	const segment = scenario.segments.find((one) => one.id === id);
	return segment ? { ...scenario, segments: [{ ...segment, share: 1 }] } : scenario;
}

/** Returns a function that measures mixes of a scenario against a baseline. */
function createMeasure(scenario: Scenario, baseline: Scenario) {
	const calibration = calibrate(scenario);
	const { sums } = evaluate(baseline);
	return (mix: Scenario, metric: MetricName): number | null => {
		const board = evaluate(mix, calibration);
		return { ...board.metrics, ...comparisonMetrics(mix, board.sums, sums) }[metric] ?? null;
	};
}

/** Returns the best value over the mixes tried; null if a starting mix has no value, or there are too many segments. */
function bestMix(scenario: Scenario, baseline: Scenario, { metric, side }: Guardrail): number | null {
	const { segments } = scenario;
	if (NOT_SEARCHED.includes(metric) || segments.length > MAX_SEGMENTS) return null;
	const evaluateMix = createMeasure(scenario, baseline);
	const withMix = (mix: readonly number[]): Scenario => ({
		...scenario,
		threshold: 0,
		segments: segments.map((segment, i) => ({ ...segment, override: null, routedSmall: mix[i] ?? 0 })),
	});
	const starts = [
		evaluateMix(scenario, metric),
		...[0, 1].map((p) => evaluateMix(withMix(segments.map(() => p)), metric)),
	];
	if (starts.includes(null)) return null;
	const isBetter = (value: number | null, reference: number): boolean =>
		value !== null && (side === 'atMost' ? value < reference : value > reference);
	let mix: readonly number[] = segments.map(({ override, routedSmall }) => (override === null ? routedSmall : 0));
	let best = evaluateMix(withMix(mix), metric);
	if (best === null) return null;
	for (const i of segments.keys())
		for (const p of MIXES) {
			const next = mix.with(i, p);
			const value = evaluateMix(withMix(next), metric);
			if (value === null || !isBetter(value, best)) continue;
			[mix, best] = [next, value];
		}
	return starts.reduce<number>((most, value) => (isBetter(value, most) && value !== null ? value : most), best);
}

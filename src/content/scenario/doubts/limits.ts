import { ownBaseline } from '../../../engine/baseline.js';
import { calibrate } from '../../../engine/calibration.js';
import { evaluate } from '../../../engine/evaluate.js';
import { figureWords } from '../../../engine/expectations/words.js';
import { metricBetter } from '../../../engine/inputs/metric-unit.js';
import { comparedWith } from '../../../engine/metrics.js';
import type { Guardrail, MetricName, Scenario } from '../../../engine/scenario.js';
import type { ScenarioDocument } from '../document.js';
import type { Breach } from '../rules/rule.js';

/**
 * What routing may only make worse. A limit on spend or on waiting that the baseline breaches is what the routing is
 * for; one on these would take back the routing for a fault that was there before.
 */
const OUTCOMES: readonly MetricName[] = ['resolution', 'handoff', 'silent'];

/** The side on which a metric gets worse; null: neither, as of the small share. */
function badSide(metric: MetricName): Guardrail['side'] | null {
	const better = metricBetter(metric);
	return better === 0 ? null : better > 0 ? 'atLeast' : 'atMost';
}

/** Whole curves, and ratios of the mix itself: no mix is looked for that reaches them. */
const NOT_TRIED: readonly MetricName[] = ['cpt50', 'cpt80', 'pgr', 'breakEvenRepair', 'handoffBreakEven', 'vetoValue'];

/** Mixes of a segment that are tried. */
const MIXES = Array.from({ length: 11 }, (_, i) => i / 10);
/** Segments whose mixes are tried one by one; of more it would take too long to say that no mix will do. */
const MOST_SEGMENTS = 60;

/** Limits that no mix holds, and limits on outcomes that the baseline breaches itself. */
export function limitDoubts({ scenario }: ScenarioDocument): readonly Breach[] {
	return scenario.guardrails.flatMap((guardrail, i) => {
		const { metric, segment, side } = guardrail;
		const now = onlyOf(scenario, segment);
		const before = onlyOf(ownBaseline(scenario), segment);
		const start = measure(before, before)(before, metric);
		const limit = guardrail.relative ? (start ?? Number.NaN) + guardrail.limit : guardrail.limit;
		const breaks = (value: number): boolean => isWorse(guardrail, value, limit);
		const say = (value: number): string => figureWords(metric, value);
		const path = ['guardrails', i, side];
		const right = badSide(metric);
		if (right !== null && side !== right)
			return [
				{
					path,
					message: `${side} limits how ${right === 'atMost' ? 'low' : 'high'} ${metric} may be, and that is its good side`,
					help: `Such a limit vetoes what is better: ${right} is meant, or another metric.`,
				},
			];
		const best = bestMix(now, before, guardrail);
		if (best !== null && breaks(best))
			return [
				{
					path,
					message: `no mix holds this limit: ${metric} is ${say(best)} at best, and the limit is ${say(limit)}`,
					help: 'It rolls back every mix: change the limit, or look to a check, repairs or another model.',
				},
			];
		if (start === null || !OUTCOMES.includes(metric) || !breaks(start)) return [];
		return [
			{
				path,
				message: `the baseline breaches this limit itself: its ${metric} is ${say(start)}, and the limit is ${say(limit)}`,
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

/** One segment as the whole traffic, as its guardrail is judged; the board for null. */
function onlyOf(scenario: Scenario, id: string | null): Scenario {
	const segment = scenario.segments.find((one) => one.id === id);
	return segment ? { ...scenario, segments: [{ ...segment, share: 1 }] } : scenario;
}

/** Measures mixes of a scenario against a baseline. */
function measure(scenario: Scenario, baseline: Scenario) {
	const calibration = calibrate(scenario);
	const { sums } = evaluate(baseline);
	return (mix: Scenario, metric: MetricName): number | null => {
		const board = evaluate(mix, calibration);
		return { ...board.metrics, ...comparedWith(mix, board.sums, sums) }[metric] ?? null;
	};
}

/** The best value that the mixes tried bring; null where one of them has none, or there are too many to try. */
function bestMix(scenario: Scenario, baseline: Scenario, { metric, side }: Guardrail): number | null {
	const { segments } = scenario;
	if (NOT_TRIED.includes(metric) || segments.length > MOST_SEGMENTS) return null;
	const at = measure(scenario, baseline);
	const mixed = (mix: readonly number[]): Scenario => ({
		...scenario,
		threshold: 0,
		segments: segments.map((segment, i) => ({ ...segment, override: null, routedSmall: mix[i] ?? 0 })),
	});
	const starts = [at(scenario, metric), ...[0, 1].map((p) => at(mixed(segments.map(() => p)), metric))];
	if (starts.includes(null)) return null;
	const better = (value: number | null, than: number): boolean =>
		value !== null && (side === 'atMost' ? value < than : value > than);
	let mix: readonly number[] = segments.map(({ override, routedSmall }) => (override === null ? routedSmall : 0));
	let best = at(mixed(mix), metric);
	if (best === null) return null;
	for (const i of segments.keys())
		for (const p of MIXES) {
			const next = mix.with(i, p);
			const value = at(mixed(next), metric);
			if (value === null || !better(value, best)) continue;
			[mix, best] = [next, value];
		}
	return starts.reduce<number>((most, value) => (better(value, most) && value !== null ? value : most), best);
}

import { compare } from '../../src/engine/full-metrics.js';
import { calibrate, computeCurve, evaluate, type Scenario } from '../../src/engine/index.js';
import { noiseOf } from '../../src/engine/noise.js';
import { METRIC_NAMES } from '../../src/engine/scenario.js';
import { callsPerSecond } from './statistics.js';
import { formatWhole, table } from './table.js';

/** Performance aim, and whether this run met it. */
export interface Aim {
	readonly what: string;
	readonly met: boolean;
}

const MIN_EVALUATIONS = 100_000;
/** Lowest rate with the noise of all metrics, relative to the rate without. */
const MIN_NOISY_RATIO = 0.35;

/** Measures evaluations and curves per second, in this process, after warming up. */
export function benchEngine(scenarios: readonly Scenario[]): { readonly text: string; readonly aims: readonly Aim[] } {
	const rates = scenarios.map((scenario) => {
		const calibration = calibrate(scenario);
		const { before } = compare(scenario);
		return {
			scenario,
			evaluations: callsPerSecond(() => evaluate(scenario, calibration)),
			noisy: callsPerSecond(() => {
				const noise = noiseOf({ now: evaluate(scenario, calibration), before });
				return METRIC_NAMES.map((metric) => noise.of(metric));
			}),
			calibrations: callsPerSecond(() => calibrate(scenario), 3),
			curves: callsPerSecond(() => computeCurve(scenario, 101, calibration), 3),
		};
	});
	const rows = rates.map(({ scenario, evaluations, noisy, calibrations, curves }) => [
		scenario.id,
		String(scenario.segments.length),
		formatWhole(evaluations),
		`${formatWhole(noisy)} (${(noisy / evaluations).toFixed(2)}×)`,
		formatWhole(calibrations),
		(1000 / curves).toFixed(2),
	]);
	const header = ['scenario', 'segments', 'evaluations/s', 'with all noise', 'calibrations/s', 'curve, ms'];
	return {
		text: `Engine. An evaluation is every figure of the scenario, its router calibrated once before; a curve is
101 threshold positions with the random and the perfect router beside them. Medians of rounds.

${table(header, rows)}`,
		aims: rates
			.filter(({ scenario }) => scenario.id === 'week-31')
			.flatMap(({ scenario, evaluations, noisy }) => [
				{
					what: `${scenario.id}: ${formatWhole(evaluations)} evaluations/s, at least ${formatWhole(MIN_EVALUATIONS)}`,
					met: evaluations >= MIN_EVALUATIONS,
				},
				{
					what: `${scenario.id}: with the noise of all metrics ${(noisy / evaluations).toFixed(2)} of that, at least ${MIN_NOISY_RATIO}`,
					met: noisy / evaluations >= MIN_NOISY_RATIO,
				},
			]),
	};
}

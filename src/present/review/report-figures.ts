import {
	type Check,
	cachedPrice,
	checkOf,
	curve,
	METRIC_NAMES,
	type MetricName,
	type NullReason,
	notModelled,
	type Outcome,
	segmentReasons,
	signalsOf,
	traceRequest,
} from '../../engine/index.js';
import type { Price } from '../../engine/scenario.js';
import type { LabInput } from '../board/lab-input.js';

/** Positions of the threshold that a report prints of the curve. */
const CURVE_POINTS = 25;

/**
 * The figures behind the Curve, Signals and Trace panes, for programs: unrounded, null where not measured.
 * `curve` is null where no curve can be drawn; its first and last threshold are null because they are infinite.
 * `trace` is the ledger of the walked request, one row per call.
 */
export function reportFigures({ scenario, trace: { seed, index } }: LabInput) {
	const line = curve(scenario, CURVE_POINTS)?.router ?? null;
	return {
		curve: line?.map(({ threshold, ...rest }) => ({ threshold: finite(threshold), ...rest })) ?? null,
		signals: scenario.weeks.length === 0 ? null : signalsOf(scenario),
		trace: traceRequest(scenario, seed, index).ledger,
	};
}

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);

/**
 * What a report says of its figures besides: paths of what a check that is on lacks (figures that wait on them are not
 * measured either, and do not say on what they wait), pressures that are not modelled, and why figures have no value; and
 * what tokens cost, whether the scenario says it or leaves it to go without saying.
 */
export function reportGaps({ scenario, outcome }: LabInput) {
	return {
		notMeasured: unmeasuredInputs(scenario),
		notModelled: notModelled(scenario),
		prices: { small: whole(scenario.prices.small), strong: whole(scenario.prices.strong) },
		reasons: reasonsOf(outcome),
		segments: outcome.segments.map((segment) => ({ ...segment, reasons: segmentReasons(segment) })),
	};
}

/** Prices with what was left out filled in. */
const whole = ({ above, ...price }: Price) => ({
	...price,
	cachedInput: cachedPrice(price),
	above: above.map((tier) => ({ ...tier, cachedInput: cachedPrice(tier) })),
});

const reasonsOf = ({ metrics, why }: Outcome): Readonly<Partial<Record<MetricName, NullReason>>> =>
	Object.fromEntries(METRIC_NAMES.flatMap((metric) => (metrics[metric] === null ? [[metric, why(metric)]] : [])));

function unmeasuredInputs(scenario: LabInput['scenario']): readonly string[] {
	const { check, segments } = scenario;
	const serves = segments.some((segment) => segment.check === null);
	const own = segments.flatMap((segment) => {
		const its = segment.check === null ? null : checkOf(scenario, segment);
		return its === null ? [] : missing(`segments.${segment.id}.check`, its);
	});
	return [...(check !== null && serves ? missing('check', check) : []), ...own];
}

/** Labels are not missing: without a number of its own, those of the segments stand behind a check. */
function missing(path: string, { labels: _, ...check }: Check): readonly string[] {
	return Object.entries(check).flatMap(([field, value]) => (value === null ? [`${path}.${field}`] : []));
}

import { type Figure, isMetric } from '../../engine/expectations/index.js';
import { metricUnit, type Unit } from '../../engine/inputs/index.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';

/** How a metric is named, and which way it should go: 1 up, −1 down, 0 neither. */
interface MetricLabel {
	/** Short enough for a column of 16. */
	readonly label: string;
	readonly better: 1 | -1 | 0;
	/** What it counts, for the reader who asks. */
	readonly means: string;
}

const metric = (label: string, better: MetricLabel['better'], means: string): MetricLabel => ({ label, better, means });

export const METRIC_LABELS: Readonly<Record<MetricName, MetricLabel>> = {
	cost: metric('spend, USD', -1, 'model spend per request'),
	costPerResolved: metric('spend/resolved', -1, 'model spend per resolved request, USD'),
	totalCost: metric('total, USD', -1, 'spend, hand-offs and silent failures per request'),
	totalCostPerResolved: metric('total/resolved', -1, 'spend, hand-offs and silent failures per resolved request, USD'),
	saving: metric('saving', 1, 'model spend saved against the baseline'),
	smallShare: metric('small share', 0, 'share of traffic on the small model: the misleading one'),
	repairLoad: metric('repair load', -1, 'share of all requests that is run again on the strong model'),
	repairRate: metric('repair rate', -1, 'share of small-routed requests that is run again'),
	escalationRate: metric('escalation rate', -1, 'share of small-routed requests whose failure a person gets'),
	resolution: metric('resolution', 1, 'right, with no person involved'),
	handoff: metric('hand-offs', -1, 'failures that a person gets'),
	silent: metric('silent failures', -1, 'failures that nobody noticed'),
	falseEasy: metric('false-easy', -1, 'routed small, and small fails'),
	avoidable: metric('avoidable', -1, 'false-easy that the strong model would have got right'),
	gained: metric('gained', 1, 'right on small where the strong model would have failed'),
	falseHard: metric('false-hard', -1, 'routed strong, though small would be right'),
	highRiskSmall: metric('high-risk small', -1, 'share of high-risk traffic on the small model'),
	latencyMean: metric('mean wait', -1, 'mean wait'),
	latencyP50: metric('p50 wait', -1, 'wait that half of the requests exceed'),
	latencyP95: metric('p95 wait', -1, 'wait that one request in twenty exceeds'),
	breakEvenRepair: metric('break-even', 0, 'repair rate at which the small lane stops paying in model spend'),
	handoffBreakEven: metric(
		'hand-off b/e',
		0,
		'extra hand-offs per small-routed request that eat what is saved, net of checks, repairs and router',
	),
	pgr: metric('PGR', 1, 'performance gap recovered: 0 all small, 1 all strong'),
	cpt50: metric('CPT(50)', -1, 'share of strong calls that recovers half of the gap'),
	cpt80: metric('CPT(80)', -1, 'share of strong calls that recovers 80% of the gap'),
	vetoValue: metric('veto value, USD', 0, 'an outcome worth more than this should have gone strong'),
	costPerWeek: metric('spend/week, USD', -1, 'model spend per week'),
	throughputPerHour: metric('throughput/h', 1, 'requests per hour'),
};

type SegmentFigure = Exclude<Figure, keyof typeof METRIC_LABELS>;

const SEGMENT_LABELS: Readonly<Record<SegmentFigure, Omit<MetricLabel, 'means'>>> = {
	smallSuccess: { label: 'small right', better: 1 },
	escalated: { label: 'escalated', better: -1 },
	silentSmall: { label: 'silent of small', better: -1 },
	repairCaught: { label: 'repairs that caught', better: 1 },
	repairWasted: { label: 'repairs wasted', better: -1 },
	routedSmall: { label: 'routed small', better: 0 },
	trueEasy: { label: 'true-easy', better: 1 },
	trueHard: { label: 'true-hard', better: 1 },
	easyInStrong: { label: 'easy in strong', better: -1 },
	routerAuc: { label: 'router AUC', better: 1 },
};

export const figureLabel = (figure: Figure): Omit<MetricLabel, 'means'> =>
	isMetric(figure) ? METRIC_LABELS[figure] : SEGMENT_LABELS[figure];

/** A figure's name, with that of its segment where it has one: `silent failures, Policy exception`. */
export function figureName(scenario: Scenario, figure: Figure, segment: string | null): string {
	const name = segment === null ? null : (scenario.segments.find(({ id }) => id === segment)?.name ?? segment);
	return name === null ? figureLabel(figure).label : `${figureLabel(figure).label}, ${name}`;
}

/** An AUC is a probability that nobody writes as a percentage. */
export const figureUnit = (figure: Figure): Unit =>
	figure === 'routerAuc' ? 'number' : isMetric(figure) ? metricUnit(figure) : 'percent';

/** What a scenario's own baseline is called: the one with which saving, limits and verdict compare. */
export const ownBaselineName = ({ baseline }: Pick<Scenario, 'baseline'>): string =>
	baseline === null ? 'all strong' : (baseline.name ?? 'its own baseline');

import { type Figure, isMetric } from '../../engine/expectations/index.js';
import {
	type MetricDirection,
	metricDirection,
	metricLabel,
	metricUnit,
	type Unit,
} from '../../engine/inputs/index.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';

/** Name of a metric. */
interface MetricLabel {
	/** At most 16 columns wide. */
	readonly label: string;
	/** What it counts. */
	readonly means: string;
}

const metric = (name: MetricName, means: string): MetricLabel => ({ label: metricLabel(name), means });

export const METRIC_LABELS: Readonly<Record<MetricName, MetricLabel>> = {
	cost: metric('cost', 'model spend per request'),
	costPerResolved: metric('costPerResolved', 'model spend per resolved request'),
	totalCost: metric('totalCost', 'spend, hand-offs and silent failures per request'),
	totalCostPerResolved: metric('totalCostPerResolved', 'spend, hand-offs and silent failures per resolved request'),
	saving: metric('saving', 'model spend saved against the baseline'),
	smallShare: metric('smallShare', 'share of all requests that is routed small'),
	repairLoad: metric('repairLoad', 'share of all requests that is run again on the strong model'),
	repairRate: metric('repairRate', 'share of the requests routed small that is run again'),
	escalationRate: metric('escalationRate', 'share of the requests routed small that is escalated to a person'),
	resolution: metric('resolution', 'right, with no person involved'),
	handoff: metric('handoff', 'requests that end with a person'),
	silent: metric('silent', 'failures that nobody noticed'),
	falseEasy: metric('falseEasy', 'routed small, and the small model is wrong'),
	avoidable: metric('avoidable', 'false-easy that the strong model would have got right'),
	gained: metric('gained', 'right on small where the strong model would have failed'),
	falseHard: metric('falseHard', 'routed strong, though the small model would be right'),
	highRiskSmall: metric('highRiskSmall', 'share of high-risk traffic on the small model'),
	latencyMean: metric('latencyMean', 'mean wait'),
	latencyP50: metric('latencyP50', 'wait that half of the requests exceed'),
	latencyP95: metric('latencyP95', 'wait that one request in twenty exceeds'),
	breakEvenRepair: metric('breakEvenRepair', 'repair rate at which the small lane stops paying in model spend'),
	handoffBreakEven: metric(
		'handoffBreakEven',
		'extra hand-offs per request routed small that use up the saving, after checks, repairs and router',
	),
	pgr: metric('pgr', 'performance gap recovered: 0% all small, 100% all strong'),
	cpt50: metric('cpt50', 'share of strong calls that recovers half of the gap'),
	cpt80: metric('cpt80', 'share of strong calls that recovers 80% of the gap'),
	vetoValue: metric('vetoValue', 'an outcome worth more than this should have gone strong'),
	costPerWeek: metric('costPerWeek', 'model spend per week'),
	throughputPerHour: metric('throughputPerHour', 'requests per hour'),
};

type SegmentFigure = Exclude<Figure, MetricName>;

/** Name of a figure, and which direction is better. */
interface FigureLabel {
	readonly label: string;
	readonly better: MetricDirection;
}

const SEGMENT_LABELS: Readonly<Record<SegmentFigure, FigureLabel>> = {
	smallSuccess: { label: 'small right', better: 1 },
	escalated: { label: 'escalated', better: -1 },
	silentSmall: { label: 'silent failures', better: -1 },
	repairCaught: { label: 'repairs that caught', better: 1 },
	repairWasted: { label: 'repairs wasted', better: -1 },
	routedSmall: { label: 'routed small', better: 0 },
	trueEasy: { label: 'true-easy', better: 1 },
	trueHard: { label: 'true-hard', better: 1 },
	easyInStrong: { label: 'easy in strong', better: -1 },
	routerAuc: { label: 'router AUC', better: 1 },
};

export const figureLabel = (figure: Figure): FigureLabel =>
	isMetric(figure) ? { label: METRIC_LABELS[figure].label, better: metricDirection(figure) } : SEGMENT_LABELS[figure];

/** Returns the name of a figure, with the name of its segment if it has one: `silent failures, Policy exception`. */
export function figureName(scenario: Scenario, figure: Figure, segment: string | null): string {
	const name = segment === null ? null : (scenario.segments.find(({ id }) => id === segment)?.name ?? segment);
	return name === null ? figureLabel(figure).label : `${figureLabel(figure).label}, ${name}`;
}

/** Returns the unit of a figure. An AUC is a plain number: although a probability, it is not written in percent. */
export const figureUnit = (figure: Figure): Unit =>
	figure === 'routerAuc' ? 'number' : isMetric(figure) ? metricUnit(figure) : 'percent';

/** Returns the name of a scenario's own baseline, with which saving, limits and verdict compare. */
export const ownBaselineName = ({ baseline }: Pick<Scenario, 'baseline'>): string =>
	baseline === null ? 'all strong' : (baseline.name ?? 'its own baseline');

import { type Figure, isMetric } from '../../engine/expectations/index.js';
import { metricUnit, type Unit } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { METRIC_LABELS, type MetricLabel } from './metric-labels.js';

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

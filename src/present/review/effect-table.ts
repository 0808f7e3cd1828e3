import type { MetricName } from '../../engine/index.js';
import type { TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { compareCell } from '../board/summary.js';
import { metricCell, textCell } from '../format/cells.js';
import { METRIC_LABELS } from '../format/metric-labels.js';
import { column, figures, metricTitle, row } from './parts.js';

/** What a review looks at first, in order. */
export const EFFECTS: readonly MetricName[] = [
	'cost',
	'resolution',
	'totalCostPerResolved',
	'handoff',
	'silent',
	'costPerResolved',
	'latencyP95',
	'highRiskSmall',
];

/** What the change comes to: each figure before and after, rates apart in points, money and time relative to it. */
export function effectTable({ outcome, baselineName }: LabInput): TableModel {
	return {
		id: 'effect',
		title: `What the model says, against ${baselineName}`,
		columns: [
			column('measure', 'measure'),
			figures('before', baselineName),
			figures('now', 'with the change'),
			figures('change', 'difference'),
			column('means', 'what it counts'),
		],
		rows: EFFECTS.map((metric) => {
			const [from, to] = [outcome.compared.metrics[metric], outcome.metrics[metric]];
			return row(metric, [
				textCell(`${metricTitle(metric)}${unitOf(metric)}`),
				metricCell(metric, outcome.compared),
				metricCell(metric, outcome),
				compareCell(metric, from, to),
				textCell(METRIC_LABELS[metric].means.replace(/, USD$/, ''), 'dim'),
			]);
		}),
		notes: [],
	};
}

const unitOf = (metric: MetricName): string => (/cost/i.test(metric) ? ', USD' : '');

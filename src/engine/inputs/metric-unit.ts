import type { MetricName } from '../scenario.js';

/** Unit in which a metric is printed. */
export type Unit = 'percent' | 'money' | 'duration' | 'number';

/** Returns the unit of a metric's value. */
export function metricUnit(metric: MetricName): Unit {
	switch (metric) {
		case 'cost':
		case 'costPerResolved':
		case 'totalCost':
		case 'totalCostPerResolved':
		case 'vetoValue':
		case 'costPerWeek':
			return 'money';
		case 'latencyMean':
		case 'latencyP50':
		case 'latencyP95':
			return 'duration';
		case 'throughputPerHour':
			return 'number';
		default:
			return 'percent';
	}
}

/** Direction in which a metric improves: 1 up, −1 down, 0 neither. */
export type MetricDirection = 1 | -1 | 0;

/** Returns the direction in which a metric improves; most metrics count something unwanted. */
export function metricDirection(metric: MetricName): MetricDirection {
	switch (metric) {
		case 'saving':
		case 'resolution':
		case 'gained':
		case 'pgr':
		case 'throughputPerHour':
			return 1;
		case 'smallShare':
		case 'breakEvenRepair':
		case 'handoffBreakEven':
		case 'vetoValue':
			return 0;
		default:
			return -1;
	}
}

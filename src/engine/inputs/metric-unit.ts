import type { MetricName } from '../scenario.js';

/** What a metric counts in. Ratios of money and plain numbers are kept apart because they are printed differently. */
export type Unit = 'percent' | 'money' | 'duration' | 'number';

/** Unit of a metric's value. */
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

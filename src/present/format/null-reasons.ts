import type { MetricName, NullReason, OutcomeSide } from '../../engine/index.js';
import { NOT_APPLICABLE, NOT_MEASURED } from './format.js';

/** Reason why a metric has no value, for a cell and for a sentence. */
export interface NullReasonText {
	/** At most 10 columns, to fit a column of figures. */
	readonly short: string;
	readonly long: string;
}

/** Reasons why a metric is undefined. */
const UNDEFINED_TEXTS: Readonly<Partial<Record<MetricName, NullReasonText>>> = {
	saving: { short: 'free base', long: 'the baseline costs nothing' },
	costPerResolved: { short: 'none right', long: 'no request is resolved' },
	totalCostPerResolved: { short: 'none right', long: 'no request is resolved' },
	vetoValue: { short: 'no loss', long: 'resolution did not fall' },
	breakEvenRepair: { short: 'no saving', long: 'there is no saving that repairs could use up' },
	handoffBreakEven: { short: 'no saving', long: 'there is no saving that hand-offs could use up' },
};
const NO_GAP: NullReasonText = { short: 'no gap', long: 'the strong model resolves no more than the small one' };
const NOT_REACHED: NullReasonText = { short: 'unreached', long: 'the curve does not reach it' };

/** Reasons why a metric does not apply. */
const NOT_APPLICABLE_TEXTS: Readonly<Partial<Record<MetricName, string>>> = {
	highRiskSmall: 'no segment is of high risk',
};

/** Returns why a metric of a board is null. */
export function nullReasonText(metric: MetricName, side: Pick<OutcomeSide, 'metrics' | 'why'>): NullReasonText {
	const hasGap = side.metrics.pgr !== null || side.why('pgr') !== 'undefined';
	return reasonText(metric, side.why(metric), hasGap);
}

/**
 * Returns the words for a reason.
 *
 * @param hasGap whether the strong model resolves more than the small one
 */
export function reasonText(metric: MetricName, reason: NullReason, hasGap = metric !== 'pgr'): NullReasonText {
	if (reason === 'not-measured') return { short: NOT_MEASURED, long: NOT_MEASURED };
	if (reason === 'not-applicable')
		return { short: NOT_APPLICABLE, long: NOT_APPLICABLE_TEXTS[metric] ?? 'nothing is routed small' };
	if (metric === 'pgr' || metric === 'cpt50' || metric === 'cpt80') return hasGap ? NOT_REACHED : NO_GAP;
	return UNDEFINED_TEXTS[metric] ?? { short: 'undefined', long: 'it is not defined here' };
}

/** Returns why a metric has no value although everything was measured; null if it has one, or was not measured. */
export function noValueReason(metric: MetricName, side: Pick<OutcomeSide, 'metrics' | 'why'>): NullReasonText | null {
	if (side.metrics[metric] !== null || side.why(metric) === 'not-measured') return null;
	return nullReasonText(metric, side);
}

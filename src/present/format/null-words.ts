import type { MetricName, NullReason, Side } from '../../engine/index.js';
import { NOT_MEASURED, NOTHING } from './format.js';

/** Why a metric has no value, for a cell and for a sentence. */
export interface NullWords {
	/** At most 10 columns: what a column of figures has room for. */
	readonly short: string;
	readonly long: string;
}

/** Outside its domain, by metric. */
const UNDEFINED: Readonly<Partial<Record<MetricName, NullWords>>> = {
	saving: { short: 'free base', long: 'the baseline costs nothing' },
	costPerResolved: { short: 'none right', long: 'no request is resolved' },
	totalCostPerResolved: { short: 'none right', long: 'no request is resolved' },
	vetoValue: { short: 'no loss', long: 'resolution did not fall' },
	breakEvenRepair: { short: 'no saving', long: 'there is no saving that repairs could eat' },
	handoffBreakEven: { short: 'no saving', long: 'there is no saving that hand-offs could eat' },
};
const NO_GAP: NullWords = { short: 'no gap', long: 'the strong model resolves no more than the small one' };
const NOT_REACHED: NullWords = { short: 'unreached', long: 'the curve does not reach it' };

/** Of what there is nothing, by metric. */
const NOTHING_OF: Readonly<Partial<Record<MetricName, string>>> = { highRiskSmall: 'no segment is of high risk' };

/** The words for a metric that is null on a board. */
export function nullWords(metric: MetricName, side: Pick<Side, 'metrics' | 'why'>): NullWords {
	const gap = side.metrics.pgr !== null || side.why('pgr') !== 'undefined';
	return reasonWords(metric, side.why(metric), gap);
}

/**
 * The same where only the reason is known.
 *
 * @param gap whether the strong model resolves more than the small one
 */
export function reasonWords(metric: MetricName, reason: NullReason, gap = metric !== 'pgr'): NullWords {
	if (reason === 'not-measured') return { short: NOT_MEASURED, long: NOT_MEASURED };
	if (reason === 'not-applicable') return { short: NOTHING, long: NOTHING_OF[metric] ?? 'nothing is routed small' };
	if (metric === 'pgr' || metric === 'cpt50' || metric === 'cpt80') return gap ? NOT_REACHED : NO_GAP;
	return UNDEFINED[metric] ?? { short: 'undefined', long: 'it is not defined here' };
}

/** Why a metric is none although nothing was left unmeasured; null where it has a value, or was not measured. */
export function whyNone(metric: MetricName, side: Pick<Side, 'metrics' | 'why'>): NullWords | null {
	if (side.metrics[metric] !== null || side.why(metric) === 'not-measured') return null;
	return nullWords(metric, side);
}

import type { MetricName, Metrics, Scenario, SegmentOutcome } from '../../engine/index.js';
import { percent } from '../format/format.js';

/** The cause of a pain in the mix of the baseline. */
export interface Cause {
	readonly text: string;
	/** At most 29 columns. */
	readonly short: string;
}

/** The parts of the baseline from which the cause is read. */
export interface CauseSource {
	readonly metrics: Metrics;
	readonly segments: readonly SegmentOutcome[];
	/** For names and shares of the segments. */
	readonly scenario: Scenario;
}

/** Returns the hidden cause of a pain, read from the figures of the baseline. */
export function causeOf(pain: MetricName, source: CauseSource): Cause {
	const smallShare = source.metrics.smallShare ?? 0;
	if (smallShare === 0) return allStrongCause(source, isCostOrWait(pain));
	if (isCostOrWait(pain)) return costCause(source, smallShare);
	if (pain === 'highRiskSmall')
		return {
			text: `no override holds high-risk requests back: ${shareText(source.metrics.highRiskSmall)} of them are routed small`,
			short: 'high risk is routed small',
		};
	return falseEasyCause(source, smallShare);
}

const isCostOrWait = (pain: MetricName): boolean => pain === 'cost' || pain === 'latencyP95';
const shareText = (fraction: number | null): string => (fraction === null ? 'not measured' : percent(fraction));

function allStrongCause({ metrics: { falseHard, resolution } }: CauseSource, forCost: boolean): Cause {
	const short = 'every request goes strong';
	const all = 'every request goes to the strong model';
	if (!forCost && resolution !== null)
		return { text: `${all}, and ${percent(1 - resolution)} are not resolved`, short };
	if (falseHard === null) return { text: `${all}, and nobody measured how many are easy`, short };
	return { text: `${all}; the small model would be right on ${percent(falseHard)}`, short };
}

/**
 * Returns the cause of high spend or waits: the strong model repeats or takes requests that the small one can answer.
 */
function costCause(source: CauseSource, smallShare: number): Cause {
	const { repairLoad, falseHard } = source.metrics;
	if (repairLoad !== null && repairLoad > (falseHard ?? 1 - smallShare))
		return {
			text: `some answers are paid for twice: repairs run ${percent(repairLoad)} of requests again on strong`,
			short: 'repairs pay answers twice',
		};
	if (falseHard === null)
		return {
			text: `${percent(1 - smallShare)} are routed strong, and nobody measured how many of them are easy`,
			short: 'easy share was never measured',
		};
	if (falseHard === 0)
		return {
			text: `every request that the small model gets right is routed small already: ${percent(smallShare)} are`,
			short: 'all easy ones are small',
		};
	return {
		text: `easy requests are routed strong: ${percent(falseHard)} are false-hard${mainSegmentText(source, 'falseHard')}`,
		short: 'easy ones are routed strong',
	};
}

/** Returns the cause of failures and repairs: the small model gets requests that it cannot answer. */
function falseEasyCause(source: CauseSource, smallShare: number): Cause {
	const { falseEasy } = source.metrics;
	if (falseEasy === null)
		return {
			text: `${percent(smallShare)} are routed small, and nobody measured how many of them are hard`,
			short: 'difficulty was never measured',
		};
	return {
		text: `hard requests are routed small: ${percent(falseEasy)} are false-easy${mainSegmentText(source, 'falseEasy')}`,
		short: 'hard ones are routed small',
	};
}

/** Returns which segment has the largest part, in words; empty if there is only one segment. */
function mainSegmentText({ segments, scenario }: CauseSource, mistake: 'falseEasy' | 'falseHard'): string {
	if (segments.length < 2) return '';
	const parts = segments.map((outcome) => {
		const segment = scenario.segments.find(({ id }) => id === outcome.id);
		return { name: segment?.name ?? outcome.id, part: (segment?.share ?? 0) * (outcome[mistake] ?? 0) };
	});
	const largest = parts.reduce((a, b) => (b.part > a.part ? b : a));
	return `, most of them ${largest.name}`;
}

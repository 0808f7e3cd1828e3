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
			text: `no override holds high-risk requests back: ${shareText(source.metrics.highRiskSmall)} of them ride the small lane`,
			short: 'high-risk rides small',
		};
	return falseEasyCause(source, smallShare);
}

const isCostOrWait = (pain: MetricName): boolean => pain === 'cost' || pain === 'latencyP95';
const shareText = (fraction: number | null): string => (fraction === null ? 'not measured' : percent(fraction));

function allStrongCause({ metrics: { falseHard, resolution } }: CauseSource, forCost: boolean): Cause {
	const short = 'everything rides one lane';
	const all = `${short}, the strong one`;
	if (!forCost && resolution !== null)
		return { text: `${all}, which is asked only once and fails on ${percent(1 - resolution)}`, short };
	if (falseHard === null) return { text: `${all}, and nobody measured how much of it is easy`, short };
	return { text: `${all}; the small model would be right on ${percent(falseHard)}`, short };
}

/**
 * Returns the cause of high spend or waits: the strong model repeats or takes requests that the small one can answer.
 */
function costCause(source: CauseSource, smallShare: number): Cause {
	const { repairLoad, falseHard } = source.metrics;
	if (repairLoad !== null && repairLoad > (falseHard ?? 1 - smallShare))
		return {
			text: `answers are bought twice: repairs run ${percent(repairLoad)} of requests again on strong`,
			short: 'repairs buy answers twice',
		};
	if (falseHard === null)
		return {
			text: `${percent(1 - smallShare)} ride the strong lane, and nobody measured how much of it is easy`,
			short: 'ease was never measured',
		};
	if (falseHard === 0)
		return {
			text: `every request that the small model can do rides it: ${percent(smallShare)} do`,
			short: 'the small lane is full',
		};
	return {
		text: `easy requests ride the strong lane: ${percent(falseHard)} are false-hard${mainSegmentText(source, 'falseHard')}`,
		short: 'easy rides the strong lane',
	};
}

/** Returns the cause of failures and repairs: the small model gets requests that it cannot answer. */
function falseEasyCause(source: CauseSource, smallShare: number): Cause {
	const { falseEasy } = source.metrics;
	if (falseEasy === null)
		return {
			text: `${percent(smallShare)} ride the small lane, and nobody measured how much of it is hard`,
			short: 'difficulty was never measured',
		};
	return {
		text: `hard requests ride the small lane: ${percent(falseEasy)} are false-easy${mainSegmentText(source, 'falseEasy')}`,
		short: 'hard rides the small lane',
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

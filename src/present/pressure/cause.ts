import type { MetricName, Metrics, Scenario, SegmentOutcome } from '../../engine/index.js';
import { percent } from '../format/format.js';

/** What in the baseline's mix makes its pain. */
export interface Cause {
	readonly text: string;
	/** At most 29 columns. */
	readonly short: string;
}

/** The baseline as the cause is read from it. */
export interface CauseSource {
	readonly metrics: Metrics;
	readonly segments: readonly SegmentOutcome[];
	/** For names and shares of the segments. */
	readonly scenario: Scenario;
}

/** The hidden cause of a pain, read off the baseline's own numbers. */
export function causeOf(pain: MetricName, source: CauseSource): Cause {
	const small = source.metrics.smallShare ?? 0;
	if (small === 0) return oneStrongLane(source, isDear(pain));
	if (isDear(pain)) return dearCause(source, small);
	if (pain === 'highRiskSmall')
		return {
			text: `no override holds high-risk requests back: ${share(source.metrics.highRiskSmall)} of them ride the small lane`,
			short: 'high-risk rides small',
		};
	return hardRidesSmall(source, small);
}

const isDear = (pain: MetricName): boolean => pain === 'cost' || pain === 'latencyP95';
const share = (fraction: number | null): string => (fraction === null ? 'not measured' : percent(fraction));

function oneStrongLane({ metrics: { falseHard, resolution } }: CauseSource, dear: boolean): Cause {
	const short = 'everything rides one lane';
	const all = `${short}, the strong one`;
	if (!dear && resolution !== null)
		return { text: `${all}, which is asked only once and fails on ${percent(1 - resolution)}`, short };
	if (falseHard === null) return { text: `${all}, and nobody measured how much of it is easy`, short };
	return { text: `${all}; the small model would be right on ${percent(falseHard)}`, short };
}

/** Spend and waits: the strong model does again, or does, what the small one can. */
function dearCause(source: CauseSource, small: number): Cause {
	const { repairLoad, falseHard } = source.metrics;
	if (repairLoad !== null && repairLoad > (falseHard ?? 1 - small))
		return {
			text: `answers are bought twice: repairs run ${percent(repairLoad)} of requests again on strong`,
			short: 'repairs buy answers twice',
		};
	if (falseHard === null)
		return {
			text: `${percent(1 - small)} ride the strong lane, and nobody measured how much of it is easy`,
			short: 'ease was never measured',
		};
	if (falseHard === 0)
		return {
			text: `every request that the small model can do rides it: ${percent(small)} do`,
			short: 'the small lane is full',
		};
	return {
		text: `easy requests ride the strong lane: ${percent(falseHard)} are false-hard${mostIn(source, 'falseHard')}`,
		short: 'easy rides the strong lane',
	};
}

/** Failures, and the repairs of failures: the small model is asked what it cannot do. */
function hardRidesSmall(source: CauseSource, small: number): Cause {
	const { falseEasy } = source.metrics;
	if (falseEasy === null)
		return {
			text: `${percent(small)} ride the small lane, and nobody measured how much of it is hard`,
			short: 'difficulty was never measured',
		};
	return {
		text: `hard requests ride the small lane: ${percent(falseEasy)} are false-easy${mostIn(source, 'falseEasy')}`,
		short: 'hard rides the small lane',
	};
}

/** The segment that holds the largest part, where there is more than one. */
function mostIn({ segments, scenario }: CauseSource, what: 'falseEasy' | 'falseHard'): string {
	if (segments.length < 2) return '';
	const parts = segments.map((outcome) => {
		const segment = scenario.segments.find(({ id }) => id === outcome.id);
		return { name: segment?.name ?? outcome.id, part: (segment?.share ?? 0) * (outcome[what] ?? 0) };
	});
	const most = parts.reduce((a, b) => (b.part > a.part ? b : a));
	return `, most of them ${most.name}`;
}

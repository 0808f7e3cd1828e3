import { calibrate } from '../../engine/calibration.js';
import { allStrong } from '../../engine/ends.js';
import { evaluate } from '../../engine/index.js';
import type { Scenario, Segment, Tokens } from '../../engine/scenario.js';
import { orNull } from '../../engine/unmeasured.js';
import { NO_REASONING } from './draw.js';

/** What a scenario knows of one segment: the middle around which fresh figures are drawn. null: not measured. */
export interface SegmentFacts {
	readonly segment: Segment;
	/** Of a whole request: all its routed calls together. */
	readonly tokens: Tokens;
	/** q where something is routed small, else what small would get right of everything. */
	readonly smallSuccess: number | null;
	/** Of everything, had it all gone strong. */
	readonly strongSuccess: number | null;
	/** δ, the share of small failures that is noticed. */
	readonly detection: number | null;
}

export function factsOf(scenario: Scenario): readonly SegmentFacts[] {
	const calibration = calibrate(scenario);
	const { segments } = evaluate(scenario, calibration);
	return scenario.segments.map((segment, i) => ({
		segment,
		tokens: requestTokens(scenario, segment),
		smallSuccess: segments[i]?.smallSuccess ?? segment.easyShare,
		strongSuccess: orNull(allStrong(segment)),
		detection: orNull(calibration[i]?.delta ?? Number.NaN),
	}));
}

function requestTokens(scenario: Scenario, segment: Segment): Tokens {
	let [fresh, cached, output] = [0, 0, 0];
	for (const step of segment.steps ?? scenario.steps) {
		if (step.lane !== 'routed') continue;
		const tokens = step.tokens ?? segment.tokens ?? scenario.tokens;
		fresh += step.times * tokens.fresh;
		cached += step.times * tokens.cached;
		output += step.times * tokens.output;
	}
	return { fresh, cached, output, reasoning: NO_REASONING };
}

import { effectiveCheck } from './cost.js';
import type { Board } from './evaluate.js';
import type { Check, Segment } from './scenario.js';
import type { SegmentNumbers } from './segment.js';
import { mix, orNaN } from './unmeasured.js';

/** Counts of labelled answers behind the two rates of a check. NaN: none, or unknown. */
export interface CheckLabels {
	/** Wrong small answers, behind `catches`. */
	readonly wrong: number;
	/** Right small answers, behind `falseAlarms`. */
	readonly right: number;
}

/** Counts of labels behind the rates that segments share. */
export interface Evidence {
	/** Failures of the strong model, behind strong detection. NaN: none, or unknown. */
	readonly strongFailures: number;
	/** Behind the scenario's check. */
	readonly check: CheckLabels;
	/** Behind a segment's own check, by its id. */
	readonly ownChecks: ReadonlyMap<string, CheckLabels>;
}

/** Counts the labels behind the rates that a board's segments share. */
export function evidenceOf({ scenario, numbers }: Board): Evidence {
	const served: ServedSegment[] = scenario.segments.map((segment, i) => ({
		segment,
		split: numbers[i] as SegmentNumbers,
	}));
	const usingSharedCheck = served.filter(({ segment }) => segment.check === null);
	const ownChecks = served.flatMap(({ segment, split }): [string, CheckLabels][] => {
		const check = segment.check === null ? null : effectiveCheck(scenario, segment);
		return check === null ? [] : [[segment.id, countCheckAnswers(check, [{ segment, split }])]];
	});
	return {
		strongFailures: positiveOrNaN(served.reduce((sum, { segment }) => sum + strongFailures(segment), 0)),
		check: scenario.check === null ? NO_ANSWERS : countCheckAnswers(scenario.check, usingSharedCheck),
		ownChecks: new Map(ownChecks),
	};
}

interface ServedSegment {
	readonly segment: Segment;
	readonly split: SegmentNumbers;
}

const NO_ANSWERS: CheckLabels = { wrong: Number.NaN, right: Number.NaN };

const positiveOrNaN = (labels: number): number => (labels > 0 ? labels : Number.NaN);

/** Returns n_S, the number of labels behind the strong model's success. */
export const strongLabels = (segment: Segment): number => orNaN(segment.strongLabels ?? segment.labels);

/** Computes n_S·(1 − E·tₑ − (1 − E)·tₕ); 0 for a segment without labels. */
function strongFailures(segment: Segment): number {
	const right = mix(orNaN(segment.easyShare), orNaN(segment.strongOnEasy), orNaN(segment.strongOnHard));
	const failed = strongLabels(segment) * (1 - right);
	return Number.isNaN(failed) ? 0 : failed;
}

/** Counts the labels behind a check: its own `labels` split by small success, or those of the segments it serves. */
function countCheckAnswers({ labels }: Check, served: readonly ServedSegment[]): CheckLabels {
	let [wrong, right, small, smallRight] = [0, 0, 0, 0];
	for (const { segment, split } of served) {
		const { p, q } = split;
		if (p === 0) continue;
		const wp = segment.share * p;
		small += wp;
		smallRight += wp * q;
		wrong += (segment.labels ?? 0) * (1 - q);
		right += (segment.labels ?? 0) * q;
	}
	if (labels === null) return { wrong: positiveOrNaN(wrong), right: positiveOrNaN(right) };
	const success = smallRight / small;
	return { wrong: positiveOrNaN(labels * (1 - success)), right: positiveOrNaN(labels * success) };
}

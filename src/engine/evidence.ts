import { checkOf } from './cost.js';
import type { Board } from './evaluate.js';
import type { Check, Segment } from './scenario.js';
import type { SegmentNumbers } from './segment.js';
import { mix, orNaN } from './unmeasured.js';

/** Labelled answers behind the two shares of a check. NaN: none, or nobody knows. */
export interface CheckAnswers {
	/** Wrong small answers, behind `catches`. */
	readonly wrong: number;
	/** Right small answers, behind `falseAlarms`. */
	readonly right: number;
}

/** Labelled answers behind the rates that segments share. */
export interface Evidence {
	/** Failures of the strong model, behind strong detection. NaN: none, or nobody knows. */
	readonly strongFailures: number;
	/** Behind the scenario's check. */
	readonly check: CheckAnswers;
	/** Behind a segment's own check, by its id. */
	readonly ownChecks: ReadonlyMap<string, CheckAnswers>;
}

/** What the labels of a board's segments say of the rates that they share. */
export function evidenceOf({ scenario, numbers }: Board): Evidence {
	const served: Served[] = scenario.segments.map((segment, i) => ({ segment, split: numbers[i] as SegmentNumbers }));
	const sharing = served.filter(({ segment }) => segment.check === null);
	const own = served.flatMap(({ segment, split }): [string, CheckAnswers][] => {
		const check = segment.check === null ? null : checkOf(scenario, segment);
		return check === null ? [] : [[segment.id, answersBehind(check, [{ segment, split }])]];
	});
	return {
		strongFailures: some(served.reduce((sum, { segment }) => sum + strongFailures(segment), 0)),
		check: scenario.check === null ? NO_ANSWERS : answersBehind(scenario.check, sharing),
		ownChecks: new Map(own),
	};
}

interface Served {
	readonly segment: Segment;
	readonly split: SegmentNumbers;
}

const NO_ANSWERS: CheckAnswers = { wrong: Number.NaN, right: Number.NaN };

const some = (labels: number): number => (labels > 0 ? labels : Number.NaN);

/** Labels behind the strong model's success, n_S. */
export const strongLabels = (segment: Segment): number => orNaN(segment.strongLabels ?? segment.labels);

/** n_S·(1 − E·tₑ − (1 − E)·tₕ); a segment without labels adds nothing. */
function strongFailures(segment: Segment): number {
	const right = mix(orNaN(segment.easyShare), orNaN(segment.strongOnEasy), orNaN(segment.strongOnHard));
	const failed = strongLabels(segment) * (1 - right);
	return Number.isNaN(failed) ? 0 : failed;
}

/** The labels of the small answers that a check reads, or as many as it says, in their mix. */
function answersBehind({ labels }: Check, served: readonly Served[]): CheckAnswers {
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
	if (labels === null) return { wrong: some(wrong), right: some(right) };
	const success = smallRight / small;
	return { wrong: some(labels * (1 - success)), right: some(labels * success) };
}

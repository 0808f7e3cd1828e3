import { type Result, refuse } from '../engine/inputs/index.js';
import type { Segment } from '../engine/scenario.js';
import { type Sheet, withScenario } from './sheet.js';

/**
 * Sets one segment's share of the traffic; the others keep their proportions and take the rest, so that all of them
 * sum to 1 whatever is typed first.
 */
export function withShare(sheet: Sheet, id: string, share: number): Result<Sheet> {
	const { segments } = sheet.scenario;
	if (segments.length === 1 && share !== 1)
		return refuse('the only slice has all of the traffic', 'Add another slice first.');
	return withSegments(sheet, sharing(segments, id, share));
}

function sharing(segments: readonly Segment[], id: string, share: number): readonly Segment[] {
	const others = segments.filter((segment) => segment.id !== id);
	const now = others.reduce((sum, segment) => sum + segment.share, 0);
	const left = 1 - share;
	return exact(
		segments.map((segment) => {
			if (segment.id === id) return { ...segment, share };
			return { ...segment, share: tidy(now > 0 ? (segment.share / now) * left : left / others.length) };
		}),
		id,
	);
}

/** Rounding must not leave a sum beside 1: the largest of the other slices takes what is left over. */
function exact(segments: readonly Segment[], id: string): readonly Segment[] {
	const largest = segments.reduce<Segment | null>(
		(most, segment) => (segment.id !== id && (most === null || segment.share > most.share) ? segment : most),
		null,
	);
	if (!largest) return segments;
	const rest = segments.reduce((sum, segment) => (segment === largest ? sum : sum + segment.share), 0);
	return segments.map((segment) =>
		segment === largest ? { ...segment, share: Math.max(0, Number((1 - rest).toPrecision(12))) } : segment,
	);
}

const tidy = (share: number): number => Math.round(share * 10_000) / 10_000;

/** A slice like another one, which gives it half of its traffic. */
export function withSliceLike(sheet: Sheet, id: string): Result<Sheet> {
	const { segments } = sheet.scenario;
	const like = segments.find((segment) => segment.id === id);
	if (!like) return refuse('there is no slice to copy', 'Choose one first.');
	if (segments.length >= MOST_SLICES) return refuse(`${MOST_SLICES} slices are enough`, 'Merge some first.');
	const number = segments.length + 1;
	const free = freeId(
		segments.map((segment) => segment.id),
		`slice-${number}`,
	);
	const half = tidy(like.share / 2);
	const added = segments.flatMap((segment): readonly Segment[] =>
		segment === like
			? [
					{ ...segment, share: Number((like.share - half).toPrecision(12)) },
					{ ...segment, id: free, name: `New slice ${number}`, share: half },
				]
			: [segment],
	);
	return withSegments(sheet, added);
}

const MOST_SLICES = 24;

/** Removes a slice with the guardrails that watch only it; the others share its traffic. */
export function withoutSlice(sheet: Sheet, id: string): Result<Sheet> {
	const { segments, guardrails } = sheet.scenario;
	if (segments.length <= 1) return refuse('a feature has one slice at least', 'Rename it instead.');
	const left = segments.filter((segment) => segment.id !== id);
	const [first] = left;
	if (!first || left.length === segments.length) return refuse('there is no such slice', 'Choose one first.');
	const sum = left.reduce((total, segment) => total + segment.share, 0);
	const scaled = sum > 0 ? first.share / sum : 1 / left.length;
	const { trigger } = sheet.worksheet;
	const kept: Sheet = {
		...sheet,
		scenario: { ...sheet.scenario, guardrails: guardrails.filter(({ segment }) => segment !== id) },
		worksheet: { ...sheet.worksheet, trigger: trigger?.segment === id ? null : trigger },
	};
	return withSegments(kept, sharing(left, first.id, tidy(scaled)));
}

const withSegments = (sheet: Sheet, segments: readonly Segment[]): Result<Sheet> =>
	withScenario(sheet, { ...sheet.scenario, segments, states: [...sheet.scenario.states] });

/** An id that none of the others has. */
export function freeId(taken: readonly string[], wanted: string): string {
	for (let number = 1; ; number++) {
		const id = number === 1 ? wanted : `${wanted}-${number}`;
		if (!taken.includes(id)) return id;
	}
}

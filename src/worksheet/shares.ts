import { type Result, refuse } from '../engine/inputs/index.js';
import type { Segment } from '../engine/scenario.js';
import { assumed, withoutAssumption } from './assumption.js';
import { type Sheet, withScenario } from './sheet.js';

/**
 * Sets one segment's share of the traffic. The slices below it share what is left, in their proportions, so that a
 * table that is filled in from the top keeps what was typed; where there is nothing left for them, or nothing below,
 * all others give way.
 */
export function withShare(sheet: Sheet, id: string, share: number): Result<Sheet> {
	const { segments } = sheet.scenario;
	if (segments.length === 1 && share !== 1)
		return refuse('the only slice has all of the traffic', 'Add another slice first.');
	return withSegments(sheet, sharing(segments, id, share));
}

function sharing(segments: readonly Segment[], id: string, share: number): readonly Segment[] {
	const at = segments.findIndex((segment) => segment.id === id);
	const above = sumOf(segments.slice(0, at));
	const fromTop = at < segments.length - 1 && above + share <= 1;
	const [fixed, giving] = fromTop
		? [above, segments.slice(at + 1)]
		: [0, segments.filter((segment) => segment.id !== id)];
	const now = sumOf(giving);
	const left = Math.max(0, 1 - fixed - share);
	return exact(
		segments.map((segment) => {
			if (segment.id === id) return { ...segment, share };
			if (!giving.includes(segment)) return segment;
			return { ...segment, share: tidy(now > 0 ? (segment.share / now) * left : left / giving.length) };
		}),
		giving.map((segment) => segment.id),
	);
}

const sumOf = (segments: readonly Segment[]): number => segments.reduce((sum, segment) => sum + segment.share, 0);

/** Rounding must not leave a sum beside 1: the largest of those that gave way takes what is left over. */
function exact(segments: readonly Segment[], giving: readonly string[]): readonly Segment[] {
	const largest = segments.reduce<Segment | null>(
		(most, segment) => (giving.includes(segment.id) && (most === null || segment.share > most.share) ? segment : most),
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
	const ids = segments.map((segment) => segment.id);
	const names = segments.map((segment) => segment.name);
	let number = segments.length + 1;
	while (ids.includes(`slice-${number}`) || names.includes(`New slice ${number}`)) number++;
	const free = `slice-${number}`;
	const half = tidy(like.share / 2);
	const added = segments.flatMap((segment): readonly Segment[] =>
		segment === like
			? [
					{ ...segment, share: Number((like.share - half).toPrecision(12)) },
					// Its evidence is that of the other: nobody labelled these.
					{ ...segment, id: free, name: `New slice ${number}`, share: half, labels: null },
				]
			: [segment],
	);
	return withSegments(sheet, added);
}

const MOST_SLICES = 24;

/** Removes a slice with the guardrails that watch only it, and an assumption about it; the others share its traffic. */
export function withoutSlice(sheet: Sheet, id: string): Result<Sheet> {
	const { segments, guardrails } = sheet.scenario;
	if (segments.length <= 1) return refuse('a feature has one slice at least', 'Rename it instead.');
	const left = segments.filter((segment) => segment.id !== id);
	if (left.length === segments.length) return refuse('there is no such slice', 'Choose one first.');
	const sum = sumOf(left);
	const scaled = left.map((segment) => ({ ...segment, share: tidy(sum > 0 ? segment.share / sum : 1 / left.length) }));
	const { trigger } = sheet.worksheet;
	// The assumption may be about it.
	const free = assumed(sheet)?.path.startsWith(`segments.${id}.`) ? withoutAssumption(sheet) : sheet;
	const kept: Sheet = {
		...free,
		scenario: { ...free.scenario, guardrails: guardrails.filter(({ segment }) => segment !== id) },
		worksheet: { ...sheet.worksheet, trigger: trigger?.segment === id ? null : trigger },
	};
	return withSegments(
		kept,
		exact(
			scaled,
			left.map((segment) => segment.id),
		),
	);
}

const withSegments = (sheet: Sheet, segments: readonly Segment[]): Result<Sheet> =>
	withScenario(sheet, { ...sheet.scenario, segments });

/** An id that none of the others has. */
export function freeId(taken: readonly string[], wanted: string): string {
	for (let number = 1; ; number++) {
		const id = number === 1 ? wanted : `${wanted}-${number}`;
		if (!taken.includes(id)) return id;
	}
}

import { type Result, refuse } from '../engine/inputs/index.js';
import type { Segment } from '../engine/scenario.js';
import { assumedInput, withoutAssumption } from './assumption.js';
import { type Sheet, withScenario } from './sheet.js';

/**
 * Sets one slice's share of the traffic. The slices below it divide the rest in proportion, so that a table filled in
 * from the top keeps what was typed. If nothing is left for them, or there are none below, all others are scaled.
 */
export function withShare(sheet: Sheet, id: string, share: number): Result<Sheet> {
	const { segments } = sheet.scenario;
	if (segments.length === 1 && share !== 1)
		return refuse('the only segment has all of the traffic', 'Add another segment first.');
	return withSegments(sheet, withShareSet(segments, id, share));
}

function withShareSet(segments: readonly Segment[], id: string, share: number): readonly Segment[] {
	const index = segments.findIndex((segment) => segment.id === id);
	const above = sumOf(segments.slice(0, index));
	const fromTop = index < segments.length - 1 && above + share <= 1;
	const [fixed, adjusted] = fromTop
		? [above, segments.slice(index + 1)]
		: [0, segments.filter((segment) => segment.id !== id)];
	const now = sumOf(adjusted);
	const rest = Math.max(0, 1 - fixed - share);
	return absorbRounding(
		segments.map((segment) => {
			if (segment.id === id) return { ...segment, share };
			if (!adjusted.includes(segment)) return segment;
			return { ...segment, share: roundShare(now > 0 ? (segment.share / now) * rest : rest / adjusted.length) };
		}),
		adjusted.map((segment) => segment.id),
	);
}

const sumOf = (segments: readonly Segment[]): number => segments.reduce((sum, segment) => sum + segment.share, 0);

/** Adds the rounding error to the largest adjusted slice, so that the shares sum to 1. */
function absorbRounding(segments: readonly Segment[], adjusted: readonly string[]): readonly Segment[] {
	const largest = segments.reduce<Segment | null>(
		(candidate, segment) =>
			adjusted.includes(segment.id) && (candidate === null || segment.share > candidate.share) ? segment : candidate,
		null,
	);
	if (!largest) return segments;
	const rest = segments.reduce((sum, segment) => (segment === largest ? sum : sum + segment.share), 0);
	return segments.map((segment) =>
		segment === largest ? { ...segment, share: Math.max(0, Number((1 - rest).toPrecision(12))) } : segment,
	);
}

const roundShare = (share: number): number => Math.round(share * 10_000) / 10_000;

/** Adds a copy of a slice, which gives half of its traffic to the copy. */
export function withCopiedSlice(sheet: Sheet, id: string): Result<Sheet> {
	const { segments } = sheet.scenario;
	const original = segments.find((segment) => segment.id === id);
	if (!original) return refuse('there is no segment to copy', 'Choose one first.');
	if (segments.length >= MAX_SLICES)
		return refuse(`a worksheet has at most ${MAX_SLICES} segments`, 'Remove one first.');
	const ids = segments.map((segment) => segment.id);
	const names = segments.map((segment) => segment.name);
	let number = segments.length + 1;
	while (ids.includes(`slice-${number}`) || names.includes(`New segment ${number}`)) number++;
	const newId = `slice-${number}`;
	const half = roundShare(original.share / 2);
	const added = segments.flatMap((segment): readonly Segment[] =>
		segment === original
			? [
					{ ...segment, share: Number((original.share - half).toPrecision(12)) },
					// The copied slice has no labels of its own.
					{ ...segment, id: newId, name: `New segment ${number}`, share: half, labels: null },
				]
			: [segment],
	);
	return withSegments(sheet, added);
}

const MAX_SLICES = 24;

/** Removes a slice, its guardrails and an assumption about it; the others share its traffic. */
export function withoutSlice(sheet: Sheet, id: string): Result<Sheet> {
	const { segments, guardrails } = sheet.scenario;
	if (segments.length <= 1) return refuse('a worksheet needs at least one segment', 'Rename it instead.');
	const rest = segments.filter((segment) => segment.id !== id);
	if (rest.length === segments.length) return refuse('there is no such segment', 'Choose one first.');
	const sum = sumOf(rest);
	const scaled = rest.map((segment) => ({
		...segment,
		share: roundShare(sum > 0 ? segment.share / sum : 1 / rest.length),
	}));
	const { trigger } = sheet.worksheet;
	// An assumption about the slice goes with it.
	const withoutIt = assumedInput(sheet)?.path.startsWith(`segments.${id}.`) ? withoutAssumption(sheet) : sheet;
	const cleaned: Sheet = {
		...withoutIt,
		scenario: { ...withoutIt.scenario, guardrails: guardrails.filter(({ segment }) => segment !== id) },
		worksheet: { ...sheet.worksheet, trigger: trigger?.segment === id ? null : trigger },
	};
	return withSegments(
		cleaned,
		absorbRounding(
			scaled,
			rest.map((segment) => segment.id),
		),
	);
}

const withSegments = (sheet: Sheet, segments: readonly Segment[]): Result<Sheet> =>
	withScenario(sheet, { ...sheet.scenario, segments });

/** Returns `wanted`, or `wanted-2`, `-3`, … if it is taken. */
export function uniqueId(taken: readonly string[], wanted: string): string {
	for (let number = 1; ; number++) {
		const id = number === 1 ? wanted : `${wanted}-${number}`;
		if (!taken.includes(id)) return id;
	}
}

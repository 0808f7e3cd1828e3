import { type Check, effectiveCheck, ownBaseline, type Scenario, type Segment } from '../../engine/index.js';
import { formatInputValue, inputAt, inputPaths, inputValue } from '../../engine/inputs/index.js';
import type { LabInput } from '../board/lab-input.js';
import { dollars, NOT_APPLICABLE, number, percent } from '../format/format.js';

/** A change between the baseline and the current state. */
export interface Change {
	readonly label: string;
	/** Label for a narrow drawing, at most 11 columns. */
	readonly short: string;
	/** Values on both sides; both are empty if the note has them. */
	readonly from: string;
	readonly to: string;
	/** Where the change was made, and further details. */
	readonly note: string;
	/** The note in as few columns as possible. */
	readonly shortNote: string;
}

const TOLERANCE = 1e-9;
const differ = (a: number, b: number): boolean => Math.abs(a - b) > TOLERANCE;

/** Returns the changes between the baseline and the state in words, the mix first. */
export function listChanges(input: LabInput): readonly Change[] {
	const before = input.baseline ?? ownBaseline(input.scenario);
	return [
		...mixChanges(input),
		...overrideChanges(input),
		...checkChanges(before.check, input.scenario.check, null),
		...input.scenario.segments.flatMap((segment, i) => segmentCheckChanges(before, input.scenario, segment, i)),
		...repairChanges(input),
		...boardChanges(before, input.scenario),
		...(input.baseline || input.scenario.baseline ? otherChanges(before, input.scenario) : []),
	];
}

const segmentNoun = (count: number): string => (count === 1 ? 'segment' : 'segments');
const nameOf = ({ segments }: Scenario, id: string): string => segments.find((s) => s.id === id)?.name ?? id;
const shareText = (fraction: number | null): string => (fraction === null ? '?' : percent(fraction));

/** Compares the share routed small in force, which includes overrides and the threshold. */
function mixChanges({ scenario, outcome }: LabInput): Change[] {
	const moved = outcome.segments.flatMap(({ id, routedSmall: to }) => {
		const from = outcome.reference.segments.find((s) => s.id === id)?.routedSmall ?? to;
		return differ(from, to) ? [{ id, from, to }] : [];
	});
	const [first] = moved;
	if (!first) return [];
	const total = outcome.segments.length;
	const up = moved.filter(({ from, to }) => to > from).length;
	const down = moved.length - up;
	const directions = [...(up > 0 ? [`up in ${up}`] : []), ...(down > 0 ? [`down in ${down}`] : [])].join(', ');
	const isSingle = moved.length === 1 && total > 1;
	return [
		{
			label: 'routed small',
			short: 'small',
			from: shareText(outcome.reference.metrics.smallShare),
			to: shareText(outcome.metrics.smallShare),
			note: isSingle
				? `${nameOf(scenario, first.id)} ${percent(first.from)} → ${percent(first.to)}`
				: `${directions} of ${total} ${segmentNoun(total)}`,
			shortNote: `${moved.length} of ${total}`,
		},
	];
}

/** Compares the overrides. Against all strong each one is listed: it keeps a segment out of the change. */
function overrideChanges({ scenario, baseline }: LabInput): Change[] {
	const on = (segments: readonly Segment[]): readonly Segment[] => segments.filter((s) => s.override !== null);
	const before = baseline ? on(baseline.segments) : scenario.baseline ? on(ownBaseline(scenario).segments) : [];
	const now = on(scenario.segments);
	const missing = (from: readonly Segment[], others: readonly Segment[]): readonly Segment[] =>
		from.filter(({ id }) => !others.some((other) => other.id === id));
	const added = missing(now, before);
	const removed = missing(before, now);
	if (added.length + removed.length === 0) return [];
	const total = scenario.segments.length;
	const names = (segments: readonly Segment[]): string =>
		segments.length <= 2
			? segments.map(({ name }) => name).join(', ')
			: `${segments.length} of ${total} ${segmentNoun(total)}`;
	const notes = [
		...(added.length > 0 ? [`kept strong: ${names(added)}`] : []),
		...(removed.length > 0 ? [`no longer: ${names(removed)}`] : []),
	];
	return [
		{
			label: 'overrides',
			short: 'overrides',
			from: number(before.length),
			to: number(now.length),
			note: notes.join('; '),
			shortNote: `${added.length + removed.length} of ${total}`,
		},
	];
}

/** Compares the repair rates in force, whether entered or derived from a check. */
function repairChanges({ outcome }: LabInput): Change[] {
	const moved = outcome.segments.filter(({ id, repairRate: to }) => {
		const from = outcome.reference.segments.find((s) => s.id === id)?.repairRate ?? 0;
		// If nothing is routed small now, the mix has changed, not the repairs.
		return to !== null && differ(from, to);
	});
	if (moved.length === 0) return [];
	const total = outcome.segments.length;
	return [
		{
			label: 'repair rate',
			short: 'repair rate',
			from:
				outcome.reference.metrics.smallShare === 0 ? NOT_APPLICABLE : shareText(outcome.reference.metrics.repairRate),
			to: shareText(outcome.metrics.repairRate),
			note: `in ${moved.length} of ${total} ${segmentNoun(total)}`,
			shortNote: `${moved.length} of ${total}`,
		},
	];
}

/** Compares the inputs of the whole board. */
function boardChanges(before: Scenario, now: Scenario): Change[] {
	const changeOf = (
		label: string,
		from: number,
		to: number,
		show: (value: number) => string,
		note: string,
	): Change[] =>
		differ(from, to) ? [{ label, short: label, from: show(from), to: show(to), note, shortNote: '' }] : [];
	return [
		...changeOf('router', before.routerCost, now.routerCost, dollars, 'a request, for the classifier in front'),
		...changeOf(
			'router, ms',
			before.routerLatency,
			now.routerLatency,
			number,
			'a request, for the classifier in front',
		),
		...changeOf(
			'threshold',
			effectiveThreshold(before),
			now.threshold,
			(threshold) => number(threshold, 2),
			'the threshold of every segment',
		),
	];
}

// Without small-routed requests the threshold has no effect.
const effectiveThreshold = ({ segments, threshold }: Scenario): number =>
	segments.every(({ routedSmall }) => routedSmall === 0) ? 0 : threshold;

/** Compares the check of a segment that has its own on either side. */
function segmentCheckChanges(before: Scenario, now: Scenario, segment: Segment, i: number): Change[] {
	const was = before.segments[i];
	if (!was || (was.check === null && segment.check === null)) return [];
	return checkChanges(effectiveCheck(before, was), effectiveCheck(now, segment), segment.name);
}

function checkChanges(before: Check | null, now: Check | null, segment: string | null): Change[] {
	if ((before === null) === (now === null)) return [];
	const { catches = null, falseAlarms = null } = now ?? {};
	const rates = `catches ${shareText(catches)}, false alarms ${shareText(falseAlarms)}`;
	return [
		{
			label: 'check',
			short: 'check',
			from: before ? 'on' : 'off',
			to: now ? 'on' : 'off',
			note: `${segment === null ? '' : `${segment}: `}${now ? rates : 'no small answer is checked'}`,
			shortNote: '',
		},
	];
}

/** Inputs that are compared above, or that have no influence on the pressures. */
const EXCLUDED =
	/^(rows|guardrails)\.|^(check|routerCost|routerLatency|threshold|volumePerWeek|workers)$|\.(routedSmall|override|repairRate|labels)$/;

/** Returns whether a segment inherits an input from the board, where the change is listed already. */
const isInherited = ({ segments }: Scenario, path: string): boolean =>
	/^segments\.[^.]+\.check(\.|$)/.test(path) &&
	segments.some(({ id, check }) => check === null && path.startsWith(`segments.${id}.`));

/** Compares all other inputs, with one change for each kind of input. */
function otherChanges(before: Scenario, now: Scenario): Change[] {
	const moved = inputPaths(now).flatMap((path) => {
		if (
			isInherited(now, path) ||
			EXCLUDED.test(path) ||
			(path.startsWith('check.') && (before.check === null || now.check === null))
		)
			return [];
		const input = inputAt(now, path);
		const was = inputAt(before, path);
		if (!input || !was) return [];
		const [from, to] = [inputValue(before, was), inputValue(now, input)];
		if (from === to) return [];
		return [
			{ input, text: `${formatInputValue(input, toInputValue(from))} → ${formatInputValue(input, toInputValue(to))}` },
		];
	});
	const labels = [...new Set(moved.map(({ input }) => input.label))];
	return labels.map((label): Change => {
		const all = moved.filter(({ input }) => input.label === label);
		const where = `${label} in ${all.length} segments`;
		const note = all.length === 1 ? `${label} ${all[0]?.text ?? ''}` : where;
		return { label: '', short: '', from: '', to: '', note, shortNote: all.length === 1 ? label : where };
	});
}

const toInputValue = (value: unknown): number | string | null =>
	typeof value === 'number' || typeof value === 'string' ? value : null;

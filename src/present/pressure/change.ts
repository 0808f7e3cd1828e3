import { type Check, checkOf, ownBaseline, type Scenario, type Segment } from '../../engine/index.js';
import { inputAt, inputPaths, inputValue, showValue } from '../../engine/inputs/index.js';
import type { LabInput } from '../board/lab-input.js';
import { money, NOTHING, number, percent } from '../format/format.js';

/** One change that was made between the baseline and the state. */
export interface Change {
	readonly label: string;
	/** The label in a narrow drawing, at most 11 columns. */
	readonly short: string;
	/** Both empty where the note says it all. */
	readonly from: string;
	readonly to: string;
	/** Where the change was made, and what it says besides. */
	readonly note: string;
	/** The same in as few columns as it takes. */
	readonly brief: string;
}

const SAME = 1e-9;
const differ = (a: number, b: number): boolean => Math.abs(a - b) > SAME;

/** What was changed, in words, from the inputs that differ between the baseline and the state: the mix first. */
export function changesMade(input: LabInput): readonly Change[] {
	const before = input.baseline ?? ownBaseline(input.scenario);
	return [
		...mix(input),
		...overrides(input),
		...checkSwitch(before.check, input.scenario.check, null),
		...input.scenario.segments.flatMap((segment, i) => ownCheck(before, input.scenario, segment, i)),
		...repairs(input),
		...besides(before, input.scenario),
		...(input.baseline || input.scenario.baseline ? otherInputs(before, input.scenario) : []),
	];
}

const plural = (count: number): string => (count === 1 ? 'segment' : 'segments');
const nameOf = ({ segments }: Scenario, id: string): string => segments.find((s) => s.id === id)?.name ?? id;
const whole = (fraction: number | null): string => (fraction === null ? '?' : percent(fraction));

/** The share routed small as it works out, so that overrides and the dial count too. */
function mix({ scenario, outcome }: LabInput): Change[] {
	const moved = outcome.segments.flatMap(({ id, routedSmall: to }) => {
		const from = outcome.compared.segments.find((s) => s.id === id)?.routedSmall ?? to;
		return differ(from, to) ? [{ id, from, to }] : [];
	});
	const [first] = moved;
	if (!first) return [];
	const total = outcome.segments.length;
	const up = moved.filter(({ from, to }) => to > from).length;
	const down = moved.length - up;
	const ways = [...(up > 0 ? [`up in ${up}`] : []), ...(down > 0 ? [`down in ${down}`] : [])].join(', ');
	const alone = moved.length === 1 && total > 1;
	return [
		{
			label: 'routed small',
			short: 'small',
			from: whole(outcome.compared.metrics.smallShare),
			to: whole(outcome.metrics.smallShare),
			note: alone
				? `${nameOf(scenario, first.id)} ${percent(first.from)} → ${percent(first.to)}`
				: `${ways} of ${total} ${plural(total)}`,
			brief: `${moved.length} of ${total}`,
		},
	];
}

/** Overrides that came or went. Against all strong they are part of the change: they are what was left out of it. */
function overrides({ scenario, baseline }: LabInput): Change[] {
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
			: `${segments.length} of ${total} ${plural(total)}`;
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
			brief: `${added.length + removed.length} of ${total}`,
		},
	];
}

/** Repairs as they work out, whether entered or derived by a check. */
function repairs({ outcome }: LabInput): Change[] {
	const moved = outcome.segments.filter(({ id, repairRate: to }) => {
		const from = outcome.compared.segments.find((s) => s.id === id)?.repairRate ?? 0;
		// Nothing routed small now is a change of the mix, not of the repairs.
		return to !== null && differ(from, to);
	});
	if (moved.length === 0) return [];
	const total = outcome.segments.length;
	return [
		{
			label: 'repair rate',
			short: 'repair rate',
			from: outcome.compared.metrics.smallShare === 0 ? NOTHING : whole(outcome.compared.metrics.repairRate),
			to: whole(outcome.metrics.repairRate),
			note: `in ${moved.length} of ${total} ${plural(total)}`,
			brief: `${moved.length} of ${total}`,
		},
	];
}

/** What is set for the whole board. */
function besides(before: Scenario, now: Scenario): Change[] {
	const moved = (label: string, from: number, to: number, show: (value: number) => string, note: string): Change[] =>
		differ(from, to) ? [{ label, short: label, from: show(from), to: show(to), note, brief: '' }] : [];
	return [
		...moved('router, USD', before.routerCost, now.routerCost, money, 'a request, for the classifier in front'),
		...moved('router, ms', before.routerLatency, now.routerLatency, number, 'a request, for the classifier in front'),
		...moved('dial', dialOf(before), now.threshold, (dial) => number(dial, 2), 'the threshold of every segment'),
	];
}

// Where nothing is routed small the dial has nothing to turn.
const dialOf = ({ segments, threshold }: Scenario): number =>
	segments.every(({ routedSmall }) => routedSmall === 0) ? 0 : threshold;

/** A segment's own check, where it differs from the board's on one of the sides. */
function ownCheck(before: Scenario, now: Scenario, segment: Segment, i: number): Change[] {
	const was = before.segments[i];
	if (!was || (was.check === null && segment.check === null)) return [];
	return checkSwitch(checkOf(before, was), checkOf(now, segment), segment.name);
}

function checkSwitch(before: Check | null, now: Check | null, segment: string | null): Change[] {
	if ((before === null) === (now === null)) return [];
	const { catches = null, falseAlarms = null } = now ?? {};
	const rates = `catches ${whole(catches)}, false alarms ${whole(falseAlarms)}`;
	return [
		{
			label: 'check',
			short: 'check',
			from: before ? 'on' : 'off',
			to: now ? 'on' : 'off',
			note: `${segment === null ? '' : `${segment}: `}${now ? rates : 'no small answer is checked'}`,
			brief: '',
		},
	];
}

/** Said above, or without a part in the pressures. */
const ELSEWHERE =
	/^(rows|guardrails)\.|^(check|routerCost|routerLatency|threshold|volumePerWeek|workers)$|\.(routedSmall|override|repairRate|labels)$/;

/** What a segment has from the board is said of the board. */
const isInherited = ({ segments }: Scenario, path: string): boolean =>
	/^segments\.[^.]+\.check(\.|$)/.test(path) &&
	segments.some(({ id, check }) => check === null && path.startsWith(`segments.${id}.`));

/** Everything else that the numbers rest on, one entry for each kind of input. */
function otherInputs(before: Scenario, now: Scenario): Change[] {
	const moved = inputPaths(now).flatMap((path) => {
		if (
			isInherited(now, path) ||
			ELSEWHERE.test(path) ||
			(path.startsWith('check.') && (before.check === null || now.check === null))
		)
			return [];
		const input = inputAt(now, path);
		const was = inputAt(before, path);
		if (!input || !was) return [];
		const [from, to] = [inputValue(before, was), inputValue(now, input)];
		if (from === to) return [];
		return [{ input, text: `${showValue(input, text(from))} → ${showValue(input, text(to))}` }];
	});
	const labels = [...new Set(moved.map(({ input }) => input.label))];
	return labels.map((label) => {
		const all = moved.filter(({ input }) => input.label === label);
		const where = `${label} in ${all.length} segments`;
		const note = all.length === 1 ? `${label} ${all[0]?.text ?? ''}` : where;
		return { label: '', short: '', from: '', to: '', note, brief: all.length === 1 ? label : where };
	});
}

const text = (value: unknown): number | string | null =>
	typeof value === 'number' || typeof value === 'string' ? value : null;

import { calibrate, evaluate } from '../engine/index.js';
import { type Result, refuse } from '../engine/inputs/index.js';
import type { Scenario, Segment } from '../engine/scenario.js';
import { segmentWrittenOut } from './from-template.js';
import { type Sheet, withEdits } from './sheet.js';

/**
 * What a team can read off its own logs, and what the model computes with instead.
 *
 * `smallRight` is q, the small model's success on what is routed to it; it fixes E, the easy share, at the mix and
 * the router's skill that stand beside it. `noticed` is δ·(1−q), the share of small-routed requests whose failure
 * somebody noticed; it fixes δ.
 */
export type MeasuredField = 'smallRight' | 'noticed';

/** Its value now; null: not measured, or nothing is routed small. */
export function measuredValue({ scenario }: Sheet, id: string, field: MeasuredField): number | null {
	const at = scenario.segments.findIndex((segment) => segment.id === id);
	const right = smallRight(scenario, id);
	if (right === null) return null;
	if (field === 'smallRight') return shown(right);
	const delta = calibrate(scenario)[at]?.delta ?? Number.NaN;
	return Number.isNaN(delta) ? null : shown(delta * (1 - right));
}

/** q of a slice, as the model has it. */
function smallRight(scenario: Scenario, id: string): number | null {
	return evaluate(scenario).segments.find((segment) => segment.id === id)?.smallSuccess ?? null;
}

/** What was entered comes back as it was entered: what a bisection leaves is rounded away. */
const shown = (share: number): number => Number(share.toFixed(5));
/** As a file has it: two digits more, so that what is shown does not depend on them. */
const tidy = (share: number): number => Number(share.toFixed(7));

/** Enters what was measured. */
export function withMeasured(sheet: Sheet, id: string, field: MeasuredField, value: number): Result<Sheet> {
	const segment = sheet.scenario.segments.find((one) => one.id === id);
	if (!segment) return refuse(`there is no slice ${id}`, 'Choose one of the table.');
	if (segment.override === 'strong' || segment.routedSmall === 0)
		return refuse('nothing of this slice is routed small', 'Say first how much is.');
	// What was observed fixes the router's skill: a figure of its own would contradict it.
	const free = withoutObserved(sheet, id);
	return field === 'smallRight' ? rightOn(free, segment, value) : noticedOf(free, segment, value);
}

/** The same figures with the router's skill and the detection written out, where the easy share is known. */
function withoutObserved(sheet: Sheet, id: string): Sheet {
	const found = calibrate(sheet.scenario);
	const segments = sheet.scenario.segments.map((segment, i) =>
		segment.id === id && segment.observed !== null ? segmentWrittenOut(segment, found[i]) : segment,
	);
	return { ...sheet, scenario: { ...sheet.scenario, segments } };
}

function noticedOf(sheet: Sheet, { id }: Segment, value: number): Result<Sheet> {
	const right = smallRight(sheet.scenario, id);
	if (right === null) return refuse('how often small is right comes first', 'Enter “right” before it.');
	const wrong = 1 - right;
	if (value > wrong + 2e-5)
		return refuse(
			`no more failures can be noticed than there are: ${percent(wrong)}`,
			`Allowed: 0% to ${percent(wrong)}, or enter “right” first.`,
		);
	return withEdits(sheet, [
		{ path: `segments.${id}.detection`, value: wrong === 0 ? 1 : tidy(Math.min(1, value / wrong)) },
	]);
}

/** Steps of a bisection: 2⁻⁵⁰ of the range is left. */
const STEPS = 50;

function rightOn(sheet: Sheet, segment: Segment, value: number): Result<Sheet> {
	const { id } = segment;
	// What was observed stands for itself where nobody measured how many requests are easy.
	if (segment.easyShare === null) return withEdits(sheet, [{ path: `segments.${id}.observed.smallSuccess`, value }]);
	const withEasy = (easyShare: number): Result<Sheet> =>
		withEdits(sheet, [{ path: `segments.${id}.easyShare`, value: easyShare }]);
	if (value === 0 || value === 1 || segment.routedSmall === 1) return withEasy(value);
	const found = (easyShare: number): number => {
		const tried = withEasy(easyShare);
		return (tried.ok ? smallRight(tried.value.scenario, id) : null) ?? 0;
	};
	let [low, high] = [0, 1];
	for (let step = 0; step < STEPS; step++) {
		const middle = (low + high) / 2;
		if (found(middle) < value) low = middle;
		else high = middle;
	}
	const entered = withEasy(tidy((low + high) / 2));
	const reached = entered.ok ? smallRight(entered.value.scenario, id) : null;
	if (entered.ok && (reached === null || Math.abs(reached - value) > 1e-5))
		return refuse(`“right” cannot be ${percent(value)} at this mix`, 'Change the easy share below, or the mix.');
	return entered;
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

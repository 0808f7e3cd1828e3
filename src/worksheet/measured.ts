import { evaluate } from '../engine/index.js';
import { type Result, refuse } from '../engine/inputs/index.js';
import type { Segment } from '../engine/scenario.js';
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
	const segment = scenario.segments[at];
	const right = evaluate(scenario).segments[at]?.smallSuccess ?? null;
	if (field === 'smallRight' || right === null) return right === null ? null : tidy(right);
	const detection = segment?.detection ?? null;
	return detection === null ? null : tidy(detection * (1 - right));
}

/** What was entered comes back as it was entered: what a bisection leaves is rounded away. */
const tidy = (share: number): number => Number(share.toFixed(9));

/** Enters what was measured. */
export function withMeasured(sheet: Sheet, id: string, field: MeasuredField, value: number): Result<Sheet> {
	const segment = sheet.scenario.segments.find((one) => one.id === id);
	if (!segment) return refuse(`there is no slice ${id}`, 'Choose one of the table.');
	if (segment.override === 'strong' || segment.routedSmall === 0)
		return refuse('nothing of this slice is routed small', 'Say first how much is.');
	return field === 'smallRight' ? rightOn(sheet, segment, value) : noticedOf(sheet, segment, value);
}

function noticedOf(sheet: Sheet, { id }: Segment, value: number): Result<Sheet> {
	const right = measuredValue(sheet, id, 'smallRight');
	if (right === null) return refuse('how often small is right comes first', 'Enter “right” before it.');
	const wrong = 1 - right;
	if (value > wrong + 1e-12)
		return refuse(
			`no more failures can be noticed than there are: ${percent(wrong)}`,
			`Allowed: 0% to ${percent(wrong)}, or enter “right” first.`,
		);
	return withEdits(sheet, [{ path: `segments.${id}.detection`, value: wrong === 0 ? 1 : Math.min(1, value / wrong) }]);
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
		return (tried.ok ? measuredValue(tried.value, id, 'smallRight') : null) ?? 0;
	};
	let [low, high] = [0, 1];
	for (let step = 0; step < STEPS; step++) {
		const middle = (low + high) / 2;
		if (found(middle) < value) low = middle;
		else high = middle;
	}
	return withEasy(Number(((low + high) / 2).toPrecision(12)));
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

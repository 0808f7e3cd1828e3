import { calibrate, evaluate } from '../engine/index.js';
import { type Result, refuse } from '../engine/inputs/index.js';
import type { Scenario, Segment } from '../engine/scenario.js';
import { calibratedSegment } from './from-template.js';
import { type Sheet, withEdits } from './sheet.js';

/**
 * Figures that a team can read off its own logs; each fixes an input of the model.
 *
 * `smallRight` is q, the small model's success on its requests; it fixes E, the easy share, given the mix and the
 * router's skill. `noticed` is δ·(1−q), the share of small-routed requests with a noticed failure; it fixes δ.
 */
export type MeasuredField = 'smallRight' | 'noticed';

/** Returns the current value, 0..1; null if not measured or if nothing is routed small. */
export function measuredValue({ scenario }: Sheet, id: string, field: MeasuredField): number | null {
	const index = scenario.segments.findIndex((segment) => segment.id === id);
	const right = smallRight(scenario, id);
	if (right === null) return null;
	if (field === 'smallRight') return roundForDisplay(right);
	const delta = calibrate(scenario)[index]?.delta ?? Number.NaN;
	return Number.isNaN(delta) ? null : roundForDisplay(delta * (1 - right));
}

/** Returns the model's q of a slice; null if not measured. */
function smallRight(scenario: Scenario, id: string): number | null {
	return evaluate(scenario).segments.find((segment) => segment.id === id)?.smallSuccess ?? null;
}

/** Rounds off the error of the bisection, so that an entered value is shown as entered. */
const roundForDisplay = (share: number): number => Number(share.toFixed(5));
/** Rounds a value for the file: two digits more than shown, so that rounding is not visible. */
const roundForFile = (share: number): number => Number(share.toFixed(7));

/** Sets a measured figure by solving for the input that it fixes. */
export function withMeasured(sheet: Sheet, id: string, field: MeasuredField, value: number): Result<Sheet> {
	const segment = sheet.scenario.segments.find((other) => other.id === id);
	if (!segment) return refuse(`there is no segment ${id}`, 'Choose one of the table.');
	if (segment.override === 'strong' || segment.routedSmall === 0)
		return refuse('no request of this segment is routed small', 'Enter a “routed small” above 0 first.');
	// Observed figures fix the router's skill; an input of its own would contradict them.
	const unobserved = withoutObserved(sheet, id);
	return field === 'smallRight' ? withSmallRight(unobserved, segment, value) : withNoticed(unobserved, segment, value);
}

/** Replaces observed figures by the calibrated router skill and detection, if the easy share is known. */
function withoutObserved(sheet: Sheet, id: string): Sheet {
	const calibration = calibrate(sheet.scenario);
	const segments = sheet.scenario.segments.map((segment, i) =>
		segment.id === id && segment.observed !== null ? calibratedSegment(segment, calibration[i]) : segment,
	);
	return { ...sheet, scenario: { ...sheet.scenario, segments } };
}

function withNoticed(sheet: Sheet, { id }: Segment, value: number): Result<Sheet> {
	const right = smallRight(sheet.scenario, id);
	if (right === null) return refuse('this needs “right”, which is empty', 'Enter how often small is right first.');
	const wrong = 1 - right;
	if (value > wrong + 2e-5)
		return refuse(
			`no more failures can be noticed than there are: ${percent(wrong)}`,
			`Allowed: 0% to ${percent(wrong)}, or enter “right” first.`,
		);
	return withEdits(sheet, [
		{ path: `segments.${id}.detection`, value: wrong === 0 ? 1 : roundForFile(Math.min(1, value / wrong)) },
	]);
}

/** Steps of the bisection; 2⁻⁵⁰ of the range is left. */
const STEPS = 50;

function withSmallRight(sheet: Sheet, segment: Segment, value: number): Result<Sheet> {
	const { id } = segment;
	// Without an easy share the observed success is itself the input.
	if (segment.easyShare === null) return withEdits(sheet, [{ path: `segments.${id}.observed.smallSuccess`, value }]);
	const withEasy = (easyShare: number): Result<Sheet> =>
		withEdits(sheet, [{ path: `segments.${id}.easyShare`, value: easyShare }]);
	if (value === 0 || value === 1 || segment.routedSmall === 1) return withEasy(value);
	const rightAt = (easyShare: number): number => {
		const tried = withEasy(easyShare);
		return (tried.ok ? smallRight(tried.value.scenario, id) : null) ?? 0;
	};
	let [low, high] = [0, 1];
	for (let step = 0; step < STEPS; step++) {
		const middle = (low + high) / 2;
		if (rightAt(middle) < value) low = middle;
		else high = middle;
	}
	const entered = withEasy(roundForFile((low + high) / 2));
	const reached = entered.ok ? smallRight(entered.value.scenario, id) : null;
	if (entered.ok && (reached === null || Math.abs(reached - value) > 1e-5))
		return refuse(`“right” cannot be ${percent(value)} at this mix`, 'Change the easy share below, or the mix.');
	return entered;
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

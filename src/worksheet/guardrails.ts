import { computeOutcome } from '../engine/index.js';
import { metricUnit, type Result, refuse } from '../engine/inputs/index.js';
import type { Guardrail, MetricName } from '../engine/scenario.js';
import { type Sheet, withScenario } from './sheet.js';

/** Owner of a draft guardrail: the file format requires one. */
export const NO_OWNER = 'nobody yet';
/** Action of a draft guardrail: the file format requires one. */
export const NO_ACTION = 'nothing agreed yet';

export interface GuardrailKey {
	readonly metric: MetricName;
	/** Segment id; null for the whole board. */
	readonly segment: string | null;
}

/** Formats a key: `resolution`, or `resolution.faq` for a guardrail on a segment. */
export const guardrailKeyText = ({ metric, segment }: GuardrailKey): string =>
	segment === null ? metric : `${metric}.${segment}`;

export const hasKey =
	({ metric, segment }: GuardrailKey) =>
	(guardrail: GuardrailKey): boolean =>
		guardrail.metric === metric && guardrail.segment === segment;

export const guardrailOf = (sheet: Sheet, key: GuardrailKey): Guardrail | undefined =>
	sheet.scenario.guardrails.find(hasKey(key));

/** Metrics that are better when higher; all others are limited from above. */
const BETTER_HIGH: readonly MetricName[] = [
	'saving',
	'resolution',
	'gained',
	'pgr',
	'throughputPerHour',
	'breakEvenRepair',
];

/** Kinds of limit: which side, and whether relative to the baseline. */
export const LIMIT_KINDS = {
	atLeast: { side: 'atLeast', relative: false, words: 'at least' },
	atMost: { side: 'atMost', relative: false, words: 'at most' },
	'atLeast-baseline': { side: 'atLeast', relative: true, words: 'at least, beside the baseline' },
	'atMost-baseline': { side: 'atMost', relative: true, words: 'at most, beside the baseline' },
} as const;
export type LimitKind = keyof typeof LIMIT_KINDS;

export const limitKindOf = ({ side, relative }: Pick<Guardrail, 'side' | 'relative'>): LimitKind =>
	relative ? `${side}-baseline` : side;

/** Makes the guardrail with this key the rollback trigger, adding a draft if there is none. */
export function withTrigger(sheet: Sheet, key: GuardrailKey): Result<Sheet> {
	const { trigger } = sheet.worksheet;
	const withKey = {
		...sheet,
		worksheet: { ...sheet.worksheet, trigger: { metric: key.metric, segment: key.segment } },
	};
	if (guardrailOf(sheet, key)) return { ok: true, value: removeUntouchedDraft(withKey, trigger) };
	const added = withGuardrail(withKey, key);
	return added.ok ? { ok: true, value: removeUntouchedDraft(added.value, trigger) } : added;
}

/** Removes the guardrail of the previous trigger if it is still an unchanged draft. */
function removeUntouchedDraft(sheet: Sheet, previous: GuardrailKey | null): Sheet {
	const draft = previous && guardrailOf(sheet, previous);
	const { trigger } = sheet.worksheet;
	if (!draft || !isUntouched(sheet, draft) || (trigger && hasKey(trigger)(draft))) return sheet;
	const rest = sheet.scenario.guardrails.filter((other) => other !== draft);
	// Fails if the assumption varies this guardrail's limit; then the draft stays.
	const without = withGuardrails(sheet, rest);
	return without.ok ? without.value : sheet;
}

/** Whether a guardrail still equals a new draft. */
function isUntouched(sheet: Sheet, guardrail: Guardrail): boolean {
	const fresh = createDraft(sheet, guardrail);
	return (Object.keys(fresh) as (keyof Guardrail)[]).every((field) => fresh[field] === guardrail[field]);
}

/** Adds a draft guardrail with a provisional limit; the reader sets the final one. */
export function withGuardrail(sheet: Sheet, key: GuardrailKey): Result<Sheet> {
	if (guardrailOf(sheet, key))
		return refuse(`there is a guardrail on ${guardrailKeyText(key)} already`, 'Change that one.');
	return withGuardrails(sheet, [...sheet.scenario.guardrails, createDraft(sheet, key)]);
}

function createDraft({ scenario }: Sheet, { metric, segment }: GuardrailKey): Guardrail {
	const side = BETTER_HIGH.includes(metric) ? 'atLeast' : 'atMost';
	const draft = { metric, segment, side, window: null, owner: NO_OWNER, action: NO_ACTION } as const;
	const { metrics, baseline } = computeOutcome(scenario);
	const isRate = metricUnit(metric) === 'percent';
	// Rates per small-routed request have no baseline if the baseline routes nothing small.
	if (isRate && baseline[metric] !== null)
		return { ...draft, limit: side === 'atLeast' ? -ONE_POINT : ONE_POINT, relative: true };
	const current = metrics[metric] ?? 0;
	const margin = (side === 'atLeast' ? -1 : 1) * (isRate ? ONE_POINT : Math.abs(current) * 0.01);
	return { ...draft, limit: Number((current + margin).toPrecision(3)), relative: false };
}

/** Margin of a draft's limit for a rate, one point; other metrics get 1% of their value. */
const ONE_POINT = 0.01;

/** Removes a guardrail, and clears the trigger if it was that one. */
export function withoutGuardrail(sheet: Sheet, key: GuardrailKey): Result<Sheet> {
	const { trigger } = sheet.worksheet;
	const rest = sheet.scenario.guardrails.filter((other) => !hasKey(key)(other));
	const cleared =
		trigger && hasKey(key)(trigger) ? { ...sheet, worksheet: { ...sheet.worksheet, trigger: null } } : sheet;
	return withGuardrails(cleared, rest);
}

/** Changes one guardrail. Its metric and segment may change to a free key; the trigger follows. */
export function withGuardrailChanged(sheet: Sheet, key: GuardrailKey, changes: Partial<Guardrail>): Result<Sheet> {
	const guardrail = guardrailOf(sheet, key);
	if (!guardrail) return refuse(`there is no guardrail on ${guardrailKeyText(key)}`, 'Choose one of the list.');
	const next = { ...guardrail, ...changes };
	if (guardrailKeyText(next) !== guardrailKeyText(guardrail) && guardrailOf(sheet, next))
		return refuse(`there is a guardrail on ${guardrailKeyText(next)} already`, 'Change that one, or remove it first.');
	const { trigger } = sheet.worksheet;
	const withMovedTrigger: Sheet =
		trigger && hasKey(key)(trigger)
			? { ...sheet, worksheet: { ...sheet.worksheet, trigger: { metric: next.metric, segment: next.segment } } }
			: sheet;
	return withGuardrails(
		withMovedTrigger,
		sheet.scenario.guardrails.map((other) => (other === guardrail ? next : other)),
	);
}

/**
 * Converts a limit to another kind: an absolute limit becomes its distance from the baseline and vice versa, so that
 * the same states pass.
 */
export function withLimitKind(sheet: Sheet, key: GuardrailKey, kind: LimitKind): Result<Sheet> {
	const guardrail = guardrailOf(sheet, key);
	if (!guardrail) return refuse(`there is no guardrail on ${guardrailKeyText(key)}`, 'Choose one of the list.');
	const { side, relative } = LIMIT_KINDS[kind];
	if (relative === guardrail.relative) return withGuardrailChanged(sheet, key, { side });
	const baseline = baselineOf(sheet, key);
	if (baseline === null)
		return refuse('the baseline of this metric is not measured', 'Use a limit of its own instead.');
	const limit = relative ? guardrail.limit - baseline : baseline + guardrail.limit;
	return withGuardrailChanged(sheet, key, {
		side,
		relative,
		limit: clampLimit(key.metric, Number(limit.toPrecision(12)), baseline),
	});
}

/** Clamps the limit of a rate to −1..1. Percentages with a baseline outside 0..1 are not rates and stay as they are. */
const clampLimit = (metric: MetricName, limit: number, baseline: number): number =>
	metricUnit(metric) === 'percent' && baseline >= 0 && baseline <= 1 ? Math.min(1, Math.max(-1, limit)) : limit;

/** Returns the baseline's value of a guardrail's metric, on its segment or the board; null if not measured. */
function baselineOf(sheet: Sheet, key: GuardrailKey): number | null {
	const relativeToBaseline = withGuardrailChanged(sheet, key, { relative: true, limit: 0 });
	if (!relativeToBaseline.ok) return null;
	return computeOutcome(relativeToBaseline.value.scenario).guardrails.find(hasKey(key))?.limit ?? null;
}

const withGuardrails = (sheet: Sheet, guardrails: readonly Guardrail[]): Result<Sheet> =>
	withScenario(sheet, { ...sheet.scenario, guardrails });

import { computeOutcome } from '../engine/index.js';
import { metricUnit, type Result, refuse } from '../engine/inputs/index.js';
import type { Guardrail, MetricName } from '../engine/scenario.js';
import { type Sheet, withScenario } from './sheet.js';

/** Stands where nobody was named yet: a guardrail needs an owner, and a draft of one has none. */
export const NOBODY = 'nobody yet';
/** The same for what its owner does. */
export const NO_ACTION = 'nothing agreed yet';

export interface GuardrailKey {
	readonly metric: MetricName;
	/** null: the whole board. */
	readonly segment: string | null;
}

/** `resolution`, or `resolution.faq` for one that watches a segment. */
export const keyText = ({ metric, segment }: GuardrailKey): string =>
	segment === null ? metric : `${metric}.${segment}`;

export const isAt =
	({ metric, segment }: GuardrailKey) =>
	(guardrail: GuardrailKey): boolean =>
		guardrail.metric === metric && guardrail.segment === segment;

export const guardrailOf = (sheet: Sheet, key: GuardrailKey): Guardrail | undefined =>
	sheet.scenario.guardrails.find(isAt(key));

/** Metrics that are better high; all others are better low, or are limited from above in any case. */
const BETTER_HIGH: readonly MetricName[] = [
	'saving',
	'resolution',
	'gained',
	'pgr',
	'throughputPerHour',
	'breakEvenRepair',
];

/** How a limit is said: on which side, and whether against the baseline. */
export const LIMIT_KINDS = {
	atLeast: { side: 'atLeast', relative: false, words: 'at least' },
	atMost: { side: 'atMost', relative: false, words: 'at most' },
	'atLeast-baseline': { side: 'atLeast', relative: true, words: 'at least, beside the baseline' },
	'atMost-baseline': { side: 'atMost', relative: true, words: 'at most, beside the baseline' },
} as const;
export type LimitKind = keyof typeof LIMIT_KINDS;

export const limitKindOf = ({ side, relative }: Pick<Guardrail, 'side' | 'relative'>): LimitKind =>
	relative ? `${side}-baseline` : side;

/** Makes a metric the one that would prove the change unsafe: the guardrail on it is the trigger, a new one if there is none. */
export function withTrigger(sheet: Sheet, key: GuardrailKey): Result<Sheet> {
	const { trigger } = sheet.worksheet;
	const named = { ...sheet, worksheet: { ...sheet.worksheet, trigger: { metric: key.metric, segment: key.segment } } };
	if (guardrailOf(sheet, key)) return { ok: true, value: withoutDraft(named, trigger) };
	const added = withGuardrail(named, key);
	return added.ok ? { ok: true, value: withoutDraft(added.value, trigger) } : added;
}

/** A draft that nobody said or changed anything of goes when the trigger moves on. */
function withoutDraft(sheet: Sheet, was: GuardrailKey | null): Sheet {
	const draft = was && guardrailOf(sheet, was);
	const { trigger } = sheet.worksheet;
	if (!draft || !isUntouched(sheet, draft) || (trigger && isAt(trigger)(draft))) return sheet;
	const left = sheet.scenario.guardrails.filter((one) => one !== draft);
	// The assumption may vary its limit.
	const without = withGuardrails(sheet, left);
	return without.ok ? without.value : sheet;
}

/** As it was added. */
function isUntouched(sheet: Sheet, guardrail: Guardrail): boolean {
	const fresh = draftOn(sheet, guardrail);
	return (Object.keys(fresh) as (keyof Guardrail)[]).every((field) => fresh[field] === guardrail[field]);
}

/** Adds a guardrail that holds in the present state, for the reader to limit. */
export function withGuardrail(sheet: Sheet, key: GuardrailKey): Result<Sheet> {
	if (guardrailOf(sheet, key)) return refuse(`there is a guardrail on ${keyText(key)} already`, 'Change that one.');
	return withGuardrails(sheet, [...sheet.scenario.guardrails, draftOn(sheet, key)]);
}

function draftOn({ scenario }: Sheet, { metric, segment }: GuardrailKey): Guardrail {
	const side = BETTER_HIGH.includes(metric) ? 'atLeast' : 'atMost';
	const open = { metric, segment, side, window: null, owner: NOBODY, action: NO_ACTION } as const;
	const { metrics, baseline } = computeOutcome(scenario);
	const isRate = metricUnit(metric) === 'percent';
	// A rate per small-routed request has no baseline where that routes nothing small.
	if (isRate && baseline[metric] !== null)
		return { ...open, limit: side === 'atLeast' ? -ONE_POINT : ONE_POINT, relative: true };
	const now = metrics[metric] ?? 0;
	const away = (side === 'atLeast' ? -1 : 1) * (isRate ? ONE_POINT : Math.abs(now) * 0.01);
	return { ...open, limit: Number((now + away).toPrecision(3)), relative: false };
}

/** One point of a rate; other metrics get one percent of themselves. */
const ONE_POINT = 0.01;

/** Removes a guardrail; the trigger is open again if it was that one. */
export function withoutGuardrail(sheet: Sheet, key: GuardrailKey): Result<Sheet> {
	const { trigger } = sheet.worksheet;
	const left = sheet.scenario.guardrails.filter((one) => !isAt(key)(one));
	const open = trigger && isAt(key)(trigger) ? { ...sheet, worksheet: { ...sheet.worksheet, trigger: null } } : sheet;
	return withGuardrails(open, left);
}

/** Changes one guardrail. Its metric or segment may change too, as far as no other has them; the trigger follows. */
export function withGuardrailChanged(sheet: Sheet, key: GuardrailKey, changes: Partial<Guardrail>): Result<Sheet> {
	const now = guardrailOf(sheet, key);
	if (!now) return refuse(`there is no guardrail on ${keyText(key)}`, 'Choose one of the list.');
	const next = { ...now, ...changes };
	if (keyText(next) !== keyText(now) && guardrailOf(sheet, next))
		return refuse(`there is a guardrail on ${keyText(next)} already`, 'Change that one, or remove it first.');
	const { trigger } = sheet.worksheet;
	const followed: Sheet =
		trigger && isAt(key)(trigger)
			? { ...sheet, worksheet: { ...sheet.worksheet, trigger: { metric: next.metric, segment: next.segment } } }
			: sheet;
	return withGuardrails(
		followed,
		sheet.scenario.guardrails.map((one) => (one === now ? next : one)),
	);
}

/**
 * Turns a limit into another kind: against the baseline it becomes the distance to it, and the value itself on the
 * way back, so that the same state stays on the same side.
 */
export function withLimitKind(sheet: Sheet, key: GuardrailKey, kind: LimitKind): Result<Sheet> {
	const now = guardrailOf(sheet, key);
	if (!now) return refuse(`there is no guardrail on ${keyText(key)}`, 'Choose one of the list.');
	const { side, relative } = LIMIT_KINDS[kind];
	if (relative === now.relative) return withGuardrailChanged(sheet, key, { side });
	const base = baselineOf(sheet, key);
	if (base === null) return refuse('the baseline of this metric is not measured', 'Use a limit of its own instead.');
	const limit = relative ? now.limit - base : base + now.limit;
	return withGuardrailChanged(sheet, key, {
		side,
		relative,
		limit: possible(key.metric, Number(limit.toPrecision(12)), base),
	});
}

/** A rate has no limit beyond all or nothing of it; what is printed as one and can leave that has. */
const possible = (metric: MetricName, limit: number, base: number): number =>
	metricUnit(metric) === 'percent' && base >= 0 && base <= 1 ? Math.min(1, Math.max(-1, limit)) : limit;

/** What the baseline has of a guardrail's metric, in its segment or on the board; null: not measured. */
function baselineOf(sheet: Sheet, key: GuardrailKey): number | null {
	const onIt = withGuardrailChanged(sheet, key, { relative: true, limit: 0 });
	if (!onIt.ok) return null;
	return computeOutcome(onIt.value.scenario).guardrails.find(isAt(key))?.limit ?? null;
}

const withGuardrails = (sheet: Sheet, guardrails: readonly Guardrail[]): Result<Sheet> =>
	withScenario(sheet, { ...sheet.scenario, guardrails });

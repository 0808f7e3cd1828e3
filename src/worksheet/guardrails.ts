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
const BETTER_HIGH: readonly MetricName[] = ['saving', 'resolution', 'pgr', 'throughputPerHour', 'breakEvenRepair'];

/** How a limit is said: on which side, and whether against the baseline. */
export const LIMIT_KINDS = {
	atLeast: { side: 'atLeast', relative: false, words: 'at least' },
	atMost: { side: 'atMost', relative: false, words: 'at most' },
	'atLeast-baseline': { side: 'atLeast', relative: true, words: 'at least the baseline, plus' },
	'atMost-baseline': { side: 'atMost', relative: true, words: 'at most the baseline, plus' },
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

/** A draft that nobody said anything of goes when the trigger moves on. */
function withoutDraft(sheet: Sheet, was: GuardrailKey | null): Sheet {
	const draft = was && guardrailOf(sheet, was);
	const { trigger } = sheet.worksheet;
	if (!draft || !isDraft(draft) || (trigger && isAt(trigger)(draft))) return sheet;
	return {
		...sheet,
		scenario: { ...sheet.scenario, guardrails: sheet.scenario.guardrails.filter((one) => one !== draft) },
	};
}

const isDraft = ({ owner, action }: Guardrail): boolean => owner === NOBODY && action === NO_ACTION;

/** Adds a guardrail that holds the metric where it is now, to be limited by the reader. */
export function withGuardrail(sheet: Sheet, key: GuardrailKey): Result<Sheet> {
	if (guardrailOf(sheet, key)) return refuse(`there is a guardrail on ${keyText(key)} already`, 'Change that one.');
	const side = BETTER_HIGH.includes(key.metric) ? 'atLeast' : 'atMost';
	const guardrail: Guardrail = {
		...key,
		side,
		...startOf(sheet, key, side),
		window: null,
		owner: NOBODY,
		action: NO_ACTION,
	};
	return withGuardrails(sheet, [...sheet.scenario.guardrails, guardrail]);
}

/** A limit to begin with: one point of a rate beside the baseline, else what the metric is now. */
function startOf(
	{ scenario }: Sheet,
	{ metric }: GuardrailKey,
	side: Guardrail['side'],
): Pick<Guardrail, 'limit' | 'relative'> {
	if (metricUnit(metric) === 'percent') return { limit: side === 'atLeast' ? -0.01 : 0.01, relative: true };
	const now = computeOutcome(scenario).metrics[metric] ?? 0;
	return { limit: Number(now.toPrecision(3)), relative: false };
}

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
	return withGuardrailChanged(sheet, key, { side, relative, limit: Number(limit.toPrecision(12)) });
}

/** What the baseline has of a guardrail's metric, in its segment or on the board; null: not measured. */
function baselineOf(sheet: Sheet, key: GuardrailKey): number | null {
	const onIt = withGuardrailChanged(sheet, key, { relative: true, limit: 0 });
	if (!onIt.ok) return null;
	return computeOutcome(onIt.value.scenario).guardrails.find(isAt(key))?.limit ?? null;
}

const withGuardrails = (sheet: Sheet, guardrails: readonly Guardrail[]): Result<Sheet> =>
	withScenario(sheet, { ...sheet.scenario, guardrails });

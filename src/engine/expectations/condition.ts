import type { GuardrailStatus, SegmentOutcome, Verdict } from '../outcome-types.js';
import type { MetricName } from '../scenario.js';

/** Figures of one segment that are no metrics of a board. Units: fractions. */
export const SEGMENT_FIGURES = [
	'smallSuccess',
	'escalated',
	'silentSmall',
	'repairCaught',
	'repairWasted',
	'routedSmall',
	'trueEasy',
	'trueHard',
	'easyInStrong',
	'routerAuc',
] as const satisfies readonly (keyof SegmentOutcome)[];

/** What a condition can be about. A figure that is no metric needs its segment. */
export type Figure = MetricName | (typeof SEGMENT_FIGURES)[number];

/** Where a scenario is looked at: the id of a named state, the number of a week, or null for its own state. */
export type Moment = string | number | null;

/** A figure between two limits. */
export interface Bound {
	readonly kind: 'bound';
	readonly figure: Figure;
	/** As if this segment were the whole traffic; null: the board. */
	readonly segment: string | null;
	/** Both inclusive, in the figure's unit, or those of a ratio; null: no limit on that side. */
	readonly atLeast: number | null;
	readonly atMost: number | null;
	/** What the figure is compared with before it is held to the limits; undefined: nothing. */
	readonly against?: { readonly moment: Moment | 'baseline'; readonly as: 'difference' | 'ratio' };
}

/** When a signal of the Signals pane alarms. */
export interface Alarm {
	readonly kind: 'alarm';
	readonly metric: MetricName;
	/** The week in which it alarms; null: never; undefined: some week. */
	readonly week?: number | null;
	/** Its alarm is seen in an earlier week than this one's, lags counted, or this one never alarms. */
	readonly before?: MetricName;
}

/** What an input is set to: between two limits, or one of a few words. */
export interface InputCondition {
	readonly kind: 'input';
	/** As `--set` takes it. */
	readonly path: string;
	readonly atLeast: number | null;
	readonly atMost: number | null;
	/** For an override or a check: on, strong or off. */
	readonly is?: 'on' | 'strong' | 'off';
}

/** Something that holds of a scenario's state, or does not. */
export type Condition =
	| Bound
	| InputCondition
	| Alarm
	| { readonly kind: 'verdict'; readonly verdict: Verdict }
	| {
			readonly kind: 'guardrail';
			readonly metric: MetricName;
			readonly segment: string | null;
			readonly stands: GuardrailStatus;
	  };

/** What a scenario claims of itself. */
export interface Expectation {
	/** In words, for people. */
	readonly says: string;
	/** What the claim is for: see ROLES. */
	readonly role: Role;
	readonly moment: Moment;
	readonly condition: Condition;
}

/**
 * betrays: what gives the fault away; calm: what looks fine meanwhile; mends: what the mending edits bring;
 * number: the figure that this kind of product is judged by; shows: anything else worth knowing.
 */
export const ROLES = ['betrays', 'calm', 'mends', 'number', 'shows'] as const;
export type Role = (typeof ROLES)[number];

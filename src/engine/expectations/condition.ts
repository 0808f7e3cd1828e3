import type { GuardrailStatus, SegmentOutcome, Verdict } from '../outcome-types.js';
import type { MetricName } from '../scenario.js';

/** Figures that exist only for one segment, not for a board. Units: fractions. */
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

/** A figure that a condition can test. One that is not a metric needs a segment. */
export type Figure = MetricName | (typeof SEGMENT_FIGURES)[number];

/**
 * A state of a scenario: the id of a named state, the number of a week, or null for the scenario as its file has it.
 */
export type Moment = string | number | null;

/** A figure between two limits. */
export interface Bound {
	readonly kind: 'bound';
	readonly figure: Figure;
	/** Evaluated as if this segment were the whole traffic; null: the board. */
	readonly segment: string | null;
	/** Both inclusive, in the figure's unit, or plain numbers for a ratio; null: no limit on that side. */
	readonly atLeast: number | null;
	readonly atMost: number | null;
	/** The moment whose figure is subtracted or divided by before the limits apply; undefined: none. */
	readonly against?: { readonly moment: Moment | 'baseline'; readonly as: 'difference' | 'ratio' };
}

/** The week in which a signal of the Signals pane raises its alarm. */
export interface Alarm {
	readonly kind: 'alarm';
	readonly metric: MetricName;
	/** The week in which it alarms; null: never; undefined: any week. */
	readonly week?: number | null;
	/** Another metric whose alarm is seen in a later week, lags included, or never. */
	readonly before?: MetricName;
}

/** The value of an input: between two limits, or one of a few words. */
export interface InputCondition {
	readonly kind: 'input';
	/** As `--set` takes it. */
	readonly path: string;
	readonly atLeast: number | null;
	readonly atMost: number | null;
	/** The setting of an override or a check. */
	readonly is?: 'on' | 'strong' | 'off';
}

/** A statement about a scenario's state that is true or false. */
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

/** A claim that a scenario makes about its own figures. */
export interface Expectation {
	/** The claim in words. */
	readonly says: string;
	/** The purpose of the claim, see `ROLES`. */
	readonly role: Role;
	readonly moment: Moment;
	readonly condition: Condition;
}

/**
 * betrays: reveals the fault; calm: looks fine although the fault is there; mends: holds after the fix;
 * number: the figure by which this kind of product is judged; shows: anything else worth knowing.
 */
export const ROLES = ['betrays', 'calm', 'mends', 'number', 'shows'] as const;
export type Role = (typeof ROLES)[number];

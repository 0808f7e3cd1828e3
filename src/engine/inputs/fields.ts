import type { Kind } from './kinds.js';
import type { Unit } from './metric-unit.js';

/** Kinds of input whose values are words. */
export type ChoiceKind = 'override' | 'switch' | 'onSwitch';

/** How one field of a scenario is parsed, stepped and validated. */
export interface Field {
	readonly kind: Kind | ChoiceKind;
	/** Amount that one arrow key adds, in the model's units; Shift adds ten times as much. */
	readonly step: number;
	/** Whether the field may be null, "not measured". */
	readonly nullable: boolean;
	readonly label: string;
}

const field = (kind: Field['kind'], step: number, label: string, nullable = false): Field => ({
	kind,
	step,
	label,
	nullable,
});
const nullableField = (kind: Field['kind'], step: number, label: string): Field => field(kind, step, label, true);

const TOKEN_FIELDS = {
	fresh: field('tokens', 50, 'fresh input tokens'),
	cached: field('tokens', 50, 'cached input tokens'),
	output: field('tokens', 10, 'output tokens'),
	'reasoning.small': field('tokens', 10, 'small reasoning tokens'),
	'reasoning.strong': field('tokens', 10, 'strong reasoning tokens'),
};
const CHECK_FIELDS = {
	catches: nullableField('percent', 0.01, 'check catches'),
	falseAlarms: nullableField('percent', 0.01, 'check false alarms'),
	cost: nullableField('money', 0.0001, 'check cost'),
	latency: nullableField('delay', 50, 'check latency'),
	labels: nullableField('labels', 10, 'check labels'),
};
/** The words of each kind of choice, with the value that each stands for; the first word is the initial one. */
export const CHOICES: Readonly<Record<ChoiceKind, Readonly<Record<string, string | null>>>> = {
	override: { off: null, strong: 'strong' },
	switch: { off: null, on: 'on' },
	onSwitch: { kept: 'kept', lost: 'lost' },
};

/** Returns the value that a typed word stands for; undefined: it is none of the words. */
export const parseChoice = (kind: ChoiceKind, word: string): string | null | undefined =>
	Object.hasOwn(CHOICES[kind], word) ? CHOICES[kind][word] : undefined;

/** Returns the word for a choice's value. */
export const choiceWord = (kind: ChoiceKind, value: string | number | null): string =>
	Object.entries(CHOICES[kind]).find(([, meant]) => meant === value)?.[0] ?? String(value);

/** Lists the words of a choice: `strong or off`. */
export const choiceWords = (kind: ChoiceKind): string => Object.keys(CHOICES[kind]).reverse().join(' or ');

export const isChoice = (kind: Kind | ChoiceKind): kind is ChoiceKind => Object.hasOwn(CHOICES, kind);

const prefixed = <F>(prefix: string, fields: Readonly<Record<string, F>>): Record<string, F> =>
	Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}.${name}`, value]));

/** Fields below `segments.ID`. */
export const SEGMENT_FIELDS: Readonly<Record<string, Field>> = {
	routedSmall: field('percent', 0.01, 'routed small'),
	repairRate: field('percent', 0.01, 'repair rate'),
	override: field('override', 0, 'override'),
	share: field('percent', 0.01, 'share of traffic'),
	easyShare: nullableField('percent', 0.01, 'easy share'),
	strongOnEasy: nullableField('percent', 0.01, 'strong on easy'),
	strongOnHard: nullableField('percent', 0.01, 'strong on hard'),
	routerAuc: nullableField('auc', 0.01, 'router AUC'),
	detection: nullableField('percent', 0.01, 'detection'),
	labels: nullableField('labels', 10, 'labels'),
	strongLabels: nullableField('labels', 10, 'strong labels'),
	silentCost: nullableField('money', 1, 'cost of a silent failure'),
	...prefixed('observed', {
		routedSmall: nullableField('percent', 0.01, 'observed routed small'),
		smallSuccess: nullableField('percent', 0.01, 'observed small success'),
		escalationRate: nullableField('percent', 0.01, 'observed escalation rate'),
	}),
	...prefixed('tokens', TOKEN_FIELDS),
	check: field('switch', 0, 'check'),
	...prefixed('check', CHECK_FIELDS),
};

/** Fields below `rows.ID`. */
export const ROW_FIELDS: Readonly<Record<string, Field>> = {
	routedSmall: field('percent', 0.01, 'routed small'),
	repairRate: field('percent', 0.01, 'repair rate'),
	override: field('override', 0, 'override'),
	...prefixed('tokens', TOKEN_FIELDS),
};

const perLane = (prefix: string, fields: Readonly<Record<string, Field>>): Record<string, Field> =>
	Object.fromEntries(
		(['small', 'strong'] as const).flatMap((lane) =>
			Object.entries(fields).map(([name, value]) => [
				`${prefix}.${lane}${name && `.${name}`}`,
				{ ...value, label: `${lane} ${value.label}` },
			]),
		),
	);

/** Fields of the scenario itself; segments, rows and guardrails are resolved by their ids. */
export const SCENARIO_FIELDS: Readonly<Record<string, Field>> = {
	...perLane('prices', {
		input: field('price', 0.1, 'input price'),
		cachedInput: field('price', 0.1, 'cached input price'),
		output: field('price', 0.1, 'output price'),
		request: field('money', 0.0001, 'fee per call'),
	}),
	...prefixed('tokens', TOKEN_FIELDS),
	...perLane('attempts', { '': field('attempts', 0.05, 'attempts') }),
	...perLane('latency', { p50: field('duration', 50, 'latency p50'), p95: field('duration', 50, 'latency p95') }),
	check: field('switch', 0, 'check'),
	...prefixed('check', CHECK_FIELDS),
	'cache.onSwitch': field('onSwitch', 0, 'cache on a switch'),
	'cache.write': field('multiple', 0.05, 'cache write price'),
	routerCost: field('money', 0.0001, 'router cost'),
	routerLatency: field('delay', 10, 'router latency'),
	handoffCost: nullableField('money', 0.5, 'cost of a hand-off'),
	strongDetection: nullableField('percent', 0.01, 'strong-lane detection'),
	threshold: field('threshold', 0.1, 'threshold'),
	volumePerWeek: nullableField('count', 100, 'requests per week'),
	workers: nullableField('count', 1, 'workers'),
};

/** The field `limit` of a guardrail. */
export const GUARDRAIL_LIMIT: Field = field('limit', 0.001, 'limit');

/** Returns the unit in which a kind is typed; a guardrail's limit takes its metric's. */
export function kindUnit(kind: Exclude<Kind, 'limit'>): Unit {
	switch (kind) {
		case 'percent':
			return 'percent';
		case 'price':
		case 'money':
			return 'money';
		case 'duration':
		case 'delay':
			return 'duration';
		default:
			return 'number';
	}
}

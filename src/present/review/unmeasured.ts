import { type Check, METRIC_NAMES, type MetricName, type Segment } from '../../engine/index.js';
import type { LabInput } from '../board/lab-input.js';
import { noValueReason } from '../format/null-reasons.js';

/** An input that was not measured. */
export interface UnmeasuredInput {
	readonly label: string;
	/** Paths as in `--set`: one for each slice that lacks it, or that of the board. */
	readonly paths: readonly string[];
	/** Names of the slices that lack it; null: an input of the board. */
	readonly slices: readonly string[] | null;
}

/** What is not known about a scenario. */
export interface Unmeasured {
	readonly inputs: readonly UnmeasuredInput[];
	/** Metrics that are unknown because an input is missing. */
	readonly metrics: readonly MetricName[];
	/** Metrics that have no value for another reason, and that reason. */
	readonly none: readonly { readonly metric: MetricName; readonly why: string }[];
}

/** Returns the unmeasured inputs and the metrics without a value. */
export function findUnmeasured(lab: LabInput): Unmeasured {
	const { outcome } = lab;
	const missing = METRIC_NAMES.filter((metric) => outcome.metrics[metric] === null);
	const none = missing.flatMap((metric) => {
		const why = noValueReason(metric, outcome)?.long ?? null;
		return why === null ? [] : [{ metric, why }];
	});
	return {
		inputs: [...sliceInputs(lab), ...boardInputs(lab)],
		metrics: missing.filter((metric) => !none.some((one) => one.metric === metric)),
		none,
	};
}

type Requirement = readonly [
	field: string,
	label: string,
	isMissing: (segment: Segment, routerAuc: number | null) => boolean,
];

const REQUIREMENTS: readonly Requirement[] = [
	['easyShare', 'easy share', ({ easyShare }) => easyShare === null],
	['labels', 'labels', ({ labels }) => !labels],
	['strongOnEasy', 'strong success on easy requests', ({ strongOnEasy }) => strongOnEasy === null],
	['strongOnHard', 'strong success on hard requests', ({ strongOnHard }) => strongOnHard === null],
	[
		'routerAuc',
		'router skill',
		({ routedSmall, override }, auc) => auc === null && override === null && routedSmall > 0 && routedSmall < 1,
	],
	[
		'detection',
		'detection of small-lane failures',
		({ detection, observed }) => detection === null && (observed?.escalationRate ?? null) === null,
	],
	['silentCost', 'cost of a silent failure', ({ silentCost }) => silentCost === null],
];

function sliceInputs({ scenario: { segments }, outcome }: LabInput): readonly UnmeasuredInput[] {
	return REQUIREMENTS.flatMap(([field, label, isMissing]) => {
		const affected = segments.filter((segment, i) => isMissing(segment, outcome.segments[i]?.routerAuc ?? null));
		if (affected.length === 0) return [];
		const paths = affected.map(({ id }) => `segments.${id}.${field}`);
		return [{ label, paths, slices: affected.map(({ name }) => name) }];
	});
}

/** Returns the paths of the unmeasured inputs of checks. */
export const unmeasuredCheckPaths = (scenario: LabInput['scenario']): readonly string[] =>
	checkInputs(scenario).flatMap(([path, , value]) => (value === null ? [path] : []));

/** Returns the inputs of the checks in use, as path, label and value. */
function checkInputs({ check, segments }: LabInput['scenario']): readonly (readonly [string, string, unknown])[] {
	const inputsOf = (path: string, whose: string, its: Check): readonly (readonly [string, string, unknown])[] => [
		[`${path}.catches`, `what the check${whose} catches`, its.catches],
		[`${path}.falseAlarms`, `false alarms of the check${whose}`, its.falseAlarms],
		[`${path}.cost`, `cost of the check${whose}`, its.cost],
		[`${path}.latency`, `delay of the check${whose}`, its.latency],
	];
	const isBoardCheckUsed = segments.some((segment) => segment.check === null);
	const own = segments.flatMap(({ id, name, check: its }) =>
		its === null || its === 'off' ? [] : inputsOf(`segments.${id}.check`, ` of ${name}`, its),
	);
	return [...(check !== null && isBoardCheckUsed ? inputsOf('check', '', check) : []), ...own];
}

function boardInputs({ scenario }: LabInput): readonly UnmeasuredInput[] {
	const board: readonly (readonly [path: string, label: string, value: unknown])[] = [
		['strongDetection', 'detection of strong-lane failures', scenario.strongDetection],
		['handoffCost', 'cost of a hand-off', scenario.handoffCost],
		['latency', 'latency', scenario.latency],
		['volumePerWeek', 'requests per week', scenario.volumePerWeek],
		['workers', 'workers', scenario.workers],
		...checkInputs(scenario),
	];
	return board.flatMap(([path, label, value]) => (value === null ? [{ label, paths: [path], slices: null }] : []));
}

import { type Check, METRIC_NAMES, type MetricName, type Segment } from '../../engine/index.js';
import type { LabInput } from '../board/lab-input.js';
import { whyNone } from '../format/null-words.js';

/** An input that nobody measured. */
export interface UnmeasuredInput {
	readonly label: string;
	/** As in `--set`, of each slice that lacks it, or of the board. */
	readonly paths: readonly string[];
	/** Names of the slices that lack it; null: it is the board's. */
	readonly slices: readonly string[] | null;
}

export interface Unmeasured {
	readonly inputs: readonly UnmeasuredInput[];
	/** Metrics that are not known for want of an input. */
	readonly metrics: readonly MetricName[];
	/** Metrics that are none, and why. */
	readonly none: readonly { readonly metric: MetricName; readonly why: string }[];
}

/** What the figures do not know. */
export function unmeasuredOf(lab: LabInput): Unmeasured {
	const { outcome } = lab;
	const missing = METRIC_NAMES.filter((metric) => outcome.metrics[metric] === null);
	const none = missing.flatMap((metric) => {
		const why = whyNone(metric, outcome)?.long ?? null;
		return why === null ? [] : [{ metric, why }];
	});
	return {
		inputs: [...ofSlices(lab), ...ofBoard(lab)],
		metrics: missing.filter((metric) => !none.some((one) => one.metric === metric)),
		none,
	};
}

type Lack = readonly [field: string, label: string, lacking: (segment: Segment, routerAuc: number | null) => boolean];

const LACKS: readonly Lack[] = [
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

function ofSlices({ scenario: { segments }, outcome }: LabInput): readonly UnmeasuredInput[] {
	return LACKS.flatMap(([field, label, lacking]) => {
		const lack = segments.filter((segment, i) => lacking(segment, outcome.segments[i]?.routerAuc ?? null));
		if (lack.length === 0) return [];
		const paths = lack.map(({ id }) => `segments.${id}.${field}`);
		return [{ label, paths, slices: lack.map(({ name }) => name) }];
	});
}

/** Paths of what the checks lack. */
export const unmeasuredChecks = (scenario: LabInput['scenario']): readonly string[] =>
	checks(scenario).flatMap(([path, , value]) => (value === null ? [path] : []));

/** The figures of the checks that read some segment's answers. */
function checks({ check, segments }: LabInput['scenario']): readonly (readonly [string, string, unknown])[] {
	const of = (path: string, whose: string, its: Check): readonly (readonly [string, string, unknown])[] => [
		[`${path}.catches`, `what the check${whose} catches`, its.catches],
		[`${path}.falseAlarms`, `false alarms of the check${whose}`, its.falseAlarms],
		[`${path}.cost`, `cost of the check${whose}`, its.cost],
		[`${path}.latency`, `delay of the check${whose}`, its.latency],
	];
	const serves = segments.some((segment) => segment.check === null);
	const own = segments.flatMap(({ id, name, check: its }) =>
		its === null || its === 'off' ? [] : of(`segments.${id}.check`, ` of ${name}`, its),
	);
	return [...(check !== null && serves ? of('check', '', check) : []), ...own];
}

function ofBoard({ scenario }: LabInput): readonly UnmeasuredInput[] {
	const board: readonly (readonly [path: string, label: string, value: unknown])[] = [
		['strongDetection', 'detection of strong-lane failures', scenario.strongDetection],
		['handoffCost', 'cost of a hand-off', scenario.handoffCost],
		['latency', 'latency', scenario.latency],
		['volumePerWeek', 'requests per week', scenario.volumePerWeek],
		['workers', 'workers', scenario.workers],
		...checks(scenario),
	];
	return board.flatMap(([path, label, value]) => (value === null ? [{ label, paths: [path], slices: null }] : []));
}

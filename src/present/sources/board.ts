import {
	allSmallResolution,
	allStrongResolution,
	effectiveCheck,
	laneCosts,
	smallCostAt,
	strongCostAt,
} from '../../engine/index.js';
import { metricUnit, type Unit } from '../../engine/inputs/index.js';
import type { MetricName } from '../../engine/scenario.js';
import type { LabInput } from '../board/lab-input.js';
import { metricCell } from '../format/cells.js';
import { difference, number } from '../format/format.js';
import { halfWidthText, limitText, noiseText, STATE_TEXT } from '../format/guardrail-text.js';
import { METRIC_LABELS, ownBaselineName } from '../format/labels.js';
import { nullReasonText } from '../format/null-reasons.js';
import {
	computed,
	exactText,
	type FigureEntry,
	type FigureSource,
	given,
	type Origin,
	type SumRow,
	type Term,
} from './source.js';

/** The board with the state it was opened in. */
export interface BoardContext extends Origin {
	readonly input: LabInput;
}

type Explained = Pick<FigureSource, 'formula'> & Partial<Pick<FigureSource, 'terms' | 'rows' | 'rowUnits' | 'notes'>>;

type Field = 'w' | 'p' | 'q' | 'u' | 'r' | 'e' | 'R' | 'h' | 's' | 'C' | 'S' | 'te' | 'th';

/** What the symbols of a segment mean, for the legend below a sum. */
const FIELDS: Readonly<Record<Field, readonly [name: string, unit: Unit]>> = {
	w: ['share of all requests', 'percent'],
	p: ['routed small, effective', 'percent'],
	q: ['small right', 'percent'],
	u: ['easy in strong', 'percent'],
	r: ['repair rate', 'percent'],
	e: ['escalated', 'percent'],
	R: ['resolution of the segment', 'percent'],
	h: ['hand-offs of the segment', 'percent'],
	s: ['silent failures of the segment', 'percent'],
	C: ['spend of the segment', 'money'],
	S: ['what one silent failure costs', 'money'],
	te: ['strong right on easy', 'percent'],
	th: ['strong right on hard', 'percent'],
};

/** Returns the parts of a sum over the segments, `fields` in the order of the formula. */
function over(
	{ input: { scenario, outcome } }: BoardContext,
	fields: readonly Field[],
	includes: (at: number) => boolean = () => true,
): Required<Pick<Explained, 'rows' | 'rowUnits' | 'terms'>> {
	const rows = scenario.segments.flatMap((segment, i): SumRow[] => {
		const now = outcome.segments[i];
		if (!now || !includes(i)) return [];
		const all: Record<Field, number | null> = {
			w: segment.share,
			p: now.routedSmall,
			q: now.smallSuccess,
			u: now.easyInStrong,
			r: now.repairRate,
			e: now.escalated,
			R: now.resolution,
			h: now.handoff,
			s: now.silent,
			C: now.cost,
			S: segment.silentCost,
			te: segment.strongOnEasy,
			th: segment.strongOnHard,
		};
		return [{ name: segment.name, values: Object.fromEntries(fields.map((field) => [field, all[field]])) }];
	});
	return {
		rows,
		rowUnits: Object.fromEntries(fields.map((field) => [field, FIELDS[field][1]])),
		terms: fields.map((field) => ({ symbol: field, name: FIELDS[field][0], value: null, text: '', from: 'each row' })),
	};
}

const smallAt =
	({ input }: BoardContext) =>
	(i: number): boolean =>
		input.outcome.segments[i]?.routedSmall !== 0;
const strongAt =
	({ input }: BoardContext) =>
	(i: number): boolean =>
		input.outcome.segments[i]?.routedSmall !== 1;

const metric = ({ input }: BoardContext, symbol: string, name: MetricName): Term =>
	computed(
		symbol,
		METRIC_LABELS[name].label,
		input.outcome.metrics[name],
		metricUnit(name),
		`computed: “${METRIC_LABELS[name].label}”`,
	);
const atBase = ({ input }: BoardContext, symbol: string, name: MetricName): Term =>
	computed(
		symbol,
		`${METRIC_LABELS[name].label} on ${ownBaselineName(input.scenario)}`,
		input.outcome.baseline[name],
		metricUnit(name),
		'the same formula, there',
	);
const handoffCost = (context: BoardContext): Term =>
	given(context, 'H', 'what a hand-off costs', 'handoffCost', context.scenario.handoffCost);

/** Returns the resolution with everything in one lane, without repair, check or override. */
function endTerm({ scenario }: BoardContext, symbol: string, lane: 'small' | 'strong'): Term {
	const of = lane === 'small' ? allSmallResolution : allStrongResolution;
	const value = scenario.segments.reduce((sum, segment) => sum + segment.share * of(segment), 0);
	const how = lane === 'small' ? 'easy shares, weighted' : 'strong’s success, weighted';
	return computed(symbol, `resolution with everything ${lane}`, Number.isNaN(value) ? null : value, 'percent', how);
}

/** Returns the parts of a segment's cost at its mix: what the router could save, and what repairs cost. */
function breakEven(context: BoardContext): Explained {
	const { scenario, input } = context;
	const rows = scenario.segments.flatMap((segment, i): SumRow[] => {
		const p = input.outcome.segments[i]?.routedSmall ?? 0;
		if (p === 0) return [];
		const costs = laneCosts(scenario, segment);
		const check = effectiveCheck(scenario, segment);
		const values = {
			w: segment.share,
			p,
			a: smallCostAt(costs, p) + (check?.cost ?? 0),
			b: strongCostAt(costs, p),
			b0: costs.strong,
		};
		return [{ name: segment.name, values }];
	});
	const isLost = scenario.cache.onSwitch === 'lost';
	return {
		formula: isLost ? '(sum of w·(b0 − (1 − p)·b − p·a)) / (sum of w·p·b)' : '(sum of w·p·(b − a)) / (sum of w·p·b)',
		rows: isLost ? rows : rows.map(({ name, values: { b0: _, ...values } }) => ({ name, values })),
		rowUnits: { w: 'percent', p: 'percent', a: 'money', b: 'money', b0: 'money' },
		terms: [
			legend('w', FIELDS.w[0]),
			legend('p', FIELDS.p[0]),
			legend('a', 'a request on small with its check'),
			legend('b', 'a request on strong'),
			...(isLost ? [legend('b0', 'a request on strong when all go strong')] : []),
		],
	};
}

const legend = (symbol: string, name: string): Term => ({ symbol, name, value: null, text: '', from: 'each row' });

const LATENCY_NOTE =
	'Each lane’s waits follow the lognormal distribution of its p50 and p95; a repaired request waits for both lanes, and a check and the router add their own wait.';

/** @param what the figure is of the waits of all requests together */
function latency(context: BoardContext, what: string): Explained {
	const { scenario, input } = context;
	const { smallShare, repairLoad } = input.outcome.metrics;
	const at = scenario.latency;
	const lane = (symbol: string, id: 'small' | 'strong', field: 'p50' | 'p95'): Term =>
		given(context, symbol, `${field} of ${id}`, `latency.${id}.${field}`, at?.[id][field] ?? null);
	return {
		formula: null,
		terms: [
			computed('small', 'share that is routed small', smallShare, 'percent', 'computed: “small share”'),
			computed('again', 'share that is run again on strong', repairLoad, 'percent', 'computed: “repair load”'),
			lane('', 'small', 'p50'),
			lane('', 'small', 'p95'),
			lane('', 'strong', 'p50'),
			lane('', 'strong', 'p95'),
		],
		notes: [`${LATENCY_NOTE} ${what}`],
	};
}

const callsToReach = (context: BoardContext, goal: string): Explained => ({
	formula: null,
	terms: [endTerm(context, 'R0', 'small'), endTerm(context, 'R1', 'strong')],
	notes: [
		`Found on the threshold curve: the smallest share of strong calls at which resolution has recovered ${goal} of the way from everything small (R0) to everything strong (R1), without repair or check.`,
	],
});

const EXPLAIN: Readonly<Record<MetricName, (context: BoardContext) => Explained>> = {
	cost: (context) => {
		const { routerCost, segments } = context.scenario;
		const sum = over(context, ['w', 'C']);
		if (routerCost === 0) return { formula: 'sum of w·C', ...sum };
		const routed = segments.reduce((all, { override, share }) => all + (override === null ? share : 0), 0);
		return {
			formula: 'sum of w·C + k·A',
			...sum,
			terms: [
				...sum.terms,
				given(context, 'k', 'the router, a request', 'routerCost', routerCost),
				computed('A', 'share of requests without an override', routed, 'percent', 'shares of the segments'),
			],
		};
	},
	costPerResolved: (context) => ({
		formula: 'C / R',
		terms: [metric(context, 'C', 'cost'), metric(context, 'R', 'resolution')],
	}),
	totalCost: (context) => {
		const sum = over(context, ['w', 's', 'S']);
		return {
			formula: 'C + H·h + sum of w·s·S',
			...sum,
			terms: [metric(context, 'C', 'cost'), handoffCost(context), metric(context, 'h', 'handoff'), ...sum.terms],
		};
	},
	totalCostPerResolved: (context) => ({
		formula: 'T / R',
		terms: [metric(context, 'T', 'totalCost'), metric(context, 'R', 'resolution')],
	}),
	saving: (context) => ({ formula: '1 − C / B', terms: [metric(context, 'C', 'cost'), atBase(context, 'B', 'cost')] }),
	smallShare: (context) => ({ formula: 'sum of w·p', ...over(context, ['w', 'p']) }),
	repairLoad: (context) => ({ formula: 'sum of w·p·r', ...over(context, ['w', 'p', 'r'], smallAt(context)) }),
	repairRate: (context) => ({
		formula: 'L / P',
		terms: [metric(context, 'L', 'repairLoad'), metric(context, 'P', 'smallShare')],
	}),
	escalationRate: (context) => {
		const sum = over(context, ['w', 'p', 'e'], smallAt(context));
		return { formula: '(sum of w·p·e) / P', ...sum, terms: [...sum.terms, metric(context, 'P', 'smallShare')] };
	},
	resolution: (context) => ({ formula: 'sum of w·R', ...over(context, ['w', 'R']) }),
	handoff: (context) => ({ formula: 'sum of w·h', ...over(context, ['w', 'h']) }),
	silent: (context) => ({ formula: 'sum of w·s', ...over(context, ['w', 's']) }),
	falseEasy: (context) => ({ formula: 'sum of w·p·(1 − q)', ...over(context, ['w', 'p', 'q'], smallAt(context)) }),
	avoidable: (context) => ({
		formula: 'sum of w·p·(1 − q)·th',
		...over(context, ['w', 'p', 'q', 'th'], smallAt(context)),
	}),
	gained: (context) => ({
		formula: 'sum of w·p·q·(1 − te)',
		...over(context, ['w', 'p', 'q', 'te'], smallAt(context)),
	}),
	falseHard: (context) => ({ formula: 'sum of w·(1 − p)·u', ...over(context, ['w', 'p', 'u'], strongAt(context)) }),
	highRiskSmall: (context) => ({
		formula: '(sum of w·p) / (sum of w)',
		...over(context, ['w', 'p'], (i) => context.scenario.segments[i]?.risk === 'high'),
		notes: ['Over the segments of high risk alone.'],
	}),
	latencyMean: (context) => latency(context, 'This is the mean over all requests together.'),
	latencyP50: (context) =>
		latency(context, 'Half of all requests together are faster than this; it is found by search.'),
	latencyP95: (context) =>
		latency(context, '95% of all requests together are faster than this; it is found by search.'),
	breakEvenRepair: breakEven,
	handoffBreakEven: (context) => ({
		formula: '(B − C) / (P·H)',
		terms: [
			atBase(context, 'B', 'cost'),
			metric(context, 'C', 'cost'),
			metric(context, 'P', 'smallShare'),
			handoffCost(context),
		],
	}),
	pgr: (context) => ({
		formula: '(R − R0) / (R1 − R0)',
		terms: [metric(context, 'R', 'resolution'), endTerm(context, 'R0', 'small'), endTerm(context, 'R1', 'strong')],
	}),
	cpt50: (context) => callsToReach(context, 'half'),
	cpt80: (context) => callsToReach(context, '80%'),
	vetoValue: (context) => ({
		formula: '(B − C) / (Q − R)',
		terms: [
			atBase(context, 'B', 'cost'),
			metric(context, 'C', 'cost'),
			atBase(context, 'Q', 'resolution'),
			metric(context, 'R', 'resolution'),
		],
	}),
	costPerWeek: (context) => ({
		formula: 'C·V',
		terms: [
			metric(context, 'C', 'cost'),
			given(context, 'V', 'requests a week', 'volumePerWeek', context.scenario.volumePerWeek),
		],
	}),
	throughputPerHour: (context) => ({
		formula: '3600000·n / t',
		terms: [given(context, 'n', 'workers', 'workers', context.scenario.workers), metric(context, 't', 'latencyMean')],
		notes: ['3,600,000 ms are an hour.'],
	}),
};

/** Returns a metric of the whole board as an entry of the list. */
export function metricEntry(context: BoardContext, name: MetricName): FigureEntry {
	const { outcome } = context.input;
	const unit = metricUnit(name);
	const value = outcome.metrics[name];
	return {
		id: name,
		name: METRIC_LABELS[name].label,
		text: metricCell(name, outcome).text,
		explain(): FigureSource {
			const { formula, terms = [], rows = [], rowUnits = {}, notes = [] } = EXPLAIN[name](context);
			return {
				means: METRIC_LABELS[name].means,
				value,
				text: value === null ? nullReasonText(name, outcome).long : exactText(value, unit),
				formula,
				terms,
				rows,
				rowUnits,
				notes: [...notes, ...noiseNotes(context, name), ...limitNotes(context, name)],
			};
		},
	};
}

function noiseNotes({ input: { outcome, scenario } }: BoardContext, name: MetricName): readonly string[] {
	const guardrail = outcome.guardrails.find((one) => one.metric === name && one.segment === null);
	const noise = guardrail ? guardrail.noise : outcome.noise[name];
	if (!noise) return [];
	const width = guardrail ? halfWidthText({ ...guardrail, noise }) : noiseText(noise, name);
	const what = guardrail?.relative ? `of the difference from ${ownBaselineName(scenario)}: ` : '';
	const labelled = scenario.segments
		.filter(({ labels }) => labels !== null)
		.map(({ name: segment, labels }) => `${segment} ${number(labels ?? 0)}`);
	const more = labelled.length > MAX_LABELLED ? `, and ${labelled.length - MAX_LABELLED} more` : '';
	return [
		`Noise ${width}: ${what}1.96 standard errors, from the labels behind it (${labelled.slice(0, MAX_LABELLED).join(', ')}${more}).`,
	];
}

const MAX_LABELLED = 4;

function limitNotes({ input: { outcome, scenario } }: BoardContext, name: MetricName): readonly string[] {
	return outcome.guardrails
		.filter((guardrail) => guardrail.metric === name && guardrail.segment === null)
		.map((guardrail) => {
			const own = scenario.guardrails.find(({ metric: of, segment }) => of === name && segment === null);
			const base = outcome.baseline[name];
			const origin =
				guardrail.relative && own && base !== null
					? `: ${exactText(base, metricUnit(name))} on ${ownBaselineName(scenario)}, ${difference(own.limit, metricUnit(name))}`
					: '';
			return `Limit ${limitText(guardrail)}${origin}; owner ${guardrail.owner}. ${STATE_TEXT[guardrail.state].text.slice(2).replace(/^./, (first) => first.toUpperCase())}.`;
		});
}

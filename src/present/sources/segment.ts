import {
	type Calibration,
	effectiveCheck,
	laneCosts,
	segmentNullReasons,
	segmentThreshold,
	smallCostAt,
	strongCostAt,
} from '../../engine/index.js';
import type { Unit } from '../../engine/inputs/index.js';
import type { SegmentOutcome } from '../../engine/outcome-types.js';
import type { Check, Segment } from '../../engine/scenario.js';
import { inUnit, NOT_APPLICABLE, NOT_MEASURED } from '../format/format.js';
import {
	computed,
	exactText,
	type FigureEntry,
	type FigureSource,
	given,
	inputEntry,
	type Origin,
	type Term,
} from './source.js';

/** Figures of a segment that have a source, by the id that follows the segment's. */
export type SegmentFigureId =
	| 'set'
	| 'routedSmall'
	| 'smallSuccess'
	| 'repairRate'
	| 'repairCaught'
	| 'repairWasted'
	| 'escalated'
	| 'silentSmall'
	| 'easyInStrong'
	| 'resolution'
	| 'handoff'
	| 'silent'
	| 'cost'
	| 'trueEasy'
	| 'falseEasy'
	| 'falseHard'
	| 'trueHard';

/** A segment with what its figures are computed from. */
export interface SegmentContext extends Origin {
	readonly segment: Segment;
	readonly outcome: SegmentOutcome;
	readonly calibration: Calibration[number];
}

interface Definition {
	readonly name: string;
	readonly means: string;
	readonly unit: Unit;
	readonly value: (context: SegmentContext) => number | null;
	/** Returns the formula for the case at hand, with its terms, and notes; a part that counts for nothing is left out. */
	readonly explain: (context: SegmentContext, value: number | null) => Explained;
}

interface Explained {
	readonly formula: string | null;
	readonly terms: readonly Term[];
	readonly notes?: readonly string[];
}

const path = ({ segment }: SegmentContext, field: string): string => `segments.${segment.id}.${field}`;
const checkOf = ({ scenario, segment }: SegmentContext): Check | null => effectiveCheck(scenario, segment);

const see = (figure: SegmentFigureId): string => `computed: “${DEFINITIONS[figure].name}”`;
const own = (context: SegmentContext, symbol: string, figure: SegmentFigureId): Term => {
	const { name, unit, value } = DEFINITIONS[figure];
	return computed(symbol, name, value(context), unit, see(figure));
};
const input = (context: SegmentContext, symbol: string, name: string, field: keyof Segment & string): Term =>
	given(context, symbol, name, path(context, field), context.segment[field] as number | null);

const TE = (context: SegmentContext): Term => input(context, 'te', 'strong right on easy requests', 'strongOnEasy');
const TH = (context: SegmentContext): Term => input(context, 'th', 'strong right on hard requests', 'strongOnHard');

/** Terms of the router: easy share, distance of the scores, cut, and the threshold added to it. */
function routerTerms(context: SegmentContext): readonly Term[] {
	const { scenario, segment, calibration } = context;
	const { easyShare, routedSmall } = segment;
	const d = easyShare === 0 || easyShare === 1 ? 0 : calibration.d;
	const cut = easyShare === null || Number.isNaN(d) ? null : segmentThreshold(routedSmall, easyShare, d);
	const skill = segment.routerAuc === null ? 'from what was observed' : 'from the router’s AUC';
	return [
		input(context, 'E', 'easy share', 'easyShare'),
		computed('d', 'distance of the router’s scores', Number.isNaN(d) ? null : d, 'number', skill),
		computed('k', 'score above which a request is routed small', cut, 'number', 'solved for the set share'),
		...(scenario.threshold === 0
			? []
			: [given(context, 'x', 'threshold: above 0 sends more to strong', 'threshold', scenario.threshold)]),
	];
}

const ABOVE = (context: SegmentContext): string => (context.scenario.threshold === 0 ? '' : ' − x');
const moves = ({ scenario, segment, outcome }: SegmentContext): boolean =>
	scenario.threshold !== 0 &&
	segment.override === null &&
	segment.routedSmall > 0 &&
	segment.routedSmall < 1 &&
	outcome.routedSmall !== null;

const ROUTER_NOTE =
	'N(x): share of a standard normal distribution below x. The router scores easy requests around d, hard ones around 0. Easy: the small model would be right.';

const mixed = (context: SegmentContext): boolean => context.segment.strongOnEasy !== context.segment.strongOnHard;
/** What strong gets right, and wrong, of the requests that it gets. */
const strongRight = (context: SegmentContext): string => (mixed(context) ? 'u·te + (1 − u)·th' : 'te');
const strongWrong = (context: SegmentContext): string =>
	mixed(context) ? 'u·(1 − te) + (1 − u)·(1 − th)' : '(1 − te)';
const strongTerms = (context: SegmentContext): readonly Term[] => [
	...(mixed(context) ? [own(context, 'u', 'easyInStrong')] : []),
	TE(context),
	...(mixed(context) ? [TH(context)] : []),
];

/** Puts a term with more than one part into parentheses. */
const factor = (term: string): string => (/ /.test(term) ? `(${term})` : term);

/** Joins what happens in the two lanes, without a lane that gets nothing. */
function inBothLanes({ outcome }: SegmentContext, small: string, strong: string): string {
	const p = outcome.routedSmall;
	if (p === 0) return strong;
	if (p === 1) return small;
	return `p·${factor(small)} + (1 − p)·${factor(strong)}`;
}
const shares = (context: SegmentContext): readonly Term[] =>
	context.outcome.routedSmall === 0 || context.outcome.routedSmall === 1 ? [] : [own(context, 'p', 'routedSmall')];

const repairs = ({ outcome }: SegmentContext): boolean => outcome.repairRate !== 0 && outcome.routedSmall !== 0;
const repairTerms = (context: SegmentContext): readonly Term[] => [
	own(context, 'c', 'repairCaught'),
	own(context, 'v', 'repairWasted'),
];

/** Returns the terms without those that came before under the same symbol. */
const distinct = (terms: readonly Term[]): readonly Term[] =>
	terms.filter(({ symbol }, i) => terms.findIndex((term) => term.symbol === symbol) === i);

/** Returns the term of the failures that are handed to a person, of those that the strong lane or a repair makes. */
const DETECTION = (context: SegmentContext): Term =>
	given(
		context,
		'D',
		'share of strong’s failures that is noticed',
		'strongDetection',
		context.scenario.strongDetection,
	);

const percentFigure = (
	name: string,
	means: string,
	field: keyof SegmentOutcome & string,
	explain: Definition['explain'],
): Definition => ({ name, means, unit: 'percent', value: ({ outcome }) => outcome[field] as number | null, explain });

const ofLane = (
	name: string,
	means: string,
	field: keyof SegmentOutcome & string,
	formula: string,
	terms: (context: SegmentContext) => readonly Term[],
): Definition => percentFigure(name, means, field, (context) => ({ formula, terms: terms(context) }));

/** A cell of the confusion matrix. Where nothing takes its lane, it is 0 whatever would happen there. */
const cellOfMatrix = (name: string, what: string, field: keyof SegmentOutcome & string, formula: string): Definition =>
	percentFigure(name, `share of these requests that ${what}`, field, (context) => {
		const p = own(context, 'p', 'routedSmall');
		const isSmall = formula.startsWith('p');
		if (p.value === (isSmall ? 0 : 1)) return { formula: isSmall ? 'p' : '1 − p', terms: [p] };
		return { formula, terms: [p, isSmall ? own(context, 'q', 'smallSuccess') : own(context, 'u', 'easyInStrong')] };
	});

const DEFINITIONS: Readonly<Record<SegmentFigureId, Definition>> = {
	set: {
		name: 'routed small',
		means: 'share of these requests that the mix sends to the small model',
		unit: 'percent',
		value: ({ segment }) => segment.routedSmall,
		explain: () => ({ formula: null, terms: [] }),
	},
	routedSmall: percentFigure(
		'effective',
		'share of these requests that is routed small once override and threshold are applied',
		'routedSmall',
		(context) => {
			if (context.segment.override === 'strong')
				return {
					formula: null,
					terms: [],
					notes: ['The override sends all of it to the strong model, whatever is set.'],
				};
			const set = input(context, 'm', 'routed small, as set', 'routedSmall');
			if (!moves(context)) return { formula: 'm', terms: [set], notes: ['Nothing changes the mix as it is set.'] };
			return {
				formula: 'E·N(d − k − x) + (1 − E)·N(−k − x)',
				terms: [...routerTerms(context), set],
				notes: [ROUTER_NOTE],
			};
		},
	),
	smallSuccess: percentFigure(
		'of small: right',
		'share of what is routed small that the small model answers right',
		'smallSuccess',
		(context, value) => {
			const { segment, outcome } = context;
			if (value === null) return { formula: null, terms: [] };
			if (segment.easyShare === null)
				return {
					formula: 'q0',
					terms: [input0(context)],
					notes: ['Without an easy share it is taken to stay as it was observed, whatever the mix.'],
				};
			const [easy, ...router] = routerTerms(context);
			if (outcome.routedSmall === 1 && easy)
				return {
					formula: 'E',
					terms: [easy],
					notes: ['All of it is routed small, so the share of easy requests is right.'],
				};
			return {
				formula: `E·N(d − k${ABOVE(context)}) / p`,
				terms: [...(easy ? [easy] : []), ...router, own(context, 'p', 'routedSmall')],
				notes: [
					ROUTER_NOTE,
					'The more is routed small, the harder it gets: the easiest requests were routed small before.',
				],
			};
		},
	),
	repairRate: percentFigure(
		'repair',
		'share of what is routed small that is run again on the strong model',
		'repairRate',
		(context, value) => {
			if (value === null) return { formula: null, terms: [] };
			const check = checkOf(context);
			if (check === null) return { formula: 'r', terms: [input(context, 'r', 'repair rate, as set', 'repairRate')] };
			return { formula: 'c + v', terms: repairTerms(context), notes: ['The check decides what is run again.'] };
		},
	),
	repairCaught: percentFigure(
		'of small: repaired',
		'share of what is routed small that was wrong and is run again',
		'repairCaught',
		(context, value) => {
			if (value === null) return { formula: null, terms: [] };
			const q = own(context, 'q', 'smallSuccess');
			const check = checkOf(context);
			if (check)
				return {
					formula: 'g·(1 − q)',
					terms: [checkTerm(context, 'g', 'wrong answers that the check flags', 'catches'), q],
				};
			const r = input(context, 'r', 'repair rate', 'repairRate');
			if (context.segment.repairRate === 1)
				return { formula: '1 − q', terms: [q], notes: ['Everything is run again.'] };
			if (context.segment.repairRate === 0) return { formula: 'r', terms: [r] };
			return {
				formula: 'min(r, n·(1 − q)) + (r − min(r, n·(1 − q)))·(1 − n)·(1 − q) / (1 − n·(1 − q))',
				terms: [r, q, noticed(context)],
				notes: ['Repairs go to noticed failures first; what is left of them is spent blindly on the other answers.'],
			};
		},
	),
	repairWasted: percentFigure(
		'of small: wasted',
		'share of what is routed small that was right and is run again all the same',
		'repairWasted',
		(context, value) => {
			if (value === null) return { formula: null, terms: [] };
			const check = checkOf(context);
			if (check)
				return {
					formula: 'f·q',
					terms: [
						checkTerm(context, 'f', 'right answers that the check flags', 'falseAlarms'),
						own(context, 'q', 'smallSuccess'),
					],
				};
			return {
				formula: 'r − c',
				terms: [input(context, 'r', 'repair rate', 'repairRate'), own(context, 'c', 'repairCaught')],
			};
		},
	),
	escalated: percentFigure(
		'of small: escalated',
		'share of what is routed small that fails, is noticed, and goes to a person',
		'escalated',
		(context, value) => {
			if (value === null) return { formula: null, terms: [] };
			const q = own(context, 'q', 'smallSuccess');
			if (!repairs(context)) return { formula: 'n·(1 − q)', terms: [noticed(context), q] };
			if (checkOf(context) === null) {
				if (context.segment.repairRate === 1)
					return { formula: '1 − q − c', terms: [q, own(context, 'c', 'repairCaught')] };
				return {
					formula: 'n·(1 − q) − min(r, n·(1 − q))',
					terms: [noticed(context), q, input(context, 'r', 'repair rate', 'repairRate')],
				};
			}
			// With a perfect check nothing is missed, and detection does not matter.
			if (q.value !== null && q.value + (context.outcome.repairCaught ?? 0) === 1)
				return { formula: '1 − q − c', terms: [q, own(context, 'c', 'repairCaught')] };
			return {
				formula: 'max(0, n·(1 − q) − c)',
				terms: [noticed(context), q, own(context, 'c', 'repairCaught')],
				notes: ['The check is taken to flag first what would have been noticed anyway.'],
			};
		},
	),
	silentSmall: ofLane(
		'of small: silent',
		'share of what is routed small that fails and is not noticed',
		'silentSmall',
		'1 − q − c − e',
		(context) => [own(context, 'q', 'smallSuccess'), own(context, 'c', 'repairCaught'), own(context, 'e', 'escalated')],
	),
	easyInStrong: percentFigure(
		'easy in strong',
		'share of what goes strong that the small model would get right',
		'easyInStrong',
		(context, value) => {
			if (value === null) return { formula: null, terms: [] };
			const [easy, ...router] = routerTerms(context);
			if (context.outcome.routedSmall === 0 && easy) return { formula: 'E', terms: [easy] };
			return {
				formula: `E·N(k${context.scenario.threshold === 0 ? '' : ' + x'} − d) / (1 − p)`,
				terms: [...(easy ? [easy] : []), ...router, own(context, 'p', 'routedSmall')],
				notes: [ROUTER_NOTE],
			};
		},
	),
	resolution: percentFigure(
		'resolution',
		'share of these requests answered right with no person involved',
		'resolution',
		(context) => ({
			formula: inBothLanes(context, repairs(context) ? 'q − v + v·te + c·th' : 'q', strongRight(context)),
			terms: distinct([
				...shares(context),
				...(context.outcome.routedSmall === 0 ? [] : [own(context, 'q', 'smallSuccess')]),
				...(repairs(context) ? [...repairTerms(context), TE(context), TH(context)] : []),
				...(context.outcome.routedSmall === 1 ? [] : strongTerms(context)),
			]),
		}),
	),
	handoff: percentFigure(
		'hand-offs',
		'share of these requests whose failure goes to a person',
		'handoff',
		(context) => {
			const failedAgain = 'D·(c·(1 − th) + v·(1 − te))';
			return {
				formula: inBothLanes(
					context,
					repairs(context) ? `e + ${failedAgain}` : 'e',
					mixed(context) ? `D·(${strongWrong(context)})` : `D·${strongWrong(context)}`,
				),
				terms: distinct([
					...shares(context),
					...(context.outcome.routedSmall === 0 ? [] : [own(context, 'e', 'escalated')]),
					...(repairs(context) ? [...repairTerms(context), TE(context), TH(context)] : []),
					...(context.outcome.routedSmall === 1 ? [] : strongTerms(context)),
					...(repairs(context) || context.outcome.routedSmall !== 1 ? [DETECTION(context)] : []),
				]),
			};
		},
	),
	silent: ofLane(
		'silent failures',
		'share of these requests that fails and is not noticed',
		'silent',
		'1 − R − h',
		(context) => [own(context, 'R', 'resolution'), own(context, 'h', 'handoff')],
	),
	cost: {
		name: 'spend',
		means: 'model spend per request of this segment, without the router’s own cost',
		unit: 'money',
		value: ({ outcome }) => outcome.cost,
		explain(context) {
			const p = context.outcome.routedSmall;
			const check = checkOf(context);
			const costs = laneCosts(context.scenario, context.segment);
			const lanes = 'the Cost pane: prices times tokens';
			const small = [
				computed('a', 'a request on small', smallCostAt(costs, p), 'money', lanes),
				...(check === null ? [] : [checkTerm(context, 'k', 'the check, an answer', 'cost')]),
				...(repairs(context) ? [own(context, 'r', 'repairRate')] : []),
			];
			const smallFormula = `a${check === null ? '' : ' + k'}${repairs(context) ? ' + r·b' : ''}`;
			return {
				formula: inBothLanes(context, smallFormula, 'b'),
				terms: [
					...shares(context),
					...(p === 0 ? [] : small),
					...(p === 1 && !repairs(context)
						? []
						: [computed('b', 'a request on strong', strongCostAt(costs, p), 'money', lanes)]),
				],
			};
		},
	},
	trueEasy: cellOfMatrix('true-easy', 'is routed small and is right', 'trueEasy', 'p·q'),
	falseEasy: cellOfMatrix('false-easy', 'is routed small and fails there', 'falseEasy', 'p·(1 − q)'),
	falseHard: cellOfMatrix('false-hard', 'goes strong although small would be right', 'falseHard', '(1 − p)·u'),
	trueHard: cellOfMatrix('true-hard', 'goes strong, and small would fail', 'trueHard', '(1 − p)·(1 − u)'),
};

const input0 = (context: SegmentContext): Term =>
	given(
		context,
		'q0',
		'small success as observed',
		path(context, 'observed.smallSuccess'),
		context.segment.observed?.smallSuccess ?? null,
	);

/** Returns δ, given or computed from what was observed. */
function noticed(context: SegmentContext): Term {
	const { calibration, segment } = context;
	const name = 'share of small’s failures that is noticed';
	if (segment.detection !== null) return input(context, 'n', name, 'detection');
	const value = Number.isNaN(calibration.delta) ? null : calibration.delta;
	return computed('n', name, value, 'percent', 'observed: escalated / failed');
}

function checkTerm(
	context: SegmentContext,
	symbol: string,
	name: string,
	field: 'catches' | 'falseAlarms' | 'cost',
): Term {
	const hasOwn = context.segment.check !== null;
	const value = checkOf(context)?.[field] ?? null;
	return given(context, symbol, name, hasOwn ? path(context, `check.${field}`) : `check.${field}`, value);
}

/** Returns a figure of a segment as an entry of the list. */
export function segmentEntry(context: SegmentContext, figure: SegmentFigureId): FigureEntry {
	const { name, means, unit, value: valueIn, explain } = DEFINITIONS[figure];
	const { segment } = context;
	if (figure === 'set') {
		const entry = inputEntry(context, path(context, 'routedSmall'), `${segment.name}: ${name}`, means);
		if (entry) return entry;
	}
	const value = valueIn(context);
	const isEmptyLane =
		value === null && figure !== 'set' && segmentNullReasons(context.outcome)[figure] === 'not-applicable';
	return {
		id: `${segment.id}.${figure}`,
		name: `${segment.name}: ${name}`,
		text: value === null ? (isEmptyLane ? NOT_APPLICABLE : NOT_MEASURED) : inUnit(value, unit),
		explain(): FigureSource {
			const { formula, terms, notes = [] } = explain(context, value);
			const lane = figure === 'easyInStrong' ? 'strong' : 'small';
			return {
				means,
				value,
				text: value === null ? (isEmptyLane ? `nothing goes ${lane}` : NOT_MEASURED) : exactText(value, unit),
				formula: isEmptyLane ? null : formula,
				terms,
				rows: [],
				rowUnits: {},
				notes,
			};
		},
	};
}

import { REVIEW_QUESTION_TEXTS, REVIEW_QUESTIONS } from '../../chapter/review.js';
import {
	cachedPrice,
	computeCurve,
	METRIC_NAMES,
	type MetricName,
	type NullReason,
	type Outcome,
	segmentNullReasons,
	signalsOf,
	traceRequest,
	unmodelledPressures,
} from '../../engine/index.js';
import type { Price } from '../../engine/scenario.js';
import { textOf } from '../../text/line.js';
import { assumptionState, type NamedState, namedStates } from './assumptions.js';
import { findBorrowedFigures } from './borrowed-figures.js';
import type { ReportInput, ReviewInput } from './document.js';
import { findTrigger } from './guardrails.js';
import { boardAnswer } from './questions.js';
import { assessReadiness } from './readiness.js';
import { reportCommandLine } from './reproduce.js';
import { findUnmeasured, unmeasuredCheckPaths } from './unmeasured.js';

/** The object printed by the JSON report and flattened by CSV; its names are those of the model. */
export type ReportData = ReturnType<typeof reportData>;

/**
 * Returns a report for programs: unrounded, null where there is no value. `notMeasured` has the paths of unmeasured
 * inputs of checks that are on: the figures that depend on them are not measured either. `reasons` gives the reason why
 * a figure has no value. `curve` is null if no curve can be drawn; its first and last threshold are null because they
 * are infinite. `trace` is the ledger of the traced request.
 */
export function reportData({ lab, summary, source, notes, priceList, edits, baseline }: ReportInput) {
	const { scenario, outcome, trace } = lab;
	const router = computeCurve(scenario, CURVE_POINTS)?.router ?? null;
	return {
		scenario: scenario.id,
		title: scenario.title,
		summary,
		source,
		notes,
		...(priceList && { priceList }),
		notMeasured: unmeasuredCheckPaths(scenario),
		notModelled: unmodelledPressures(scenario),
		edits,
		...(baseline && { baselineEdits: baseline }),
		prices: { small: completePrice(scenario.prices.small), strong: completePrice(scenario.prices.strong) },
		metrics: outcome.metrics,
		noise: outcome.noise,
		reasons: reasonsOf(outcome),
		baseline: outcome.baseline,
		...(outcome.pinned && { pinned: outcome.pinned }),
		segments: outcome.segments.map((segment) => ({ ...segment, reasons: segmentNullReasons(segment) })),
		guardrails: outcome.guardrails,
		verdict: outcome.verdict,
		decidedBy: outcome.decidedBy,
		gain: outcome.gain,
		pressure: outcome.pressure,
		...(scenario.rows.length > 0 && { rows: outcome.rows }),
		curve: router?.map(({ threshold, ...rest }) => ({ threshold: finiteOrNull(threshold), ...rest })) ?? null,
		signals: lab.opened.weeks.length === 0 ? null : signalsOf(lab.opened),
		trace: traceRequest(scenario, trace.seed, trace.index).ledger,
	};
}

/** Number of thresholds at which a report has points of the curve. */
const CURVE_POINTS = 25;

const finiteOrNull = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);

/** Fills in the cached-input prices that were left out. */
const completePrice = ({ above, ...price }: Price) => ({
	...price,
	cachedInput: cachedPrice(price),
	above: above.map((tier) => ({ ...tier, cachedInput: cachedPrice(tier) })),
});

const reasonsOf = ({ metrics, why }: Outcome): Readonly<Partial<Record<MetricName, NullReason>>> =>
	Object.fromEntries(METRIC_NAMES.flatMap((metric) => (metrics[metric] === null ? [[metric, why(metric)]] : [])));

/** Returns what the artifact adds to the figures of the report, for programs; null where the worksheet says nothing. */
export function reviewData(input: ReviewInput) {
	const { lab, worksheet } = input;
	const { ready, gaps } = assessReadiness(input);
	const assumption = assumptionState(lab);
	const borrowed = findBorrowedFigures(input);
	return {
		title: lab.scenario.title,
		summary: input.summary,
		source: input.source,
		comparedWith: lab.baselineName,
		/** null: the scenario is not a worksheet. */
		worksheet,
		ready,
		gaps: worksheet === null ? null : gaps,
		trigger: findTrigger(input),
		assumption: assumption && stateData(assumption),
		states: namedStates(lab, input.edits).map(stateData),
		stillTheTemplates: borrowed && {
			template: borrowed.template,
			paths: borrowed.places.flatMap(({ paths }) => paths),
			of: borrowed.total,
		},
		unmeasured: findUnmeasured(lab),
		questions: REVIEW_QUESTIONS.map((id) => ({
			id,
			ask: REVIEW_QUESTION_TEXTS[id],
			...(worksheet?.review[id] ?? { answer: null, evidence: null }),
			board: textOf(boardAnswer(id, lab)),
		})),
		command: reportCommandLine(input),
	};
}

const stateData = ({ id, name, lab: { outcome, scenario } }: NamedState) => ({
	id,
	name,
	set: scenario.states.find((state) => state.id === id)?.set ?? {},
	verdict: outcome.verdict,
	metrics: outcome.metrics,
});

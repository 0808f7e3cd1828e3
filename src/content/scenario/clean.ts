import { REVIEW_QUESTIONS, type ReviewQuestion } from '../../chapter/review.js';
import type { Condition, Expectation } from '../../engine/expectations/index.js';
import type {
	Check,
	CostRow,
	Guardrail,
	Observed,
	Price,
	Rates,
	Scenario,
	Segment,
	Step,
} from '../../engine/scenario.js';
import type { ScenarioDocument, Worksheet } from './document.js';
import type { RawCondition, RawExpectation } from './raw/expectation.js';
import type { RawScenario } from './raw/scenario.js';
import { normalizeShares, toGivenShares } from './shares.js';

type RawSegment = RawScenario['segments'][number];
type RawGuardrail = RawScenario['guardrails'][number];

/** The default steps: one routed call with the segment's tokens. */
const ONE_ROUTED_CALL: Step = { name: 'answer', lane: 'routed', tokens: null, times: 1 };

/** Converts a file that passed schema and rules into a document; missing values become null. */
export function toDocument(raw: RawScenario): ScenarioDocument {
	const given = raw.shares === 'normalize' ? toGivenShares(raw.segments.map(({ share }) => share)) : null;
	return {
		scenario: cleanScenario(raw, given && normalizeShares(given)),
		summary: raw.summary,
		source: raw.source,
		kind: raw.kind ?? null,
		teaches: raw.teaches,
		story: raw.story ?? '',
		artifact: raw.artifact ?? null,
		context: raw.context ? { ...raw.context, segment: raw.context.segment ?? null } : null,
		worksheet: raw.worksheet ? cleanWorksheet(raw.worksheet) : null,
		givenShares: given,
		expectations: raw.expect.map(cleanExpectation),
	};
}

/**
 * Converts the part of a file that the model reads.
 *
 * @param shares of the segments; null: as in the file
 */
function cleanScenario(raw: RawScenario, shares: readonly number[] | null): Scenario {
	return {
		id: raw.id,
		title: raw.title,
		prices: { small: cleanPrice(raw.prices.small), strong: cleanPrice(raw.prices.strong) },
		tokens: raw.tokens,
		steps: cleanSteps(raw.steps) ?? [ONE_ROUTED_CALL],
		attempts: raw.attempts,
		cache: raw.cache,
		routerCost: raw.routerCost,
		routerLatency: raw.routerLatency,
		segments: raw.segments.map((segment, i) => cleanSegment({ ...segment, share: shares?.[i] ?? segment.share })),
		strongDetection: raw.strongDetection ?? null,
		handoffCost: raw.handoffCost ?? null,
		check: raw.check ? cleanCheck(raw.check) : null,
		latency: raw.latency ?? null,
		threshold: raw.threshold,
		volumePerWeek: raw.volumePerWeek ?? null,
		workers: raw.workers ?? null,
		weeks: raw.weeks,
		lag: raw.signals.lag as Scenario['lag'],
		baseline: raw.baseline ? { name: raw.baseline.name ?? null, set: raw.baseline.set } : null,
		states: raw.states.map((state) => ({ ...state, from: state.from ?? null })),
		guardrails: raw.guardrails.map(cleanGuardrail),
		rows: raw.rows.map(cleanRow),
		owners: raw.owners as Scenario['owners'],
	};
}

function cleanPrice({ request, above, ...rates }: RawScenario['prices']['small']): Price {
	const withCache = (own: typeof rates): Rates => ({ ...own, cachedInput: own.cachedInput ?? null });
	return { ...withCache(rates), request, above: above.map(({ tokens, ...own }) => ({ tokens, ...withCache(own) })) };
}

const cleanCheck = (raw: NonNullable<RawScenario['check']>): Check => ({
	catches: raw.catches ?? null,
	falseAlarms: raw.falseAlarms ?? null,
	cost: raw.cost ?? null,
	latency: raw.latency ?? null,
	labels: raw.labels ?? null,
});

function cleanSegment(raw: RawSegment): Segment {
	const observed: Observed | null = raw.observed
		? {
				routedSmall: raw.observed.routedSmall ?? null,
				smallSuccess: raw.observed.smallSuccess ?? null,
				escalationRate: raw.observed.escalationRate ?? null,
			}
		: null;
	return {
		id: raw.id,
		name: raw.name,
		share: raw.share,
		risk: raw.risk,
		override: raw.override ?? null,
		// The rules ensure that one of the two is present.
		routedSmall: raw.routedSmall ?? observed?.routedSmall ?? 0,
		repairRate: raw.repairRate,
		easyShare: raw.easyShare ?? null,
		strongOnEasy: raw.strongOnEasy ?? null,
		strongOnHard: raw.strongOnHard ?? null,
		observed,
		routerAuc: raw.routerAuc ?? null,
		detection: raw.detection ?? null,
		labels: raw.labels ?? null,
		strongLabels: raw.strongLabels ?? null,
		silentCost: raw.silentCost ?? null,
		check: raw.check === 'off' ? raw.check : raw.check ? cleanCheck(raw.check) : null,
		tokens: raw.tokens ?? null,
		steps: cleanSteps(raw.steps),
	};
}

const cleanSteps = (raw: RawScenario['steps']): readonly Step[] | null =>
	raw?.map((step): Step => ({ ...step, tokens: step.tokens ?? null })) ?? null;

function cleanGuardrail(raw: RawGuardrail): Guardrail {
	return {
		metric: raw.metric,
		side: raw.atMost === undefined ? 'atLeast' : 'atMost',
		// The rules ensure that exactly one of the two is present.
		limit: raw.atMost ?? raw.atLeast ?? 0,
		relative: raw.relativeTo === 'baseline',
		segment: raw.segment ?? null,
		window: raw.window ?? null,
		owner: raw.owner,
		action: raw.action,
	};
}

function cleanRow(raw: RawScenario['rows'][number]): CostRow {
	return {
		id: raw.id,
		name: raw.name,
		routedSmall: raw.routedSmall,
		repairRate: raw.repairRate,
		override: raw.override ?? null,
		tokens: raw.tokens ?? null,
		improved: raw.improved ?? null,
		mayHaveWorsened: raw.mayHaveWorsened ?? null,
	};
}

/** Converts the worksheet of a file; open entries become null. */
function cleanWorksheet(raw: NonNullable<RawScenario['worksheet']>): Worksheet {
	return {
		template: raw.template ?? null,
		models: { small: raw.models.small ?? null, strong: raw.models.strong ?? null },
		change: raw.change ?? null,
		slice: raw.slice ?? null,
		expected: raw.expected ?? null,
		atRisk: raw.atRisk ?? null,
		relieved: raw.relieved ?? null,
		created: raw.created ?? null,
		owner: raw.owner ?? null,
		trigger: raw.trigger ? { metric: raw.trigger.metric, segment: raw.trigger.segment ?? null } : null,
		review: Object.fromEntries(
			REVIEW_QUESTIONS.map((id) => [
				id,
				{ answer: raw.review[id]?.answer ?? null, evidence: raw.review[id]?.evidence ?? null },
			]),
		) as Record<ReviewQuestion, Worksheet['review'][ReviewQuestion]>,
	};
}

/** Converts an expectation; the rules ensure that its fields belong together. */
function cleanExpectation(raw: RawExpectation): Expectation {
	const { says, role, state, week } = raw;
	return { says, role, moment: state ?? week ?? null, condition: toCondition(raw) };
}

/** Converts the fields of a condition. */
export function toCondition(raw: RawCondition): Condition {
	const { verdict, guardrail, stands, alarm, inWeek, before, metric, against, input, is } = raw;
	const segment = raw.segment ?? null;
	const limits = { atLeast: raw.atLeast ?? null, atMost: raw.atMost ?? null };
	if (input !== undefined) return { kind: 'input', path: input, ...limits, ...(is === undefined ? {} : { is }) };
	if (verdict !== undefined) return { kind: 'verdict', verdict };
	if (guardrail !== undefined) return { kind: 'guardrail', metric: guardrail, segment, stands: stands ?? 'held' };
	if (alarm !== undefined)
		return {
			kind: 'alarm',
			metric: alarm,
			...(inWeek === undefined ? {} : { week: inWeek === 'never' ? null : inWeek }),
			...(before === undefined ? {} : { before }),
		};
	return {
		kind: 'bound',
		figure: metric ?? 'cost',
		segment,
		...limits,
		...(against === undefined
			? {}
			: { against: { moment: against === 'own' ? null : against, as: raw.as ?? 'difference' } }),
	};
}

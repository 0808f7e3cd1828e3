import { weekScenarios } from '../../engine/index.js';
import type { MetricName } from '../../engine/scenario.js';
import type { CaseArtifact } from './case.js';
import { formatEstimate, formatMilliseconds, formatPercent, formatUsd, NOT_MEASURED } from './format.js';
import { type EvaluatedScenario, evaluateScenario } from './signatures.js';

/** Returns the team's tables: the same five for every shape, so that the choice of tables gives nothing away. */
export function artifactsOf(now: EvaluatedScenario, before: EvaluatedScenario): readonly CaseArtifact[] {
	return [routerSlice(now), labelledSample(now), costTable(now, before), signalTable(now), waitTable(now, before)];
}

function routerSlice({ scenario, outcome }: EvaluatedScenario): CaseArtifact {
	return {
		title: 'Segments, last week',
		columns: ['segment', 'routed small', 'small right', 'escalated', 'risk'],
		rows: scenario.segments.map(({ name, risk }, i): readonly string[] => {
			const segment = outcome.segments[i];
			return [
				name,
				formatPercent(segment?.routedSmall),
				formatPercent(segment?.smallSuccess),
				formatPercent(segment?.escalated),
				risk,
			];
		}),
	};
}

function labelledSample({ scenario, outcome }: EvaluatedScenario): CaseArtifact {
	return {
		title: 'Labelled sample, last week',
		columns: ['segment', 'of traffic', 'false-easy', 'false-hard', 'a silent failure costs'],
		rows: scenario.segments.map(({ name, share, silentCost }, i) => [
			name,
			formatPercent(share),
			formatPercent(outcome.segments[i]?.falseEasy),
			formatPercent(outcome.segments[i]?.falseHard),
			formatEstimate(silentCost),
		]),
	};
}

const COMPARED = ['figure', 'all strong', 'before', 'now'];

function comparisonTable(
	title: string,
	now: EvaluatedScenario,
	before: EvaluatedScenario,
	figures: readonly (readonly [string, MetricName, (value: number | null) => string])[],
): CaseArtifact {
	const rows = figures.map(([label, metric, format]) => [
		label,
		...[now.outcome.baseline, before.outcome.metrics, now.outcome.metrics].map((metrics) => format(metrics[metric])),
	]);
	return { title, columns: COMPARED, rows };
}

const costTable = (now: EvaluatedScenario, before: EvaluatedScenario): CaseArtifact =>
	comparisonTable('Cost per request, before and now', now, before, [
		['model spend', 'cost', formatUsd],
		['saving', 'saving', formatPercent],
		['small answers redone', 'repairRate', formatPercent],
		['spend per resolved', 'costPerResolved', formatUsd],
		['all costs per resolved', 'totalCostPerResolved', formatUsd],
	]);

function waitTable(now: EvaluatedScenario, before: EvaluatedScenario): CaseArtifact {
	const table = comparisonTable('Waits, before and now', now, before, [
		['p50', 'latencyP50', formatMilliseconds],
		['mean', 'latencyMean', formatMilliseconds],
		['p95', 'latencyP95', formatMilliseconds],
	]);
	const budget = formatMilliseconds(now.scenario.guardrails.find(({ metric }) => metric === 'latencyP95')?.limit);
	return { ...table, rows: [...table.rows, ['p95 budget', NOT_MEASURED, budget, budget]] };
}

const SIGNALS: readonly (readonly [string, MetricName, (value: number | null) => string])[] = [
	['spend per request', 'cost', formatUsd],
	['small share', 'smallShare', formatPercent],
	['redone on strong', 'repairRate', formatPercent],
	['escalated', 'escalationRate', formatPercent],
	['resolved', 'resolution', formatPercent],
	['silent failures', 'silent', formatPercent],
];

function signalTable({ scenario }: EvaluatedScenario): CaseArtifact {
	const weeks = weekScenarios(scenario).map(({ week, scenario }) => ({
		week,
		metrics: evaluateScenario(scenario).outcome.metrics,
	}));
	return {
		title: 'Signals, week by week',
		columns: ['signal', ...weeks.map(({ week }) => `week ${week}`)],
		rows: SIGNALS.map(([label, metric, format]) => [label, ...weeks.map(({ metrics }) => format(metrics[metric]))]),
	};
}

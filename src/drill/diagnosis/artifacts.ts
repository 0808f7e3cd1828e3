import { weekScenarios } from '../../engine/index.js';
import type { MetricName } from '../../engine/scenario.js';
import type { CaseArtifact } from './case.js';
import { type Seen, seen } from './signatures.js';
import { NOTHING, percent, stated, usd, wait } from './spell.js';

/** Returns the team's tables: the same five for every shape, so that the choice of tables gives nothing away. */
export function artifactsOf(now: Seen, before: Seen): readonly CaseArtifact[] {
	return [routerSlice(now), labelledSample(now), costTable(now, before), signalTable(now), waitTable(now, before)];
}

function routerSlice({ scenario, outcome }: Seen): CaseArtifact {
	return {
		title: 'Router slice, last week',
		columns: ['segment', 'routed small', 'small right', 'escalated', 'risk'],
		rows: scenario.segments.map(({ name, risk }, i): readonly string[] => {
			const segment = outcome.segments[i];
			return [name, percent(segment?.routedSmall), percent(segment?.smallSuccess), percent(segment?.escalated), risk];
		}),
	};
}

function labelledSample({ scenario, outcome }: Seen): CaseArtifact {
	return {
		title: 'Labelled sample, last week',
		columns: ['segment', 'of traffic', 'false-easy', 'false-hard', 'a silent one costs'],
		rows: scenario.segments.map(({ name, share, silentCost }, i) => [
			name,
			percent(share),
			percent(outcome.segments[i]?.falseEasy),
			percent(outcome.segments[i]?.falseHard),
			stated(silentCost),
		]),
	};
}

const COMPARED = ['figure', 'all strong', 'before', 'now'];

function comparisonTable(
	title: string,
	now: Seen,
	before: Seen,
	figures: readonly (readonly [string, MetricName, (value: number | null) => string])[],
): CaseArtifact {
	const rows = figures.map(([label, metric, format]) => [
		label,
		...[now.outcome.baseline, before.outcome.metrics, now.outcome.metrics].map((metrics) => format(metrics[metric])),
	]);
	return { title, columns: COMPARED, rows };
}

const costTable = (now: Seen, before: Seen): CaseArtifact =>
	comparisonTable('Cost per request, before and now', now, before, [
		['model spend', 'cost', usd],
		['saving', 'saving', percent],
		['small answers redone', 'repairRate', percent],
		['spend per resolved', 'costPerResolved', usd],
		['all costs per resolved', 'totalCostPerResolved', usd],
	]);

function waitTable(now: Seen, before: Seen): CaseArtifact {
	const table = comparisonTable('Waits, before and now', now, before, [
		['p50', 'latencyP50', wait],
		['mean', 'latencyMean', wait],
		['p95', 'latencyP95', wait],
	]);
	const budget = wait(now.scenario.guardrails.find(({ metric }) => metric === 'latencyP95')?.limit);
	return { ...table, rows: [...table.rows, ['p95 budget', NOTHING, budget, budget]] };
}

const SIGNALS: readonly (readonly [string, MetricName, (value: number | null) => string])[] = [
	['spend per request', 'cost', usd],
	['small share', 'smallShare', percent],
	['redone on strong', 'repairRate', percent],
	['escalated', 'escalationRate', percent],
	['resolved', 'resolution', percent],
	['silent failures', 'silent', percent],
];

function signalTable({ scenario }: Seen): CaseArtifact {
	const weeks = weekScenarios(scenario).map(({ week, scenario }) => ({
		week,
		metrics: seen(scenario).outcome.metrics,
	}));
	return {
		title: 'Signals, week by week',
		columns: ['signal', ...weeks.map(({ week }) => `week ${week}`)],
		rows: SIGNALS.map(([label, metric, format]) => [label, ...weeks.map(({ metrics }) => format(metrics[metric]))]),
	};
}

import type { MetricName } from '../scenario.js';

const LABELS: Readonly<Record<MetricName, string>> = {
	cost: 'spend',
	costPerResolved: 'spend/resolved',
	totalCost: 'all counted/req',
	totalCostPerResolved: 'all counted',
	saving: 'saving',
	smallShare: 'small share',
	repairLoad: 'repair load',
	repairRate: 'repair rate',
	escalationRate: 'escalation rate',
	resolution: 'resolution',
	handoff: 'hand-offs',
	silent: 'silent failures',
	falseEasy: 'false-easy',
	avoidable: 'avoidable',
	gained: 'gained',
	falseHard: 'false-hard',
	highRiskSmall: 'high-risk small',
	latencyMean: 'mean wait',
	latencyP50: 'p50 wait',
	latencyP95: 'p95 wait',
	breakEvenRepair: 'break-even',
	handoffBreakEven: 'hand-off b/e',
	pgr: 'PGR',
	cpt50: 'CPT(50)',
	cpt80: 'CPT(80)',
	vetoValue: 'veto value',
	costPerWeek: 'spend/week',
	throughputPerHour: 'throughput/h',
};

/** Returns the name of a metric as it stands on screen, at most 16 columns wide. */
export const metricLabel = (metric: MetricName): string => LABELS[metric];

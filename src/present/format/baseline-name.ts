import type { Scenario } from '../../engine/index.js';

/** What a scenario's own baseline is called: the one with which saving, limits and verdict compare. */
export const ownBaselineName = ({ baseline }: Pick<Scenario, 'baseline'>): string =>
	baseline === null ? 'all strong' : (baseline.name ?? 'its own baseline');

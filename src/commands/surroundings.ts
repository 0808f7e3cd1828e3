import type { ScenarioDocument } from '../content/index.js';
import { computeLab, opensOn, PANES, type PaneId, paneGrid } from '../present/index.js';
import type { Surroundings } from '../store/index.js';

/** What the store is told of the panes and scenarios around it. */
export function surroundings(documents: readonly ScenarioDocument[]): Surroundings {
	return {
		panes: PANES,
		scenarios: documents.map(({ scenario }) => scenario),
		opensOn,
		grid: (pane, scenario) => paneGrid(pane as PaneId, computeLab(scenario, null, null)),
	};
}

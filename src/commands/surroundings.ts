import type { ScenarioDocument } from '../content/index.js';
import type { Scenario } from '../engine/scenario.js';
import { computeLab, opensOn, PANES, type PaneId, paneGrid } from '../present/index.js';
import type { Grid, Surroundings } from '../store/index.js';

/**
 * What the store is told of the panes and scenarios around it.
 *
 * @param names what the command line calls scenarios that came from files, by id
 */
export function surroundings(
	documents: readonly ScenarioDocument[],
	names: Readonly<Record<string, string>> = {},
): Surroundings {
	return {
		panes: PANES,
		scenarios: documents.map(({ scenario }) => scenario),
		nameOf: (id) => names[id] ?? id,
		opensOn,
		grid: remembered,
	};
}

/** A key asks for the grid of the same state several times over. */
const grids = new WeakMap<Scenario, Map<string, Grid>>();

function remembered(pane: string, scenario: Scenario): Grid {
	const known = grids.get(scenario) ?? new Map<string, Grid>();
	grids.set(scenario, known);
	const grid = known.get(pane) ?? paneGrid(pane as PaneId, computeLab(scenario, null, null));
	known.set(pane, grid);
	return grid;
}

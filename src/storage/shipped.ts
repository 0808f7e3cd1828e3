import documents from 'virtual:scenarios';
import type { ScenarioDocument } from '../content/index.js';

/** Id of the scenario that a first visit opens on: the chapter's opening failure. */
export const OPENING = 'week-31';

/** The scenarios that come with the program, the opening failure first, then by id. */
export const SHIPPED: readonly ScenarioDocument[] = [...documents].sort(
	(a, b) => Number(b.scenario.id === OPENING) - Number(a.scenario.id === OPENING),
);

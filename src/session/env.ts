import { keyHelp } from '../app/keys.js';
import { findCommands } from '../app/palette.js';
import { ROUTES } from '../app/routes.js';
import { openLab } from '../board/lab.js';
import type { LessonDocument, ScenarioDocument } from '../content/index.js';
import type { Scenario } from '../engine/scenario.js';
import { initialPane } from '../present/pane/pane.js';
import type { Env, ReopenedScenario } from '../screens/screen.js';

/** The parts of the environment that a session provides. */
export interface EnvOptions
	extends Partial<Pick<Env, 'drills' | 'sheets' | 'markdown' | 'artifact' | 'now' | 'nameOf'>> {
	/** Returns a scenario as the reader left it; null: never opened before. */
	readonly reopen?: (scenario: Scenario, file?: string) => ReopenedScenario | null;
}

/** Creates the environment of updates and views. Without options: a first visit, with nothing loaded lazily. */
export function createEnv(
	documents: readonly ScenarioDocument[],
	lessons: readonly LessonDocument[] = [],
	{ reopen, ...options }: EnvOptions = {},
): Env {
	return {
		documents,
		lessons,
		go: ROUTES,
		keyHelp,
		findCommands,
		drills: () => null,
		sheets: () => null,
		markdown: () => null,
		artifact: () => null,
		now: () => 0,
		nameOf: (id) => id,
		...options,
		reopen: (scenario, file) =>
			reopen?.(scenario, file) ?? { lab: openLab(scenario), pane: initialPane(scenario), focus: {} },
	};
}

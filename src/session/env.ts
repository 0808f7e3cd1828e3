import { ROUTES } from '../app/go.js';
import { keyHelp } from '../app/keys.js';
import { openLab } from '../board/lab.js';
import type { LessonDocument, ScenarioDocument } from '../content/index.js';
import type { Scenario } from '../engine/scenario.js';
import { opensOn } from '../present/pane/pane.js';
import type { Env, Reopened } from '../screens/screen.js';

/** What of an environment a session provides. */
export interface EnvOptions
	extends Partial<Pick<Env, 'drills' | 'sheets' | 'markdown' | 'artifact' | 'now' | 'nameOf'>> {
	/** Returns a scenario as it was left; null: it was not open before. */
	readonly reopen?: (scenario: Scenario, file?: string) => Reopened | null;
}

/** Creates the environment of updates and views: missing options stand for a first visit on which nothing loads late. */
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
		drills: () => null,
		sheets: () => null,
		markdown: () => null,
		artifact: () => null,
		now: () => 0,
		nameOf: (id) => id,
		...options,
		reopen: (scenario, file) =>
			reopen?.(scenario, file) ?? { lab: openLab(scenario), pane: opensOn(scenario), focus: {} },
	};
}

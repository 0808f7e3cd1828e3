import type { Screen } from '../screen.js';
import type { OverlayKind } from '../state.js';
import { HISTORY, SCENARIOS, STATES } from './lists.js';
import { ARTIFACT, GLOSSARY, HELP, LEGEND, PROGRESS, SHARE, STORY } from './pages.js';
import { SOURCES } from './sources.js';

/** The screen of every overlay. */
export const OVERLAYS: Readonly<Record<OverlayKind, Screen>> = {
	help: HELP,
	legend: LEGEND,
	story: STORY,
	artifact: ARTIFACT,
	scenarios: SCENARIOS,
	states: STATES,
	history: HISTORY,
	share: SHARE,
	glossary: GLOSSARY,
	progress: PROGRESS,
	sources: SOURCES,
};

export { openOverlay } from './update.js';

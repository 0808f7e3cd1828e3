import { currentEntry } from '../../board/lab.js';
import type { Scenario } from '../../engine/scenario.js';
import { type ScrollWindow, scrollWindow } from '../../text/list-window.js';
import type { DrillTools, Env } from '../screen.js';
import type { State } from '../state.js';
import type { DrillInput } from './page/input.js';
import { type DrillPage, drillPage } from './page/page.js';

/** Lines of the window other than page and foot: head, an empty line, status and footer. */
const CHROME = 4;

/** The visible part of a drill's page. */
export interface DrillWindow extends ScrollWindow {
	readonly page: DrillPage;
}

/** Returns the input that a drill's page is drawn and spoken from. */
export function drillInput({ drill, reviews, feedback }: State, env: Env, { kit }: DrillTools): DrillInput {
	const { run, queue } = drill;
	return {
		...drill,
		kit,
		reviews,
		now: env.now(),
		questionsLeft: run ? run.questions.length - run.results.length - 1 : queue.length,
		hasLateFeedback: feedback === 'at-the-end',
		lessonTitle: (id) => env.lessons.find((one) => one.id === id)?.title ?? id,
	};
}

/** Returns the scenario of the open case with the reader's edits; null: no case is open, or not yet in the lab. */
export function caseScenario({ drill: { question }, labs }: State): Scenario | null {
	const lab = question?.kind === 'case' ? labs[question.diagnosisCase.scenario.id] : undefined;
	return lab ? currentEntry(lab).scenario : null;
}

/** Lays out the drill; the window follows the cursor or the chosen line until the reader scrolls. */
export function drillWindow(state: State, env: Env, tools: DrillTools): DrillWindow {
	const { drill, size } = state;
	const page = drillPage(drillInput(state, env, tools), size.columns - 1, caseScenario(state));
	const { visibleLine } = page;
	const height = size.rows - CHROME - page.foot.length;
	const last = visibleLine === null ? 0 : visibleLine + 1;
	return { ...scrollWindow(page.lines.length, height, drill.offset, visibleLine ?? 0, last), page };
}

import { say } from '../screens/changes.js';
import { toContents } from '../screens/contents/update.js';
import { isMending, leaveCase } from '../screens/drill/mend.js';
import { startWith } from '../screens/drill/start.js';
import { enterLesson, leaveLesson } from '../screens/lesson/enter.js';
import { openLesson } from '../screens/lesson/reading.js';
import { type Env, only, type Routes, type Updated } from '../screens/screen.js';
import type { ScreenId, State } from '../screens/state.js';
import { pointOf } from '../screens/worksheet/state.js';

/** Goes to a screen. */
export function goTo(state: State, screen: ScreenId, env: Env): Updated {
	switch (screen) {
		case 'contents':
			return only(toContents(state, env));
		case 'lesson':
			return only(toLesson(state, env));
		case 'worksheet':
			return toWorksheet(state, env);
		default:
			return only({ ...state, screen, overlay: null });
	}
}

/** Goes to the open lesson, or else to the first lesson on the open scenario. */
function toLesson(state: State, env: Env): State {
	const open = openLesson(state, env);
	if (open && open.scenario === state.scenario) return { ...state, screen: 'lesson', overlay: null };
	const lesson = env.lessons.find(({ scenario }) => scenario === state.scenario);
	return lesson ? enterLesson(state, lesson, env) : say(state, 'no lesson is played on this scenario');
}

function toWorksheet(state: State, env: Env): Updated {
	const tools = env.sheets();
	return tools ? tools.open(state) : only(say(state, SHEETS_LOADING));
}

/** Notice shown when a key needs worksheets before they are loaded. */
export const SHEETS_LOADING = 'worksheets are being loaded: a moment';

/** Leaves the lab for the worksheet, the case or the lesson of its scenario, or else for the contents. */
function leaveLab(state: State, env: Env): Updated {
	const { sheets, scenario } = state;
	if (sheets.open && pointOf(sheets.open).sheet.scenario.id === scenario) return toWorksheet(state, env);
	if (isMending(state)) return only(leaveCase(state));
	return goTo(state, openLesson(state, env)?.scenario === scenario ? 'lesson' : 'contents', env);
}

/** The routes between screens. */
export const ROUTES: Routes = {
	contents: toContents,
	lesson: enterLesson,
	leaveLesson,
	leaveLab,
	worksheet: toWorksheet,
	cards: startWith,
};

import { openContents } from '../screens/contents/update.js';
import { isMending, leaveCase } from '../screens/drill/mending.js';
import { askCards } from '../screens/drill/start.js';
import { enterLesson, leaveLesson } from '../screens/lesson/enter.js';
import { hidesFigures, openLesson } from '../screens/lesson/reading.js';
import { lessonOnScenario } from '../screens/places.js';
import { type Env, type Routes, type Updated, withoutEffects } from '../screens/screen.js';
import type { ScreenId, State } from '../screens/state.js';
import { say } from '../screens/state-changes.js';
import { currentSheetEntry } from '../screens/worksheet/state.js';

/** Goes to a screen. */
export function goTo(state: State, screen: ScreenId, env: Env): Updated {
	switch (screen) {
		case 'contents':
			return withoutEffects(openContents(state, env));
		case 'lesson':
			return withoutEffects(toLesson(state, env));
		case 'worksheet':
			return toWorksheet(state, env);
		case 'lab':
			return withoutEffects(
				hidesFigures(state, env) ? { ...state, questionId: 'lab' } : { ...state, screen, overlay: null },
			);
		default:
			return withoutEffects({ ...state, screen, overlay: null });
	}
}

/** Goes to the open lesson, or else to the first numbered lesson on the open scenario. */
function toLesson(state: State, env: Env): State {
	const open = openLesson(state, env);
	if (open && open.scenario === state.scenario) return { ...state, screen: 'lesson', overlay: null };
	const lesson = lessonOnScenario(env.lessons, state.scenario);
	return lesson ? enterLesson(state, lesson, env) : say(state, 'no lesson is played on this scenario');
}

function toWorksheet(state: State, env: Env): Updated {
	const tools = env.sheets();
	return tools ? tools.open(state) : withoutEffects(say(state, SHEETS_LOADING_NOTICE));
}

/** Notice shown when a key needs worksheets before they are loaded. */
export const SHEETS_LOADING_NOTICE = 'the worksheets are still loading: try again in a moment';

/** Leaves the lab for the worksheet, the case or the lesson of its scenario, or else for the contents. */
function leaveLab(state: State, env: Env): Updated {
	const { sheets, scenario } = state;
	if (sheets.open && currentSheetEntry(sheets.open).sheet.scenario.id === scenario) return toWorksheet(state, env);
	if (isMending(state)) return withoutEffects(leaveCase(state));
	return goTo(state, openLesson(state, env)?.scenario === scenario ? 'lesson' : 'contents', env);
}

/** The routes between screens. */
export const ROUTES: Routes = {
	contents: openContents,
	lesson: enterLesson,
	leaveLesson,
	leaveLab,
	worksheet: toWorksheet,
	cards: askCards,
};

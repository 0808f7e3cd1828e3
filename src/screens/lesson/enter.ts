import { type Lab, present, recordQuietly } from '../../board/lab.js';
import type { LessonDocument } from '../../content/index.js';
import { type Reading, startOf, UNREAD } from '../../course/index.js';
import { applyTexts, editsBetween, spellEdit } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { openScenario, say, withLab } from '../changes.js';
import type { Env } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { openLesson, withReading } from './reading.js';

/**
 * Opens a lesson. The first time its scenario goes to the start of the lesson, later to where the lesson was left: other
 * lessons are played on the same scenario. Either is an edit that can be taken back.
 *
 * @param resumed the program starts with this lesson: its scenario stands as it was kept
 */
export function enterLesson(before: State, lesson: LessonDocument, env: Env, resumed = false): State {
	const state = leaveLesson(before, env);
	const scenario = env.documents.find((document) => document.scenario.id === lesson.scenario)?.scenario;
	if (!scenario) return say(state, `the scenario ${lesson.scenario} of this lesson is not there`, 'refused');
	const opened = state.scenario === scenario.id ? state : openScenario(state, scenario, env);
	const there: State = { ...opened, screen: 'lesson', lesson: lesson.id, overlay: null };
	const reading = state.readings[lesson.id];
	const lab = currentLab(there);
	const board = reading ? leftBoard(reading, lab) : startOf(lesson, lab.loaded);
	const begun = reading ? there : withReading(there, lesson.id, UNREAD);
	// Marks of an edit elsewhere would be read as news of this lesson.
	if (resumed || editsBetween(board, present(lab).scenario).length === 0) return withLab(begun, withoutMarks(lab));
	const did = `${reading ? 'came back to' : 'began'} “${lesson.title}”`;
	return withLab(begun, recordQuietly(lab, { scenario: board, edits: editsBetween(lab.loaded, board), did }));
}

/** Returns the scenario as a lesson left it; as it is where that is not known, or no longer fits. */
function leftBoard({ edits }: Reading, lab: Lab): Scenario {
	const applied = edits && applyTexts(lab.loaded, edits);
	return applied?.ok ? applied.value.scenario : present(lab).scenario;
}

/** Keeps how the open lesson leaves its scenario. */
export function leaveLesson(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	if (!lesson || !state.readings[lesson.id] || lesson.scenario !== state.scenario) return state;
	const { edits } = present(currentLab(state));
	return withReading(state, lesson.id, { edits: edits.map(spellEdit) });
}

const withoutMarks = (lab: Lab): Lab => (lab.before === null ? lab : { ...lab, before: null });

/** Opens the lesson after the open one, or before it. */
export function turnLesson(state: State, by: number, env: Env): State {
	const at = env.lessons.findIndex(({ id }) => id === state.lesson);
	const next = env.lessons[at + by];
	if (next) return enterLesson(state, next, env);
	return say(state, by > 0 ? 'this is the last lesson; Esc goes to the contents' : 'this is the first lesson');
}

/** Starts one lesson, or all of them, afresh. Edits of scenarios stay until a lesson is opened again. */
export function restart(state: State, id: string | null): State {
	const { [id ?? '']: _, ...others } = state.readings;
	return { ...state, readings: id === null ? {} : others };
}

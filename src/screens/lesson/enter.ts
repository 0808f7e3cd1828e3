import { currentEntry, type Lab, recordLessonEntry } from '../../board/lab.js';
import type { LessonDocument } from '../../content/index.js';
import { type LessonReading, lessonStart, UNREAD } from '../../course/index.js';
import { applyEditTexts, editsBetween, formatEdit } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Env } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { openScenario, say, withLab } from '../state-changes.js';
import { openLesson, withReading } from './reading.js';

/**
 * Opens a lesson. The first time, this sets its scenario to the start of the lesson; later, to where the reader left
 * the lesson, because lessons share scenarios. Either is an edit that can be undone.
 *
 * @param resumed whether the program starts with this lesson, whose scenario then keeps its state
 */
export function enterLesson(before: State, lesson: LessonDocument, env: Env, resumed = false): State {
	const state = leaveLesson(before, env);
	const scenario = env.documents.find((document) => document.scenario.id === lesson.scenario)?.scenario;
	if (!scenario)
		return say(state, `this lesson cannot be opened: its scenario ${lesson.scenario} was not found`, 'refused');
	// A lesson has a board of its own: how its scenario was left in the lab is not said here.
	const opened =
		state.scenario === scenario.id ? state : { ...openScenario(state, scenario, env), notice: state.notice };
	const shown: State = { ...opened, screen: 'lesson', lesson: lesson.id, overlay: null };
	const reading = state.readings[lesson.id];
	const lab = currentLab(shown);
	const board = reading ? leftBoard(reading, lab) : lessonStart(lesson, lab.loaded);
	const begun = reading ? shown : withReading(shown, lesson.id, UNREAD);
	// Marks of an edit made elsewhere would look like changes made by this lesson.
	if (resumed || editsBetween(board, currentEntry(lab).scenario).length === 0) return withLab(begun, withoutMarks(lab));
	const did = `${reading ? 'came back to' : 'began'} “${lesson.title}”`;
	return withLab(
		begun,
		recordLessonEntry(lab, { scenario: board, edits: editsBetween(lab.loaded, board), description: did }),
	);
}

/** Returns the scenario as the reader left it in a lesson, or the current one if that is unknown or no longer fits. */
function leftBoard({ edits }: LessonReading, lab: Lab): Scenario {
	const applied = edits && applyEditTexts(lab.loaded, edits);
	return applied?.ok ? applied.value.scenario : currentEntry(lab).scenario;
}

/** Stores the edits of the scenario in the reading of the open lesson. */
export function leaveLesson(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	if (!lesson || !state.readings[lesson.id] || lesson.scenario !== state.scenario) return state;
	const { edits } = currentEntry(currentLab(state));
	return withReading(state, lesson.id, { edits: edits.map(formatEdit) });
}

/** Returns a lab without the marks of its last edit. */
const withoutMarks = (lab: Lab): Lab => (lab.before === null ? lab : { ...lab, before: null, editedPath: null });

/** Why there is no next lesson. */
export const LAST_LESSON = 'this is the last lesson; c shows the contents';

/** Opens the next or the previous lesson. */
export function openAdjacentLesson(state: State, by: number, env: Env): State {
	const at = env.lessons.findIndex(({ id }) => id === state.lesson);
	const next = env.lessons[at + by];
	if (next) return enterLesson(state, next, env);
	return say(state, by > 0 ? LAST_LESSON : 'this is the first lesson; n goes to the next');
}

/** Resets the progress of one lesson; null: of all. Edits of scenarios stay until a lesson is opened again. */
export function restartLessons(state: State, id: string | null): State {
	const { [id ?? '']: _, ...others } = state.readings;
	return { ...state, readings: id === null ? {} : others };
}

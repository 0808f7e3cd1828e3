/** The reader's actions as events, and the progress that they add up to. Pure: times and ids are passed in. */

export { type Decoded, decodeEvent, type Skipped } from './decode.js';
export {
	type Edited,
	type Happening,
	type JournalEvent,
	type Opened,
	type Placed,
	type Predicted,
	type Read,
	type Stamp,
	stampEvent,
	VERSION,
	type Went,
} from './event.js';
export { askedOf, courseOf, limitsKept, startOf } from './play.js';
export {
	type Graded,
	type LessonProgress,
	type Progress,
	progressOf,
	type ScenarioProgress,
	scenarioKey,
} from './progress.js';
export {
	type Answer,
	type Course,
	type LessonState,
	lessonState,
	minutesLeft,
	nextLesson,
	type Reading,
	type Solved,
	UNREAD,
} from './reading.js';
export type { MetricScore, Score } from './score.js';
export { missOf, withoutLastOf } from './score.js';
export { type Tally, tally } from './tally.js';

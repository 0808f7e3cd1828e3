/** The reader's actions as events, and the progress that they add up to. Pure: times and ids are passed in. */

export {
	type CheckItem,
	type CheckScore,
	type FactResult,
	type ScoredReading,
	scoreCheck,
	scoreChecks,
} from './check-score.js';
export { type DecodeResult, decodeEvent, type SkipReason } from './decode.js';
export {
	type EditedEvent,
	type EventBody,
	type EventStamp,
	JOURNAL_VERSION,
	type JournalEvent,
	type OpenedEvent,
	type PlacedEvent,
	type PredictedEvent,
	type ReadEvent,
	stampEvent,
	type WentEvent,
} from './event.js';
export { countedLessons, lessonName, listedNumber } from './lesson-number.js';
export {
	challengeOfWorkbench,
	challengesOf,
	type Practice,
	practicesOf,
	scoreOf,
	workbenchOfChallenge,
} from './lesson-parts.js';
export {
	evidenceScenario,
	hasOriginalLimits,
	lessonOutline,
	lessonStart,
	questionScenario,
} from './lesson-scenario.js';
export {
	type Answer,
	type ChallengeResult,
	type LessonOutline,
	type LessonReading,
	type LessonState,
	lessonState,
	minutesLeft,
	nextLesson,
	UNREAD,
} from './lesson-state.js';
export {
	computeProgress,
	type GradedReview,
	type LessonProgress,
	type Progress,
	type RecordedState,
	type ScenarioProgress,
	scenarioKey,
} from './progress.js';
export type { MetricScore, Score } from './score.js';
export { relativeError, withoutLastReview } from './score.js';
export { type Tally, tallyLessons } from './tally.js';
